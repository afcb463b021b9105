import { type Answer, isWithheld } from '../../regulation/systems/answer.ts';
import type { ReportChart, ReportColumn, ReportRow } from '../report.ts';

/** What a table of systems counts: indicators of each by how much is known. Together they make «Всего». */
const STATES = [
  { key: 'computed', title: 'Вычислено' },
  { key: 'incomplete', title: 'Неполно' },
  { key: 'withheld', title: 'Скрыто' },
  { key: 'lacking', title: 'Нет данных' },
  { key: 'outside', title: 'Не применяется' },
] as const;

type Known = Pick<Answer, 'status' | 'withheld'>;

/** How full a set of indicators is; hidden ones are counted apart from those that nobody knows. */
export function completenessRow(indicators: readonly Known[]): ReportRow {
  const of = (status: Answer['status']) =>
    indicators.filter((one) => one.status === status && !isWithheld(one)).length;
  return {
    indicators: indicators.length,
    computed: of('computed'),
    incomplete: of('incomplete'),
    withheld: indicators.filter(isWithheld).length,
    lacking: of('no-data'),
    outside: of('not-applicable'),
  };
}

/** Columns of `completenessRow`. */
export function completenessColumns(indicators: readonly Known[]): ReportColumn[] {
  return [{ key: 'indicators', title: 'Всего' }, ...statesOf(indicators)].map(
    ({ key, title }) => ({ key, title, type: 'integer', width: 13 }) as const,
  );
}

/** «Полнота данных по системам»: a bar for each system, all its indicators long. */
export function completenessChart(indicators: readonly Known[]): ReportChart {
  return {
    kind: 'stacked-bar',
    title: 'Полнота данных по системам',
    description:
      'Полосы показывают, сколько показателей каждой системы вычислено, сколько неполно и сколько осталось без значений.',
    category: 'section',
    series: statesOf(indicators),
    axis: 'integer',
  };
}

/** What is rare is shown only where it is: «Скрыто» in public reports, «Не применяется». */
function statesOf(indicators: readonly Known[]): { key: string; title: string }[] {
  const { withheld, outside } = completenessRow(indicators);
  const rare: ReportRow = { withheld: withheld ?? 0, outside: outside ?? 0 };
  return STATES.filter(({ key }) => rare[key] !== 0).map(({ key, title }) => ({ key, title }));
}
