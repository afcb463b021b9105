import { foldText } from '../records/fold.ts';
import { foundOrMade } from '../records/found-or-made.ts';
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
  return foundOrMade(foldedSpellings, spelling, foldText);
}

function matchesFolded(folded: string, matchers: readonly HeaderMatcher[]): boolean {
  return matchers.some((matcher) =>
    typeof matcher === 'string' ? folded === foldedSpelling(matcher) : matcher.test(folded),
  );
}

interface FoldedHeader extends Column {
  folded: string;
}

/** The headers of a row, in their order and by their folded text. */
interface FoldedHeaders {
  all: readonly FoldedHeader[];
  byText: ReadonlyMap<string, readonly FoldedHeader[]>;
}

/** Every layout looks at the same first rows of a sheet. */
const foldedRows = new WeakMap<Row, FoldedHeaders>();

function foldedHeadersOf(row: Row): FoldedHeaders {
  return foundOrMade(foldedRows, row, () => {
    const all = headersOf(row).map((column) => ({ ...column, folded: foldedHeader(column.header) }));
    const byText = new Map<string, FoldedHeader[]>();
    for (const header of all) foundOrMade(byText, header.folded, () => []).push(header);
    return { all, byText };
  });
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
  const { all, byText } = foldedHeadersOf(row);
  const isFree = ({ index }: Column) => !taken.has(index);
  for (const key of Object.keys(wanted) as K[]) {
    let first: Column | undefined;
    for (const matcher of wanted[key]) {
      const column =
        typeof matcher === 'string'
          ? byText.get(foldedSpelling(matcher))?.find(isFree)
          : all.find((header) => isFree(header) && matcher.test(header.folded));
      if (column && (first === undefined || column.index < first.index)) first = column;
    }
    if (!first) continue;
    found[key] = { index: first.index, header: first.header };
    taken.add(first.index);
  }
  return found;
}

/** Says that every cell of the row is empty or a dash-less blank. */
export function isBlankRow(row: Row): boolean {
  return row.cells.every((cell) => cell === undefined || cell.text.trim() === '');
}
