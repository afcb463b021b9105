import { scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { type Markup, markup } from '../markup.ts';
import { NO_DATA } from '../plain-text.ts';
import { axisTitle, baseLine, uprightAxis, uprightAxisWidth, valueAxis } from './axis.ts';
import { type Canvas, type Drawing, EDGE, type Plot } from './drawing.ts';
import { apart } from './end-labels.ts';
import { KEY } from './legend.ts';
import { drawnNumbers, type Plotted, type PlottedSeries } from './plotted.ts';
import { INK, lineStyle, markerPath } from './styles.ts';
import { LINE, linesOf, textAt, widthOf } from './text.ts';

const PLOT_HEIGHT = 240;
const WIDEST_LABELS = 0.32;
const MARKER = 44;
/** So few lines carry their numbers at every point. */
const FEW = 2;

/** Lines over names or years, each named at its end; what is not known is a gap. */
export function drawLines(data: Plotted, { width }: Canvas): Drawing {
  const { chart, rows, series } = data;
  const known = series.flatMap((one, index) =>
    lastOf(one) < 0 ? [] : [{ ...one, index, last: lastOf(one) }],
  );
  const labels = known.map(({ title, texts, last }) =>
    linesOf(
      `${title}: ${texts[last]!}${last < rows.length - 1 ? ` (${rows[last]!.label})` : ''}`,
      width * WIDEST_LABELS,
    ),
  );
  const { category, value } = chart.axisTitles ?? {};
  const axis = valueAxis(drawnNumbers(data), chart.axis, { from0: true });
  const room = KEY + 12 + Math.max(0, ...labels.flat().map(widthOf));
  const needed = labels.reduce((sum, lines) => sum + lines.length * LINE + 4, 0);
  const plot: Plot = {
    left: EDGE + uprightAxisWidth(axis, value),
    right: width - EDGE - room,
    top: EDGE + LINE,
    bottom: EDGE + LINE + Math.max(PLOT_HEIGHT, needed),
  };
  axis.scale.range([plot.bottom, plot.top]);
  const at = scalePoint<number>()
    .domain(rows.map((_, index) => index))
    .range([plot.left, plot.right])
    .padding(0.35);
  const names = rows.map(({ label }, row) => [
    ...linesOf(label, at.step() - 6),
    ...(series.every(({ values }) => values[row] === null) ? linesOf(NO_DATA, at.step() - 6) : []),
  ]);
  const body: Markup[] = [
    ...uprightAxis(axis, plot, value),
    ...names.map((lines, row) =>
      textAt(lines, { x: at(row)!, y: plot.bottom + 6 + (lines.length * LINE) / 2, anchor: 'middle' }),
    ),
    baseLine(markup`M${plot.left},${plot.bottom}H${plot.right}`),
  ];
  const places = apart(
    known.map(({ values, last }, index) => ({
      y: axis.scale(values[last]!),
      height: labels[index]!.length * LINE + 4,
    })),
    plot.top,
    plot.bottom,
  );
  /** Whether a point is the highest of its row: then its number stands above it, else below. */
  const isUpper = (point: number, row: number, order: number) =>
    known.every(({ values }, other) => {
      const value = values[row] ?? null;
      return other === order || value === null || value < point || (value === point && other > order);
    });
  known.forEach((one, order) => {
    const { index, values, last } = one;
    body.push(...drawn(one, index, rows, (row) => at(row)!, axis.scale));
    if (known.length <= FEW)
      values.forEach((point, row) => {
        if (point !== null && row !== last)
          body.push(
            textAt(one.texts[row]!, {
              x: at(row)!,
              y: axis.scale(point) + (isUpper(point, row, order) ? -12 : 13),
              anchor: 'middle',
              halo: true,
            }),
          );
      });
    body.push(
      ...named(
        index,
        labels[order]!,
        { x: at(last)!, y: axis.scale(values[last]!) },
        { x: plot.right, y: places[order]! },
      ),
    );
  });
  const below = plot.bottom + 8 + Math.max(1, ...names.map((lines) => lines.length)) * LINE;
  if (category) body.push(axisTitle(category, plot, below + LINE / 2));
  const empty = series.filter((one) => lastOf(one) < 0).map(({ title }) => title);
  const lacking = empty.length > 0 ? linesOf(`Нет данных: ${empty.join('; ')}`, width - 2 * EDGE) : [];
  const end = below + (category ? LINE : 0);
  if (lacking.length > 0) body.push(textAt(lacking, { x: EDGE, y: end + 6 + (lacking.length * LINE) / 2 }));
  return { height: end + lacking.length * LINE + 6 + EDGE, body };
}

function lastOf({ values }: PlottedSeries): number {
  return values.findLastIndex((value) => value !== null);
}

function drawn(
  { title, values, texts }: PlottedSeries,
  index: number,
  rows: Plotted['rows'],
  x: (row: number) => number,
  y: (value: number) => number,
): Markup[] {
  const { colour, dash, marker } = lineStyle(index);
  const path = line<number | null>(
    (_, row) => x(row),
    (value) => y(value ?? 0),
  )
    .defined((value) => value !== null)
    .digits(1)(values);
  return [
    markup`<path d="${path ?? ''}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-linejoin="round"${dashed(dash)}/>`,
    ...values.flatMap((value, row) =>
      value === null
        ? []
        : [
            markup`<path ${markerPath(marker, MARKER, x(row), y(value))} fill="${colour}"><title>${`${rows[row]!.label}: ${title} — ${texts[row]!}`}</title></path>`,
          ],
    ),
  ];
}

/** The name of a line beside the plot: a thin thread to its last point, a sample, the words. */
function named(
  index: number,
  lines: readonly string[],
  point: { x: number; y: number },
  place: { x: number; y: number },
): Markup[] {
  const { colour, dash, marker } = lineStyle(index);
  const from = place.x + 4;
  return [
    markup`<path d="M${point.x + 6},${point.y}L${from},${place.y}" stroke="${colour}" stroke-width="1" stroke-dasharray="1 3" fill="none"/>`,
    markup`<path d="M${from},${place.y}H${from + KEY}" stroke="${colour}" stroke-width="2.5"${dashed(dash)}/><path ${markerPath(marker, MARKER, from + KEY / 2, place.y)} fill="${colour}"/>`,
    textAt(lines, { x: from + KEY + 6, y: place.y, fill: INK }),
  ];
}

function dashed(dash: string | undefined): Markup | undefined {
  return dash === undefined ? undefined : markup` stroke-dasharray="${dash}"`;
}
