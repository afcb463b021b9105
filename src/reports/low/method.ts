import type { ReportSheet } from '../report.ts';
import type { LowContext } from './context.ts';
import { CATEGORY_WORDS } from './words.ts';

/** «Методика»: each criterion with its clause, formula, threshold and window. */
export function methodSheet({ criteria }: LowContext): ReportSheet {
  return {
    name: 'Методика',
    title: 'Методика: критерии раздела 1.2 Положения',
    lead: 'Каждый критерий с текстом Положения, формулой словами, порогом и окном. Сравнение идёт в целых числах, без округления долей.',
    notes: [
      'Достаточен: критерий один относит школу к категории. Недостаточный критерий учитывается вместе с другими (правила — на листе «Параметры»).',
      'Год без процедуры — «нет данных»: он не засчитывается ни за, ни против школы.',
    ],
    frozenColumns: 2,
    table: {
      id: 'low-method',
      empty: 'Критерии не переданы.',
      columns: [
        { key: 'number', title: '№', type: 'integer' },
        { key: 'title', title: 'Критерий', type: 'text', width: 30, wrap: true },
        { key: 'category', title: 'Категория', type: 'text', width: 18, wrap: true },
        { key: 'sufficient', title: 'Достаточен', type: 'text' },
        { key: 'formula', title: 'Формула', type: 'text', width: 34, wrap: true },
        { key: 'threshold', title: 'Порог', type: 'text', width: 24, wrap: true },
        { key: 'window', title: 'Окно', type: 'text', width: 24, wrap: true },
        { key: 'clause', title: 'Пункт Положения', type: 'text', width: 16, wrap: true },
        { key: 'text', title: 'Текст Положения', type: 'text', width: 56, wrap: true },
        { key: 'id', title: 'Код критерия', type: 'text', width: 26, wrap: true },
      ],
      rows: criteria.map((criterion) => ({
        number: criterion.number,
        title: criterion.title,
        category: CATEGORY_WORDS[criterion.category],
        sufficient: criterion.sufficient ? 'да' : 'нет',
        formula: criterion.formula,
        threshold: criterion.thresholdText,
        window: criterion.windowText,
        clause: criterion.clause,
        text: criterion.text,
        id: criterion.id,
      })),
    },
  };
}

/** «Параметры»: every value in force, and which of them the workspace replaced. */
export function parametersSheet({ methods }: LowContext): ReportSheet {
  const overridden = methods.filter((line) => line.overridden).length;
  return {
    name: 'Параметры',
    title: 'Параметры, при которых вычислен отчёт',
    lead:
      overridden > 0
        ? `Заменено в рабочей папке: ${overridden}. Такие строки помечены словом «заменено»; остальные значения — по Положению и методике.`
        : 'Все значения — по Положению и методике, ничего не заменено.',
    frozenColumns: 1,
    table: {
      id: 'low-parameters',
      empty: 'Параметры не переданы.',
      columns: [
        { key: 'name', title: 'Параметр', type: 'text', width: 44, wrap: true },
        { key: 'value', title: 'Значение', type: 'text', width: 26, wrap: true },
        {
          key: 'origin',
          title: 'Чьё значение',
          type: 'verdict',
          width: 16,
          tone: (value) => (value === 'заменено' ? 'warning' : 'plain'),
        },
        { key: 'clause', title: 'Пункт Положения', type: 'text', width: 18, wrap: true },
        { key: 'source', title: 'Источник', type: 'text', width: 50, wrap: true },
      ],
      rows: methods.map(({ name, value, clause, source, overridden }) => ({
        name,
        value,
        origin: overridden ? 'заменено' : 'по умолчанию',
        clause,
        source,
      })),
    },
  };
}
