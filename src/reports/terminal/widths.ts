import { cellText } from '../cell-text.ts';
import { wrapText } from '../plain-text.ts';
import { type ReportTable, typeIn } from '../report.ts';

/** Border and padding of a column, in characters. */
const FRAME = 3;
/** A text column narrower than this is not worth reading. */
const NARROWEST_TEXT = 8;

/**
 * Widths of a table's columns (content only) that fit the terminal; `undefined` where no widths would.
 * The widest columns give way first, each down to its longest word.
 */
export function columnWidths(table: ReportTable, width: number): number[] | undefined {
  const texts = table.columns.map((column) => [
    column.title,
    ...table.rows.map((row) => cellText(row[column.key] ?? null, typeIn(column, row))),
  ]);
  const room = width - 1 - FRAME * texts.length;
  const fitted = narrowed(texts, room, / /) ?? narrowed(texts, room, /[ \u00a0]/);
  return fitted && withSpareGiven(fitted, texts, room);
}

/** Narrows the widest columns until all fit, none below its longest word. @param gap where words part */
function narrowed(texts: readonly string[][], room: number, gap: RegExp): number[] | undefined {
  const widths = texts.map((column) => Math.max(...column.map((text) => text.length), 1));
  const least = texts.map((column) => {
    const longestWord = Math.max(...column.flatMap((text) => text.split(gap)).map((word) => word.length));
    return Math.max(1, Math.min(longestWord, Math.max(NARROWEST_TEXT, Math.floor(room / 3))));
  });
  for (let excess = widths.reduce((sum, each) => sum + each, 0) - room; excess > 0; excess--) {
    const widest = widths.reduce(
      (best, each, index) => (each > least[index]! && (best < 0 || each > widths[best]!) ? index : best),
      -1,
    );
    if (widest < 0) return undefined;
    widths[widest]!--;
  }
  return widths;
}

/** What wrapped columns leave unused goes to the one with the tallest cell. */
function withSpareGiven(widths: readonly number[], texts: readonly string[][], room: number): number[] {
  const wrapped = texts.map((column, index) => column.map((text) => wrapText(text, widths[index]!)));
  const used = wrapped.map((cells) => Math.max(...cells.flat().map((line) => line.length), 1));
  const tallest = wrapped
    .map((cells) => Math.max(...cells.map((lines) => lines.length)))
    .reduce((best, height, index, heights) => (height > heights[best]! ? index : best), 0);
  const spare = room - used.reduce((sum, each) => sum + each, 0);
  const longest = Math.max(...texts[tallest]!.map((text) => text.length));
  return used.map((each, index) => (index === tallest ? Math.min(longest, each + spare) : each));
}
