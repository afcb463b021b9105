import type { ReportSheet } from '../report.ts';
import type { LowContext } from './context.ts';

/** «Методика»: each criterion with the sentence of the Положение, formula, threshold and window. */
export function methodSheet({ criteria }: LowContext): ReportSheet {
  return {
    name: 'Методика',
    title: 'Методика: критерии раздела 1.2 Положения',
    lead: '№ — номер критерия в перечне показателя 1 раздела 1.2. Доли сравниваются с порогом точно, без округления.',
    notes: [
      'Зона риска — также школы, которым до критерия 1–8 не хватило одного года (лист «Параметры»: low.risk-zone-missing-years).',
      'Год без процедуры или без результатов — «нет данных»: он не засчитывается ни за, ни против школы.',
    ],
    frozenColumns: 2,
    table: {
      id: 'low-method',
      empty: 'Критерии не переданы.',
      columns: [
        { key: 'number', title: '№', type: 'integer' },
        { key: 'title', title: 'Критерий', type: 'text', width: 20, wrap: true },
        { key: 'role', title: 'Что даёт', type: 'text', width: 22, wrap: true },
        { key: 'formula', title: 'Как считается', type: 'text', width: 30, wrap: true },
        { key: 'threshold', title: 'Порог', type: 'text', width: 15, wrap: true },
        { key: 'window', title: 'Годы', type: 'text', width: 16, wrap: true },
        { key: 'text', title: 'Текст Положения', type: 'text', width: 58, wrap: true },
      ],
      rows: criteria.map((criterion) => ({
        number: criterion.number,
        title: criterion.title,
        role: criterion.role,
        formula: criterion.formula,
        threshold: criterion.thresholdText,
        window: criterion.windowText,
        text: criterion.text,
      })),
    },
  };
}
