import { foldText } from '../../records/fold.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { Column, HeaderMatcher } from '../columns.ts';
import { findColumns, headersOf } from '../columns.ts';
import type { Place, Reading } from '../layout.ts';

/** Spellings of the columns that several plain tables share. */
export const SCHOOL_HEADERS: readonly HeaderMatcher[] = [
  /^код (?:[оo][оуoy]|школы|организации|образовательной организации)$/,
];
export const YEAR_HEADERS: readonly HeaderMatcher[] = ['год', 'учебный год'];

/** Columns of a plain table by their meaning; a value stands strictly under its header. */
export interface Table<K extends string> {
  has(key: K): boolean;
  /** Trimmed text of a cell; empty where there is none. */
  text(row: Row, key: K): string;
  /** Place of a cell; `value` says that its text may be shown. */
  place(row: Row, key: K, value?: string): Place;
}

/** Finds the columns of a header row. */
export function tableOf<K extends string>(
  header: Row,
  wanted: Record<K, readonly HeaderMatcher[]>,
): Table<K> {
  const columns: Partial<Record<K, Column>> = findColumns(header, wanted);
  return {
    has: (key) => columns[key] !== undefined,
    text(row, key) {
      const column = columns[key];
      return column === undefined ? '' : (row.cells[column.index]?.text.trim() ?? '');
    },
    place(row, key, value) {
      const column = columns[key];
      const place: Place = { row: row.number };
      if (column) Object.assign(place, { column: column.index, header: column.header });
      return value === undefined ? place : { ...place, value };
    },
  };
}

/** A check that warns of the rows that hold values beyond the last header. */
export function widthCheck(reading: Reading, header: Row): (row: Row) => void {
  const width = (headersOf(header).at(-1)?.index ?? 0) + 1;
  return (row) => {
    if (row.cells.length <= width) return;
    const beyond = row.cells.findIndex((cell, index) => index >= width && cell?.text.trim());
    if (beyond < 0) return;
    reading.warn(
      'row-wider-than-header',
      'Строка длиннее заголовка: значения за последним столбцом не читаются. Проверьте, не сдвинута ли строка.',
      { row: row.number, column: beyond },
    );
  };
}

/** A row whose cells are all empty, as the tail of a form has them. */
export function isEmpty(row: Row): boolean {
  return !row.cells.some((cell) => cell?.text.trim());
}

const TOTAL = /^(всего|итого)( по .+)?:?$/;

/**
 * A row below the header that is no record: an empty one, or the totals («Итого», «Всего по округу») that belong to no
 * organisation.
 * @param key column of the organisation's code
 */
export function isServiceRow<K extends string>(row: Row, table: Table<K>, key: K): boolean {
  const first = row.cells.find((cell) => cell?.text.trim())?.text.trim();
  if (first === undefined) return true;
  // Nearly every row begins with a code in digits, and folding is slow.
  if (!/\p{L}/u.test(first)) return false;
  const school = table.text(row, key);
  return (school === '' || school === first) && TOTAL.test(foldText(first));
}
