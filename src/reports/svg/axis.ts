import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { type Markup, markup } from '../markup.ts';
import type { ReportChart } from '../report.ts';
import type { Plot } from './drawing.ts';
import { tickText } from './plotted.ts';
import { AXIS, GRID, QUIET } from './styles.ts';
import { FONT, LINE, textAt, uprightText, widthOf } from './text.ts';

/** Space between an axis and the numbers beside it. */
const GAP = 6;

/** A scale of values with round ends; the lines of its grid and their words. */
export interface ValueAxis {
  scale: ScaleLinear<number, number>;
  ticks: readonly { value: number; text: string }[];
}

/**
 * Round ends and steps for some numbers.
 * @param from0 whether the axis begins at nought where no number is below it
 * @param count how many steps about
 */
export function valueAxis(
  numbers: readonly number[],
  axis: ReportChart['axis'],
  { from0, count = 5 }: { from0: boolean; count?: number },
): ValueAxis {
  const low = Math.min(...numbers, ...(from0 || numbers.length === 0 ? [0] : []));
  const high = Math.max(...numbers, ...(from0 || numbers.length === 0 ? [0] : []));
  const span = high > low ? [low, high] : [low, low + (axis === 'integer' ? 1 : axis === 'share' ? 0.1 : 1)];
  const scale = scaleLinear().domain(span).nice(count);
  const values = scale.ticks(count).filter((value) => axis !== 'integer' || Number.isInteger(value));
  const step = values.length > 1 ? values[1]! - values[0]! : 1;
  return { scale, ticks: values.map((value) => ({ value, text: tickText(value, axis, step) })) };
}

/** How much room the numbers and the title of an upright axis take. */
export function uprightAxisWidth({ ticks }: ValueAxis, title: string | undefined): number {
  return Math.max(...ticks.map(({ text }) => widthOf(text))) + GAP + (title ? LINE + 4 : 0);
}

/** How much room the numbers and the title of a lying axis take. */
export function lyingAxisHeight(title: string | undefined): number {
  return GAP + LINE + (title ? LINE + 2 : 0);
}

/** An upright axis: lines of a grid across the plot, numbers at the left, a title that reads upwards. */
export function uprightAxis({ scale, ticks }: ValueAxis, plot: Plot, title: string | undefined): Markup[] {
  return [
    markup`<g stroke="${GRID}">${ticks.map(({ value }) => markup`<path d="M${plot.left},${scale(value)}H${plot.right}"/>`)}</g>`,
    markup`<g fill="${QUIET}" text-anchor="end">${ticks.map(({ value, text }) => markup`<text x="${plot.left - GAP}" y="${scale(value) + FONT * 0.36}">${text}</text>`)}</g>`,
    ...(title ? [uprightText(title, FONT / 2 + 2, (plot.top + plot.bottom) / 2, 'middle')] : []),
  ];
}

/** A lying axis: lines of a grid up the plot, numbers below, a title under them. */
export function lyingAxis(
  { scale, ticks }: ValueAxis,
  plot: Plot,
  title: string | undefined,
  withGrid = true,
): Markup[] {
  return [
    withGrid
      ? markup`<g stroke="${GRID}">${ticks.map(({ value }) => markup`<path d="M${scale(value)},${plot.top}V${plot.bottom}"/>`)}</g>`
      : markup``,
    markup`<g fill="${QUIET}" text-anchor="middle">${ticks.map(({ value, text }) => markup`<text x="${scale(value)}" y="${plot.bottom + GAP + FONT}">${text}</text>`)}</g>`,
    ...(title ? [axisTitle(title, plot, plot.bottom + GAP + LINE + LINE / 2 + 2)] : []),
  ];
}

/** The title under a lying axis. @param y its middle */
export function axisTitle(title: string, { left, right }: Plot, y: number): Markup {
  return textAt(title, { x: (left + right) / 2, y, anchor: 'middle' });
}

/** The line from which bars grow, or on which names stand. */
export function baseLine(path: Markup): Markup {
  return markup`<path d="${path}" stroke="${AXIS}" fill="none"/>`;
}
