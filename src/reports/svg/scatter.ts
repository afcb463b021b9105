import { line } from 'd3-shape';
import { type Markup, markup } from '../markup.ts';
import { baseLine, lyingAxis, lyingAxisHeight, uprightAxis, uprightAxisWidth, valueAxis } from './axis.ts';
import { type Canvas, type Drawing, EDGE, type Plot } from './drawing.ts';
import { KEY, type LegendEntry, legend } from './legend.ts';
import { drawnNumbers, type Plotted, type PlottedSeries } from './plotted.ts';
import { INK, limitStyle, markerPath, pointStyle } from './styles.ts';
import { LINE, textAt, widthOf } from './text.ts';

const PLOT_HEIGHT = 300;
/** So few points of a series are named beside them. */
const FEW = 8;

/** Numbers against numbers: points, lines between the points of some series, horizontal levels. */
export function drawScatter(data: Plotted, { width }: Canvas): Drawing {
  const { chart, rows, series } = data;
  const levels = chart.levels ?? [];
  const points = series.filter(({ form }) => form !== 'line');
  const lines = series.filter(({ form }) => form === 'line');
  const limits = [...new Set([...lines, ...levels].map(({ title }) => title))];
  const top = legend(
    [
      ...points.map(({ title }, index) => ({ title, key: pointKey(index) })),
      ...limits.map((title, index) => ({ title, key: limitKey(index) })),
    ],
    width,
  );
  const { category, value } = chart.axisTitles ?? {};
  const numbers = [...drawnNumbers(data), ...levels.map((level) => level.value)];
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const y = valueAxis(numbers, chart.axis, { from0: low >= 0 && low < (high - low) / 2, count: 6 });
  const x = valueAxis(
    rows.map((row) => row.x).filter((one) => one !== null),
    'integer',
    { from0: true, count: 8 },
  );
  const plot: Plot = {
    left: EDGE + uprightAxisWidth(y, value),
    right: width - EDGE - Math.max(10, widthOf(x.ticks.at(-1)!.text) / 2),
    top: top.height,
    bottom: top.height + PLOT_HEIGHT,
  };
  y.scale.range([plot.bottom, plot.top]);
  x.scale.range([plot.left, plot.right]);
  const body: Markup[] = [
    ...top.body,
    ...uprightAxis(y, plot, value),
    ...lyingAxis(x, plot, category, false),
    baseLine(markup`M${plot.left},${plot.top}V${plot.bottom}H${plot.right}`),
    ...levels.map(({ title, value: level }) =>
      limit(limits.indexOf(title), markup`M${plot.left},${y.scale(level)}H${plot.right}`),
    ),
    ...lines.map((one) => limit(limits.indexOf(one.title), pathOf(one, data, x.scale, y.scale))),
  ];
  points.forEach((one, index) => {
    const marked = one.values.flatMap((value, row) => {
      const at = rows[row]!.x;
      return value === null || at === null ? [] : [{ value, at, row }];
    });
    const { marker, area, fill, edge } = pointStyle(index);
    for (const { value, at, row } of marked)
      body.push(
        markup`<path ${markerPath(marker, area, x.scale(at), y.scale(value))} fill="${fill}" fill-opacity="${index === 0 ? '0.75' : undefined}" stroke="${edge}"><title>${`${rows[row]!.about}: ${chart.axisTitles?.category ?? ''} ${rows[row]!.label}, ${one.texts[row]!}`}</title></path>`,
      );
    if (index > 0 && marked.length <= FEW)
      body.push(...names(marked, rows, { x: x.scale, y: y.scale }, plot));
  });
  return { height: plot.bottom + lyingAxisHeight(category) + EDGE, body };
}

type ScaleOf = (value: number) => number;

/** The first text of their rows (a school's code) beside few points, at the side where there is room. */
function names(
  marked: readonly { value: number; at: number; row: number }[],
  rows: Plotted['rows'],
  { x, y }: { x: ScaleOf; y: ScaleOf },
  plot: Plot,
): Markup[] {
  const taken: { x: number; y: number; wide: number }[] = [];
  return marked.flatMap(({ value, at, row }) => {
    const name = rows[row]!.about.split(', ')[0]!;
    const wide = widthOf(name);
    const toLeft = x(at) + 12 + wide > plot.right;
    const place = { x: toLeft ? x(at) - 10 - wide : x(at) + 10, y: y(value), wide };
    const isFree = taken.every(
      (one) => Math.abs(one.y - place.y) >= LINE || one.x + one.wide < place.x || place.x + wide < one.x,
    );
    if (!isFree) return [];
    taken.push(place);
    return [textAt(name, { x: place.x, y: place.y, halo: true, fill: INK })];
  });
}

function pathOf({ values }: PlottedSeries, { rows }: Plotted, x: ScaleOf, y: ScaleOf): string {
  const places = values
    .flatMap((value, row) => (rows[row]!.x === null ? [] : [{ at: rows[row]!.x, value }]))
    .toSorted((one, other) => one.at - other.at);
  const path = line<(typeof places)[number]>(
    ({ at }) => x(at),
    ({ value }) => y(value ?? 0),
  )
    .defined(({ value }) => value !== null)
    .digits(1)(places);
  return path ?? '';
}

function limit(index: number, path: Markup | string): Markup {
  const { colour, dash } = limitStyle(index);
  return markup`<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5"${dash !== undefined && markup` stroke-dasharray="${dash}"`}/>`;
}

function pointKey(index: number): LegendEntry['key'] {
  const { marker, area, fill, edge } = pointStyle(index);
  return (x, y) =>
    markup`<path ${markerPath(marker, area, x + KEY / 2, y)} fill="${fill}" stroke="${edge}"/>`;
}

function limitKey(index: number): LegendEntry['key'] {
  return (x, y) => limit(index, markup`M${x},${y}H${x + KEY}`);
}
