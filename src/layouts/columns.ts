import { foldText } from '../records/fold.ts';
import type { Cell, Row } from '../sheets/sheet.ts';
import { withUsualSpaces } from './plain-headers.ts';

/** A header is matched by meaning: folded text (see `foldText`) equal to a string, or matching an expression. */
export type HeaderMatcher = string | RegExp;

export interface Column {
  index: number;
  /** Header text as it stands in the file. */
  header: string;
}

/** Text of a cell, trimmed, with no-break spaces as spaces; empty where there is no cell. */
export function textAt(row: Row, column: number): string {
  const text = row.cells[column]?.text;
  return text ? text.replace(/[\u00a0\u202f]/g, ' ').trim() : '';
}

/** A cell of a header row that is a header of its own, not the repeat of a merged one on its left. */
function isOwnHeader(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.text.trim() !== '';
}

/** All headers of a row with their columns; covered cells of a horizontal merge are left out. */
export function headersOf(row: Row): Column[] {
  const columns: Column[] = [];
  row.cells.forEach((cell, index) => {
    if (!isOwnHeader(cell)) return;
    const left = row.cells[index - 1];
    if (cell.master && left && (left.master === cell.master || left.text === cell.text)) return;
    columns.push({ index, header: cell.text.replace(/\s+/g, ' ').trim() });
  });
  return columns;
}

export function matchesHeader(header: string, matchers: readonly HeaderMatcher[]): boolean {
  return matchesFolded(foldedHeader(header), matchers);
}

function foldedHeader(header: string): string {
  return withUsualSpaces(foldText(header));
}

/** Spellings in code, folded: a few hundred, asked for at every row in which a header is looked for. */
const foldedSpellings = new Map<string, string>();

function foldedSpelling(spelling: string): string {
  let folded = foldedSpellings.get(spelling);
  if (folded === undefined) {
    folded = foldText(spelling);
    foldedSpellings.set(spelling, folded);
  }
  return folded;
}

function matchesFolded(folded: string, matchers: readonly HeaderMatcher[]): boolean {
  return matchers.some((matcher) =>
    typeof matcher === 'string' ? folded === foldedSpelling(matcher) : matcher.test(folded),
  );
}

/** Headers of a row with their folded text: every layout looks at the same first rows of a sheet. */
const foldedRows = new WeakMap<Row, readonly (Column & { folded: string })[]>();

function foldedHeadersOf(row: Row): readonly (Column & { folded: string })[] {
  let headers = foldedRows.get(row);
  if (!headers) {
    headers = headersOf(row).map((column) => ({ ...column, folded: foldedHeader(column.header) }));
    foldedRows.set(row, headers);
  }
  return headers;
}

/**
 * Finds columns by meaning. The first header that fits a key is taken, each header at most once.
 * @param wanted for each key the spellings that mean it
 */
export function findColumns<K extends string>(
  row: Row,
  wanted: Record<K, readonly HeaderMatcher[]>,
): Partial<Record<K, Column>> {
  const found: Partial<Record<K, Column>> = {};
  const taken = new Set<number>();
  const headers = foldedHeadersOf(row);
  for (const key of Object.keys(wanted) as K[]) {
    const column = headers.find(
      ({ index, folded }) => !taken.has(index) && matchesFolded(folded, wanted[key]),
    );
    if (!column) continue;
    found[key] = { index: column.index, header: column.header };
    taken.add(column.index);
  }
  return found;
}

/** Says that every cell of the row is empty or a dash-less blank. */
export function isBlankRow(row: Row): boolean {
  return row.cells.every((cell) => cell === undefined || cell.text.trim() === '');
}
