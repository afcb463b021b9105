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

const ADVANCE = new Map(
  ADVANCES.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

/** Width of a text in Arial, in sizes of the font (em). */
export function lettersWidth(text: string, bold = false): number {
  let thousandths = 0;
  for (const letter of text) thousandths += ADVANCE.get(letter) ?? USUAL;
  return (thousandths / 1000) * (bold ? BOLD : 1);
}
