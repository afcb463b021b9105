import { markup } from '../markup.ts';
import type { ReportChart, ReportTable } from '../report.ts';
import { drawBars } from './bars.ts';
import { drawColumns } from './columns.ts';
import { type Canvas, type Drawing, EDGE } from './drawing.ts';
import { drawLines } from './lines.ts';
import { drawMatrix } from './matrix.ts';
import { drawnNumbers, type Plotted, plotted } from './plotted.ts';
import { drawScatter } from './scatter.ts';
import { INK } from './styles.ts';
import { FONT, LINE, textAt } from './text.ts';

const WIDTH = 720;

const DRAW: Record<Exclude<ReportChart['kind'], 'matrix'>, (data: Plotted, canvas: Canvas) => Drawing> = {
  bar: drawBars,
  'stacked-bar': drawBars,
  column: drawColumns,
  histogram: drawColumns,
  line: drawLines,
  scatter: drawScatter,
};

/**
 * Draws a chart as SVG on its own: title and description for those who do not see it, patterns, markers and dashes
 * beside the colours, numbers as the table shows them. Equal charts give equal text.
 * @param table what it draws from (`chart.table`, or the sheet's own)
 * @param options.id begins the ids inside; unique on a page with several pictures
 * @param options.width of the picture, in pixels at its natural size
 */
export function renderChart(
  chart: ReportChart,
  table: ReportTable,
  { id = 'chart', width = WIDTH }: { id?: string; width?: number } = {},
): string {
  const { height, body, width: wide = width } = drawingOf(chart, table, { width });
  const size = Math.ceil(height);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${size}" width="${wide}" height="${size}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-description" font-family="Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif" font-size="${FONT}" fill="${INK}"><title id="${id}-title">${chart.title}</title><desc id="${id}-description">${chart.description}</desc>${body}</svg>`
    .markup;
}

/** Whether a chart shows anything: a public report may hide all its values. */
export function hasDrawing(chart: ReportChart, table: ReportTable): boolean {
  return chart.kind === 'matrix' ? table.rows.length > 0 : drawnNumbers(plotted(chart, table)).length > 0;
}

function drawingOf(chart: ReportChart, table: ReportTable, canvas: Canvas): Drawing {
  if (chart.kind === 'matrix') return drawMatrix(chart, table);
  return hasDrawing(chart, table) ? DRAW[chart.kind](plotted(chart, table), canvas) : nothing();
}

function nothing(): Drawing {
  return {
    height: LINE + 2 * EDGE + 20,
    body: [textAt('Нет данных для диаграммы.', { x: EDGE, y: EDGE + LINE / 2 + 10 })],
  };
}
