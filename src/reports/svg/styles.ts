import { type SymbolType, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { type Markup, markup } from '../markup.ts';
import type { Tone } from '../report.ts';
import { type Hatch, hatching, type Rectangle } from './hatching.ts';

export const INK = '#1f1f1f';
export const QUIET = '#595959';
export const GRID = '#d9d9d9';
export const AXIS = '#7f7f7f';

/** Behind signs and words of a matrix, as in its table. */
export const TONES: Record<Tone, { fill: string; ink: string; bold: boolean }> = {
  good: { fill: '#e3eef9', ink: '#1f4e79', bold: false },
  bad: { fill: '#f4c7a8', ink: '#6b2400', bold: true },
  warning: { fill: '#fff3cc', ink: '#5c4400', bold: false },
  muted: { fill: '#ffffff', ink: QUIET, bold: false },
  plain: { fill: '#ffffff', ink: INK, bold: false },
};

/** A fill of bars: a colour, and the hatching over it. */
interface Fill {
  colour: string;
  hatch?: { lines: Hatch; stroke: string; width: number };
}

/** Bars: dark, pale, hatched, … — told apart in grey print and by colour-blind readers; as in the workbook. */
const FILLS: readonly Fill[] = [
  { colour: '#1f4e79' },
  { colour: '#bdd7ee' },
  { colour: '#fff2cc', hatch: { lines: 'rising', stroke: '#7f6000', width: 2 } },
  { colour: '#7f7f7f' },
  { colour: '#ffffff', hatch: { lines: 'lying', stroke: '#1f4e79', width: 1.5 } },
  { colour: '#e7e6e6' },
  { colour: '#ffffff', hatch: { lines: 'grid', stroke: '#833c0b', width: 1 } },
];

interface LineStyle {
  colour: string;
  dash?: string;
  marker: SymbolType;
}

/** Lines: colour, dash and marker change together. */
const LINES: readonly LineStyle[] = [
  { colour: '#1f4e79', marker: symbolCircle },
  { colour: '#c55a11', dash: '8 4', marker: symbolSquare },
  { colour: '#3b7d23', dash: '2 3', marker: symbolTriangle },
  { colour: '#7030a0', dash: '9 3 2 3', marker: symbolDiamond },
  { colour: '#7f7f7f', marker: symbolSquare },
  { colour: '#000000', dash: '14 4', marker: symbolCircle },
  { colour: '#8a6d00', dash: '5 3', marker: symbolTriangle },
  { colour: '#00717a', dash: '14 3 2 3', marker: symbolDiamond },
];

/** Points: small circles, then large diamonds, told apart by form and size. */
const POINTS = [
  { marker: symbolCircle, area: 36, fill: '#5b8db8', edge: '#1f4e79' },
  { marker: symbolDiamond, area: 110, fill: '#c55a11', edge: INK },
  { marker: symbolTriangle, area: 80, fill: '#ffffff', edge: INK },
] as const;

/** Limits: a dash for each. */
const LIMITS = [
  { colour: '#595959', dash: '6 4' },
  { colour: '#1f1f1f', dash: undefined },
  { colour: '#7f7f7f', dash: '2 3' },
] as const;

export const lineStyle = (index: number): LineStyle => LINES[index % LINES.length]!;
export const pointStyle = (index: number): (typeof POINTS)[number] => POINTS[index % POINTS.length]!;
export const limitStyle = (index: number): (typeof LIMITS)[number] => LIMITS[index % LIMITS.length]!;

/**
 * A bar of the n-th series. Its hatching is drawn as lines and not as a pattern: a printer to PDF makes a picture of
 * every pattern, and the file a hundred times larger.
 * @param content what stands inside the rectangle: its title
 */
export function barShape(index: number, place: Rectangle, content?: Markup): Markup {
  const { x, y, width, height } = place;
  const { colour, hatch } = FILLS[index % FILLS.length]!;
  const lines = hatch ? hatching(hatch.lines, place) : '';
  return markup`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}" stroke="${INK}">${content}</rect>${
    hatch !== undefined &&
    lines !== '' &&
    markup`<path d="${lines}" stroke="${hatch.stroke}" stroke-width="${String(hatch.width)}" pointer-events="none"/>`
  }`;
}

/** A marker at a place. @param area in square pixels */
export function markerPath(type: SymbolType, area: number, x: number, y: number): Markup {
  const path = symbol(type, area).digits(1)() ?? '';
  return markup`d="${path}" transform="translate(${x},${y})"`;
}
