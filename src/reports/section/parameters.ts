import type { ReportSheet } from '../report.ts';

/** A parameter in force. */
export interface ParameterLine {
  name: string;
  value: string;
  clause: string;
  source: string;
  /** Whether the workspace replaced the value. */
  overridden?: boolean;
}

/**
 * «Параметры»: every value in force, and which of them the workspace replaced.
 * @param section begins the table's id: `low`, `objectivity`
 */
export function parametersSheet(section: string, methods: readonly ParameterLine[]): ReportSheet {
  const overridden = methods.filter((line) => line.overridden).length;
  return {
    name: 'Параметры',
    title: 'Параметры, при которых вычислен отчёт',
    lead:
      overridden > 0
        ? `Заменено в msoko.json: ${overridden}. Такие строки помечены словом «заменено»; остальные значения — по Положению и методике.`
        : 'Все значения — по Положению и методике, ничего не заменено.',
    frozenColumns: 1,
    table: {
      id: `${section}-parameters`,
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

/** The fact of a cover on the parameters: replaced ones are named where the reader begins. */
export function parametersFact(methods: readonly ParameterLine[]): { name: string; value: string } {
  const overridden = methods.filter((line) => line.overridden).length;
  return {
    name: 'Параметры',
    value:
      overridden > 0
        ? `Заменено в msoko.json: ${overridden} — см. лист «Параметры»`
        : 'Без замен, по Положению и методике',
  };
}
