import { cellText } from '../cell-text.ts';
import { printable } from '../plain-text.ts';
import { type ReportTable, typeIn } from '../report.ts';
import { lineCount, textWidth } from './text-width.ts';

/** A column wider than this is wrapped. */
export const WIDEST = 60;
const NARROWEST = 7;
/** Room for the filter button beside a header's longest word. */
const BUTTON = 3;
/** Lines of a header's text. */
const TITLE_LINES = 3;
/** A table narrower than this is stretched, so that its title and notes stand above it on the page. */
const LEAST_TOTAL = 130;
const MOST_STRETCH = 4;
/** Width of an average Russian letter with its share of spaces. */
const LETTER = 0.98;
/** The narrowest column of signs: its header has no filter button. */
const NARROWEST_MARK = 4.5;
/** The indents at both edges of a cell. */
const PADDING = 2;
/** Points of a line of text, and of the room around it. */
const LINE = 12.75;
const ROOM = 2.5;

/** Widths of a table's columns in characters, from the contents, the headers and the declared widths. */
export function workbookWidths(table: ReportTable): number[] {
  const widths = table.columns.map((column) => {
    if (column.type === 'mark') return Math.max(NARROWEST_MARK, textWidth(column.title, true) + PADDING);
    const words = column.title.split(/[\s-]+/).map((word) => textWidth(word, true));
    const header =
      Math.max(...words, textWidth(column.title, true) / (column.titleLines ?? TITLE_LINES)) + BUTTON;
    const content =
      column.width ??
      PADDING +
        table.rows.reduce(
          (widest, row) =>
            Math.max(widest, textWidth(cellText(row[column.key] ?? null, typeIn(column, row)))),
          0,
        );
    return Math.min(WIDEST, Math.max(NARROWEST, header, content));
  });
  const total = widths.reduce((sum, each) => sum + each, 0);
  const stretch = Math.min(MOST_STRETCH, Math.max(1, LEAST_TOTAL / total));
  return widths.map((width) => Math.round(width * stretch * 10) / 10);
}

/** How many letters of a note fit above columns of the given widths. */
export function lettersAbove(widths: readonly number[]): number {
  const total = widths.reduce((sum, each) => sum + each, 0);
  return Math.max(60, Math.floor(total / LETTER));
}

/** Height in points of a row whose texts are wrapped into columns of the given widths. */
export function rowHeight(cells: readonly { text: string; width: number; bold?: boolean }[]): number {
  const lines = cells.map(({ text, width, bold }) => lineCount(printable(text), width - PADDING, bold));
  return Math.max(...lines) * LINE + ROOM;
}
