import { variableById } from '../../records/variables/variables.ts';
import { variablesOf } from './measure-variables.ts';
import type { Indicator, System } from './system.ts';
import { SYSTEMS } from './systems.ts';

/** What to load for indicators that are computed, by the beginning of their id. The first that fits speaks. */
const COMPUTED_FROM: readonly (readonly [string, string])[] = [
  ['low.vpr', 'результаты ВПР или отчёт ФИС ОКО «Статистика по отметкам»'],
  ['low.ege', 'протоколы ЕГЭ'],
  ['low.oge', 'протоколы ОГЭ'],
  ['low.grade10', 'таблицу показателей школ: зачисленные в 10 класс из других ОО, обучающиеся по ООП СОО'],
  ['low.school-rating', 'таблицу показателей школ: баллы рейтинга и их максимум'],
  ['low.support-school-teacher', 'таблицу показателей школ: педагоги, прошедшие диагностику дважды'],
  ['low.support-school-positive', 'результаты ВПР, ОГЭ и ЕГЭ за годы окна'],
  ['low.low-result', 'результаты ВПР, ОГЭ, ЕГЭ и социальные паспорта школ'],
  ['low.', 'социальный паспорт школы или таблицу показателей школ'],
  ['obj.oo-on-bias-list', 'опубликованный список школ с признаками необъективности'],
  ['objm.medalist', 'таблицу претендентов на медаль и протоколы ЕГЭ'],
  ['objm.olympiad', 'протоколы олимпиад и протоколы ЕГЭ'],
  ['objm.', 'результаты ВПР, ОГЭ, ЕГЭ и отчёты ФИС ОКО'],
  ['gift.ege-preparation', 'протоколы ЕГЭ и число выпускников 11 классов'],
  ['head.heads-objectivity', 'результаты ВПР, ОГЭ, ЕГЭ и таблицу претендентов на медаль'],
  ['head.below-bound-any-mass', 'протоколы ОГЭ и ЕГЭ'],
  ['head.not-below-average-mass', 'протоколы ОГЭ и ЕГЭ'],
  ['head.high-level-procedure', 'протоколы ОГЭ и ЕГЭ'],
  ['head.high-level-any', 'протоколы ОГЭ и ЕГЭ'],
  ['', 'результаты ВПР, ОГЭ и ЕГЭ'],
];

/**
 * Which file or form would supply an indicator, as an instruction: «Загрузите протоколы ЕГЭ», «Соберите форму …».
 * @param year for the command that makes the form
 */
export function remedyOf(indicator: Indicator, system: System, year: number): string {
  const { measure } = indicator;
  if (measure.from === 'open') return 'Показатель задаёт сам муниципалитет.';
  if (measure.from === 'reference') {
    const owner = SYSTEMS.find(({ indicators }) => indicators.some(({ id }) => id === measure.to));
    const target = owner?.indicators.find(({ id }) => id === measure.to);
    if (owner && target) return remedyOf(target, owner, year);
  }
  if (measure.from === 'computed' || measure.from === 'reference') {
    const found = COMPUTED_FROM.find(([start]) => indicator.id.startsWith(start))!;
    return `Загрузите ${found[1]}.`;
  }
  const asked = new Set(variablesOf(measure).flatMap((id) => variableById(id)?.asked ?? []));
  const forms = [
    ...([...asked].some((who) => who !== 'municipality')
      ? [`msoko form ${system.id} --year ${year} --all-schools`]
      : []),
    ...(asked.has('municipality') ? [`msoko form ${system.id} --year ${year}`] : []),
  ];
  return `Соберите форму раздела ${system.id} (${forms.join('; ')}) или загрузите таблицу показателей.`;
}
