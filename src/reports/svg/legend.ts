import type { Markup } from '../markup.ts';
import { EDGE } from './drawing.ts';
import { barShape } from './styles.ts';
import { LINE, textAt, widthOf } from './text.ts';

/** Width of the sample before a title. */
export const KEY = 26;
const AFTER_KEY = 6;
const BETWEEN = 20;

export interface LegendEntry {
  title: string;
  /** The sample, drawn in a box `KEY` wide whose middle is at a height. */
  key(x: number, y: number): Markup;
}

/** Lays entries out in lines from the left. @returns the height they take and their markup */
export function legend(entries: readonly LegendEntry[], width: number): { height: number; body: Markup[] } {
  if (entries.length === 0) return { height: EDGE, body: [] };
  let [x, line] = [EDGE, 0];
  const body: Markup[] = [];
  for (const { title, key } of entries) {
    const wide = KEY + AFTER_KEY + widthOf(title);
    if (x > EDGE && x + wide > width - EDGE) [x, line] = [EDGE, line + 1];
    const y = EDGE + line * (LINE + 5) + LINE / 2;
    body.push(key(x, y), textAt(title, { x: x + KEY + AFTER_KEY, y }));
    x += wide + BETWEEN;
  }
  return { height: EDGE + (line + 1) * (LINE + 5) + 6, body };
}

/** A sample of the n-th series of bars. */
export function barKey(index: number): LegendEntry['key'] {
  return (x, y) => barShape(index, { x, y: y - 6, width: KEY, height: 12 });
}
