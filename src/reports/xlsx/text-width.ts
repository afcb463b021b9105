/** Advance widths of Arial in thousandths of its size, rounded to fifty. */
const ADVANCES: readonly [thousandths: number, letters: string][] = [
  [200, "'ijl"],
  [300, ' \u00a0.,;:/!·ftI'],
  [350, 'г-()"r'],
  [450, 'зкт'],
  [500, 'сухчьэcksvxyzJ'],
  [600, 'длЗКТ+<>=FTZ'],
  [650, 'жъАБВЕЛРУХЧЬЁABEKPSVXY'],
  [700, 'мыДИЙНПСЭЯwCDHNRU'],
  [750, 'юФЦ'],
  [800, 'фшщОЪGOQ'],
  [850, 'МmM'],
  [900, 'ЖШЫ%'],
  [950, 'ЩW'],
  [1000, 'Ю—…→'],
  [1050, '№'],
];
const USUAL = 550;
const BOLD = 1.07;
/** Points of Arial 10 in one unit of column width, which is a digit of the workbook's base font. */
const POINTS_PER_UNIT = 5.25;
const FONT_POINTS = 10;

const ADVANCE = new Map(
  ADVANCES.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

/** Width of a text in Arial 10, in units of column width. */
export function textWidth(text: string, bold = false): number {
  let thousandths = 0;
  for (const letter of text) thousandths += ADVANCE.get(letter) ?? USUAL;
  return ((thousandths / 1000) * FONT_POINTS * (bold ? BOLD : 1)) / POINTS_PER_UNIT;
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
