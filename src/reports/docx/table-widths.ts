import { cellText, isNumeric, signOf } from '../cell-text.ts';
import { lettersWidth } from '../letter-widths.ts';
import { type ReportColumn, type ReportTable, typeIn } from '../report.ts';

/** Twips in the size of the font of tables; its letters are narrower than those of Arial, bold ones less so. */
const SIZE = 200;
const NARROWER = { plain: 0.9, bold: 0.97 };
/** Twips beside the text in a cell. */
const PADDING = 180;
/** A column of texts is not squeezed below this (a little more where the page has no room), nor wished wider. */
const COMFORT = 1600;
const TIGHT = 1300;
const WIDEST = 5200;
/** A longer word is broken. */
const LONGEST_WORD = 2600;

/** Where a line may break. */
const BREAKS = /[ -]+/;

/** What a column needs at least and what it would like, in twips. */
interface Wish {
  least: number;
  wanted: number;
}

const wordTwips = (text: string, bold = false): number =>
  lettersWidth(text, bold) * SIZE * NARROWER[bold ? 'bold' : 'plain'];

function wishOf(column: ReportColumn, table: ReportTable, comfort: number): Wish {
  let word = 0;
  let line = 0;
  let whole = 0;
  for (const row of table.rows) {
    const type = typeIn(column, row);
    const value = row[column.key] ?? null;
    const text = type === 'mark' ? signOf(column, value) : cellText(value, type);
    // numbers stay in one line
    if (isNumeric(type)) whole = Math.max(whole, wordTwips(text) + PADDING);
    line = Math.max(line, wordTwips(text));
    for (const each of text.split(BREAKS)) word = Math.max(word, wordTwips(each));
  }
  for (const each of column.title.split(BREAKS)) word = Math.max(word, wordTwips(each, true));
  const wanted = Math.min(WIDEST, Math.max(line + PADDING, word + PADDING));
  const shortest = Math.max(whole, Math.min(LONGEST_WORD, word + PADDING));
  return { least: Math.max(shortest, Math.min(wanted, comfort)), wanted };
}

/** Widths of a table's columns in twips that fill `room`, or undefined where the table does not fit into it. */
export function columnWidths(table: ReportTable, room: number, comfort = COMFORT): number[] | undefined {
  const wishes = table.columns.map((column) => wishOf(column, table, comfort));
  const least = sum(wishes.map((wish) => wish.least));
  if (least > room) return undefined;
  const wanted = sum(wishes.map((wish) => wish.wanted));
  const given = wanted > least ? Math.min(1, (room - least) / (wanted - least)) : 0;
  const widths = wishes.map((wish) => wish.least + (wish.wanted - wish.least) * given);
  const stretch = room / sum(widths);
  const whole = widths.map((width) => Math.floor(width * stretch));
  whole[0]! += room - sum(whole);
  return whole;
}

/**
 * A table as it fits on the paper: whole, or in the fewest parts of about as many columns, each beginning with the same
 * key columns.
 * @param keyColumns how many leading columns say what a row is about
 * @param room in twips
 */
export function fitTable(
  table: ReportTable,
  keyColumns: number,
  room: number,
): { table: ReportTable; widths: readonly number[] }[] {
  const keys = table.columns.slice(0, keyColumns);
  const others = table.columns.slice(keyColumns);
  for (let count = 1; ; count++) {
    const size = Math.max(1, Math.ceil(others.length / count));
    const starts = Array.from({ length: Math.max(1, Math.ceil(others.length / size)) }, (_, at) => at * size);
    const parts = starts.map((start) => ({
      ...table,
      columns: [...keys, ...others.slice(start, start + size)],
    }));
    const widths = parts.map((part) => columnWidths(part, room) ?? columnWidths(part, room, TIGHT));
    const smallest = size === 1;
    if (smallest || !widths.includes(undefined)) {
      return parts.map((part, at) => ({ table: part, widths: widths[at] ?? equalWidths(part, room) }));
    }
  }
}

/** Where even one column beside the keys has no room of its own. */
const equalWidths = (table: ReportTable, room: number): number[] =>
  table.columns.map(() => Math.floor(room / table.columns.length));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
