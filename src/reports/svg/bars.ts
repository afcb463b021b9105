import { type Markup, markup } from '../markup.ts';
import { NO_DATA } from '../plain-text.ts';
import { baseLine, lyingAxis, lyingAxisHeight, valueAxis } from './axis.ts';
import { type Canvas, type Drawing, EDGE, type Plot } from './drawing.ts';
import { barKey, legend } from './legend.ts';
import { drawnNumbers, type Plotted } from './plotted.ts';
import { barShape } from './styles.ts';
import { LINE, linesOf, shortened, textAt, widthOf } from './text.ts';

const WIDEST_NAMES = 0.36;
const MOST_NAME_LINES = 3;
const THICK = { alone: 22, grouped: 16 };
const BETWEEN = 12;

/** Lying bars beside each other or, in `stacked-bar`, one after another; names at the left. */
export function drawBars(data: Plotted, { width }: Canvas): Drawing {
  const { chart, rows, series } = data;
  const stacked = chart.kind === 'stacked-bar';
  const many = !stacked && series.length > 1;
  const top =
    series.length > 1
      ? legend(
          series.map(({ title }, index) => ({ title, key: barKey(index) })),
          width,
        )
      : { height: EDGE, body: [] };
  const names = rows.map(({ label }) => shortened(linesOf(label, width * WIDEST_NAMES), MOST_NAME_LINES));
  const thick = many ? THICK.grouped : THICK.alone;
  const heights = names.map(
    (lines) => Math.max(lines.length * LINE, many ? thick * series.length : thick) + BETWEEN,
  );
  const longest = Math.max(0, ...names.flat().map(widthOf));
  const values = Math.max(0, ...series.flatMap(({ texts }) => texts.map(widthOf)));
  const bottom = top.height + heights.reduce((sum, height) => sum + height, 0);
  const plot: Plot = {
    left: EDGE + longest + 8,
    right: width - EDGE - (stacked ? 14 : values + 8),
    top: top.height,
    bottom,
  };
  const axis = valueAxis(stacked ? totals(data) : drawnNumbers(data), chart.axis, { from0: true });
  axis.scale.range([plot.left, plot.right]);
  const body: Markup[] = [...top.body, ...lyingAxis(axis, plot, chart.axisTitles?.value)];
  let y = plot.top;
  rows.forEach(({ label }, row) => {
    const middle = y + heights[row]! / 2;
    body.push(textAt(names[row]!, { x: plot.left - 8, y: middle, anchor: 'end' }));
    let [before, first] = [0, middle - (many ? thick * series.length : thick) / 2];
    if (stacked && series.every(({ values }) => values[row] === null))
      body.push(textAt(NO_DATA, { x: plot.left + 5, y: middle }));
    series.forEach(({ title, values, texts }, index) => {
      const value = values[row] ?? null;
      const text = texts[row]!;
      const said = markup`<title>${`${label}: ${series.length > 1 ? `${title} — ` : ''}${text}`}</title>`;
      const place = { y: first + thick / 2 };
      if (value === null) {
        if (!stacked) body.push(textAt(text, { ...place, x: axis.scale(0) + 5 }));
      } else {
        const [from, to] = [axis.scale(before), axis.scale(before + value)];
        const [x, wide] = [Math.min(from, to), Math.abs(to - from)];
        body.push(barShape(index, { x, y: first, width: wide, height: thick }, said));
        if (!stacked) body.push(textAt(text, { ...place, x: Math.max(from, to) + 5 }));
        else if (wide > widthOf(text) + 10) body.push(boxed(text, x + wide / 2, place.y));
      }
      if (stacked) before += value ?? 0;
      else first += thick;
    });
    y += heights[row]!;
  });
  body.push(baseLine(markup`M${axis.scale(0)},${plot.top}V${plot.bottom}`));
  return { height: bottom + lyingAxisHeight(chart.axisTitles?.value) + EDGE, body };
}

/** A number over a bar, on white, so that it is read over any fill. */
function boxed(text: string, x: number, y: number): Markup {
  const wide = widthOf(text) + 6;
  return markup`<rect x="${x - wide / 2}" y="${y - 7.5}" width="${wide}" height="15" fill="#ffffff"/>${textAt(text, { x, y, anchor: 'middle' })}`;
}

/** The ends of the stacks. */
function totals({ rows, series }: Plotted): number[] {
  return rows.map((_, row) => series.reduce((sum, { values }) => sum + (values[row] ?? 0), 0));
}
