import type { Effectiveness } from '../../regulation/effectiveness/effectiveness.ts';
import type { System } from '../../regulation/systems/system.ts';
import { effectTable, type FormOf, goalTable } from '../effectiveness/tables.ts';
import type { ReportSheet } from '../report.ts';

/** «Меры и эффективность», and the goals to keep, correct or set where measures came to the end of their period. */
export function effectSheets(
  { id, effectiveness }: System,
  found: Effectiveness,
  formOf: FormOf,
): ReportSheet[] {
  const own: Effectiveness = {
    ...found,
    measures: found.measures.filter(({ measure }) => measure.system === id),
    sections: found.sections.filter(({ system }) => system === id),
  };
  const suffix = id.replace('.', '-');
  const measures: ReportSheet = {
    name: 'Меры и эффективность',
    title: `Меры, решения и их эффективность, ${found.year} год`,
    lead: `Показатели, на которые нацелена мера, до и после неё. Раздел велит смотреть эффект ${effectiveness.text}.`,
    notes: [
      'Изменение рядом со школами без меры — не доказательство: сказано, отличимо ли оно от случайного.',
    ],
    frozenColumns: 1,
    table: {
      ...effectTable(own, formOf, 'Мер и решений раздела, чей эффект смотрят в этом году, в реестре нет.'),
      id: `system-${suffix}-measures`,
    },
  };
  if (own.sections.length === 0) return [measures];
  return [
    measures,
    {
      name: 'Цели после мер',
      title: `Цели раздела после мер, ${found.year} год`,
      lead: 'Какие цели сохранить, какие скорректировать и какие поставить по итогам мер.',
      table: { ...goalTable(own, formOf, 'Целей нет.'), id: `system-${suffix}-goals-after` },
    },
  ];
}
