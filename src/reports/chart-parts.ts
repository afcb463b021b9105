import type { ReportChart } from './report.ts';

/**
 * A picture, or as many as its rows need so that each is read at a glance and stands on one page.
 * @param rows of its table @param most rows of one picture
 */
export function inParts(chart: Omit<ReportChart, 'rows'>, rows: number, most: number): ReportChart[] {
  const parts = Math.max(1, Math.ceil(rows / most));
  if (parts === 1) return [chart];
  const size = Math.ceil(rows / parts);
  return Array.from({ length: parts }, (_, part) => ({
    ...chart,
    title: `${chart.title}, часть ${part + 1} из ${parts}`,
    rows: [part * size, Math.min(rows, (part + 1) * size)] as const,
  }));
}
