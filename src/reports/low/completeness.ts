import type { ReportSheet } from '../report.ts';
import type { LowContext } from './context.ts';

/** «Неполные данные»: what is missing for a verdict, and what would supply it. */
export function completenessSheet({ completeness }: LowContext): ReportSheet {
  return {
    name: 'Неполные данные',
    title: 'Неполные данные: чего не хватает для выводов',
    lead: 'Отсутствие данных не считается нулём: такие годы не засчитываются ни за, ни против школы. Годы, когда процедуры не было (ОГЭ 2020), здесь не показаны.',
    frozenColumns: 2,
    table: {
      id: 'low-completeness',
      empty: 'Данных хватает: по каждому критерию каждой школы вывод сделан.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 28, wrap: true },
        { key: 'criterion', title: 'Критерий', type: 'text', width: 30, wrap: true },
        { key: 'year', title: 'Год', type: 'year' },
        { key: 'reason', title: 'Чего не хватает', type: 'text', width: 44, wrap: true },
        { key: 'remedy', title: 'Что сделать', type: 'text', width: 48, wrap: true },
      ],
      rows: completeness.map((line) => ({ ...line, year: line.year ?? '—' })),
    },
  };
}
