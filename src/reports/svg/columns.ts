import { scaleBand } from 'd3-scale';
import { line } from 'd3-shape';
import { type Markup, markup } from '../markup.ts';
import { axisTitle, baseLine, uprightAxis, uprightAxisWidth, valueAxis } from './axis.ts';
import { type Canvas, type Drawing, EDGE, type Plot } from './drawing.ts';
import { barKey, KEY, legend } from './legend.ts';
import { drawnNumbers, type Plotted, type PlottedSeries } from './plotted.ts';
import { barShape, lineStyle, markerPath } from './styles.ts';
import { LINE, linesOf, textAt, uprightText, widthOf } from './text.ts';

const PLOT_HEIGHT = 220;
const MOST_NAME_LINES = 3;
const LONGEST_UPRIGHT = 150;
/** A line over bars must differ from both of them. */
const OVER = lineStyle(1);

/** Upright bars; in a `histogram` bars of several series lie on one place, and lines go over them. */
export function drawColumns(data: Plotted, { width }: Canvas): Drawing {
  const { chart, rows, series } = data;
  const histogram = chart.kind === 'histogram';
  const lines = series.filter(({ form }) => form === 'line');
  const bars = series.filter(({ form }) => form !== 'line');
  const top =
    series.length > 1
      ? legend(
          [
            ...bars.map(({ title }, index) => ({ title, key: barKey(index) })),
            ...lines.map(({ title }) => ({ title, key: overKey })),
          ],
          width,
        )
      : { height: EDGE + LINE, body: [] };
  const { category, value } = chart.axisTitles ?? {};
  const axis = valueAxis(drawnNumbers(data), chart.axis, { from0: true });
  const plot: Plot = {
    left: EDGE + uprightAxisWidth(axis, value),
    right: width - EDGE,
    top: top.height + (histogram ? 0 : 4),
    bottom: top.height + PLOT_HEIGHT,
  };
  axis.scale.range([plot.bottom, plot.top]);
  const band = scaleBand<number>()
    .domain(rows.map((_, index) => index))
    .range([plot.left, plot.right])
    .padding(histogram ? 0.15 : 0.3);
  const names = namesBelow(
    rows.map(({ label }) => label),
    (row) => band(row)! + band.bandwidth() / 2,
    band.step(),
    plot.bottom,
  );
  const body: Markup[] = [...top.body, ...uprightAxis(axis, plot, value), ...names.body];
  const wide = histogram ? band.bandwidth() : band.bandwidth() / Math.max(1, bars.length);
  bars.forEach((one, index) => {
    rows.forEach(({ label }, row) => {
      const x = band(row)! + (histogram ? 0 : index * wide);
      const drawn = one.values[row] ?? null;
      if (drawn !== null) {
        const [from, to] = [axis.scale(0), axis.scale(drawn)];
        body.push(
          barShape(
            index,
            { x, y: Math.min(from, to), width: wide, height: Math.abs(to - from) },
            markup`<title>${`${label}: ${one.title} — ${one.texts[row]!}`}</title>`,
          ),
        );
      }
      if (histogram) return;
      const text = one.texts[row]!;
      const y = axis.scale(Math.max(0, drawn ?? 0)) - 8;
      if (widthOf(text) <= (bars.length > 1 ? wide : band.step()))
        body.push(textAt(text, { x: x + wide / 2, y, anchor: 'middle', halo: true }));
    });
  });
  for (const one of lines)
    body.push(...over(one, data, (row) => band(row)! + band.bandwidth() / 2, axis.scale));
  body.push(baseLine(markup`M${plot.left},${axis.scale(0)}H${plot.right}`));
  const below = plot.bottom + names.height;
  if (category) body.push(axisTitle(category, plot, below + LINE / 2));
  return { height: below + (category ? LINE : 0) + EDGE, body };
}

function over(
  { title, values, texts }: PlottedSeries,
  { rows }: Plotted,
  x: (row: number) => number,
  y: (value: number) => number,
): Markup[] {
  const path = line<number | null>(
    (_, row) => x(row),
    (value) => y(value ?? 0),
  )
    .defined((value) => value !== null)
    .digits(1)(values);
  return [
    markup`<path d="${path ?? ''}" fill="none" stroke="#ffffff" stroke-width="4"/><path d="${path ?? ''}" fill="none" stroke="${OVER.colour}" stroke-width="2" stroke-dasharray="${OVER.dash}"/>`,
    ...values.flatMap((value, row) =>
      value === null
        ? []
        : [
            markup`<path ${markerPath(OVER.marker, 30, x(row), y(value))} fill="${OVER.colour}" stroke="#ffffff"><title>${`${rows[row]!.label}: ${title} — ${texts[row]!}`}</title></path>`,
          ],
    ),
  ];
}

function overKey(x: number, y: number): Markup {
  return markup`<path d="M${x},${y}H${x + KEY}" stroke="${OVER.colour}" stroke-width="2" stroke-dasharray="${OVER.dash}"/><path ${markerPath(OVER.marker, 30, x + KEY / 2, y)} fill="${OVER.colour}"/>`;
}

/** Names under bars: lying where they fit, else upright, none left out. */
function namesBelow(
  labels: readonly string[],
  x: (row: number) => number,
  room: number,
  y: number,
): { height: number; body: Markup[] } {
  const broken = labels.map((label) => linesOf(label, room - 6));
  const fits = broken.every(
    (lines) => lines.length <= MOST_NAME_LINES && lines.every((text) => widthOf(text) <= room - 2),
  );
  if (fits) {
    const most = Math.max(1, ...broken.map((lines) => lines.length));
    return {
      height: 8 + most * LINE,
      body: broken.map((lines, row) =>
        textAt(lines, { x: x(row), y: y + 6 + (lines.length * LINE) / 2, anchor: 'middle' }),
      ),
    };
  }
  const cut = labels.map((label) => {
    const [first, ...rest] = linesOf(label, LONGEST_UPRIGHT);
    return rest.length > 0 ? `${first}…` : first!;
  });
  return {
    height: 10 + Math.max(...cut.map(widthOf)),
    body: cut.map((label, row) => uprightText(label, x(row), y + 6, 'end')),
  };
}
