import { inParts } from './chart-parts.ts';
import type { ReportChart, ReportColumn, Signs } from './report.ts';

/** So many rows of a matrix are taken in at a glance, and stand on one page. */
const MOST_ROWS = 30;

/** The pictures of a matrix: one, or as many as its rows need. @param rows of its table */
export function matrixCharts(
  chart: Omit<ReportChart, 'kind' | 'axis' | 'rows'>,
  rows: number,
): ReportChart[] {
  return inParts({ ...chart, kind: 'matrix', axis: 'integer' }, rows, MOST_ROWS);
}

/** Columns of a matrix that hold words of the same signs. */
export function markColumns(
  columns: readonly { key: string; title: string }[],
  { signs, tone }: { signs: Signs } & Pick<ReportColumn, 'tone'>,
): ReportColumn[] {
  return columns.map(({ key, title }) => ({ key, title, type: 'mark', signs, ...(tone ? { tone } : {}) }));
}
