import { lettersWidth } from '../letter-widths.ts';

/** Points of Arial 10 in one unit of column width, which is a digit of the workbook's base font. */
const POINTS_PER_UNIT = 5.25;
const FONT_POINTS = 10;

/** Width of a text in Arial 10, in units of column width. */
export function textWidth(text: string, bold = false): number {
  return (lettersWidth(text, bold) * FONT_POINTS) / POINTS_PER_UNIT;
}

/** On how many lines a text stands in a column that has `room` units for it; a longer word is cut, as Excel does. */
export function lineCount(text: string, room: number, bold = false): number {
  const space = textWidth(' ', bold);
  let lines = 1;
  let filled = 0;
  for (const word of text.split(/ +/)) {
    const width = textWidth(word, bold);
    if (filled > 0 && filled + space + width <= room) {
      filled += space + width;
      continue;
    }
    if (filled > 0) lines++;
    const cuts = Math.max(0, Math.ceil(width / room) - 1);
    lines += cuts;
    filled = width - cuts * room;
  }
  return lines;
}
