import { foldText } from '../../records/fold.ts';
import type { Row } from '../../sheets/sheet.ts';
import { headersOf, matchesHeader } from '../columns.ts';

/** A table of a form: which physical column holds which numbered one, and what it is called. */
export interface FormTable {
  /** Physical column of the row's name, and of its number. */
  nameColumn: number;
  rowColumn: number;
  /** Numbered columns that hold values, in order. */
  columns: readonly { number: number; index: number; title: string }[];
}

const ROW_NUMBER = [/^(№|n) ?стро-? ?ки$/, /^(№|n) п\/п$/, /^номер строки$/];

/** Physical column of `№ строки`; `undefined` where the row is no header of a table. */
export function rowNumberColumn(row: Row): number | undefined {
  return headersOf(row).find(({ header }) => matchesHeader(header, ROW_NUMBER))?.index;
}

/**
 * The row of column numbers that ends a header: «1 2 3 …» or «А Б 3 …», as numbers or as text.
 * @returns numbers by physical column, 1 and 2 for «А» and «Б»; `undefined` where it is another row
 */
export function columnNumbers(row: Row): Map<number, number> | undefined {
  const numbers = new Map<number, number>();
  let before = 0;
  for (const [index, cell] of row.cells.entries()) {
    // A merged cell repeats its number over hidden columns.
    if (!cell || cell.master || cell.text.trim() === '') continue;
    const number = numberOf(cell.text);
    if (number === undefined || number !== before + 1) return undefined;
    before = number;
    numbers.set(index, number);
  }
  return numbers.size >= 3 ? numbers : undefined;
}

function numberOf(text: string): number | undefined {
  const folded = foldText(text);
  if (folded === 'а') return 1;
  if (folded === 'б') return 2;
  const digits = /^0?(\d{1,3})(?:[.,]0)?$/.exec(folded)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The table that begins below its row of column numbers. */
export function formTable(
  header: readonly Row[],
  rowColumn: number,
  numbers: ReadonlyMap<number, number>,
): FormTable {
  const first = [...numbers.keys()][0]!;
  return {
    nameColumn: Math.min(first, rowColumn),
    rowColumn,
    columns: [...numbers]
      .filter(([index]) => index > rowColumn)
      .map(([index, number]) => ({ number, index, title: titleOf(header, index) })),
  };
}

/** Titles above a column from the top down, those that a merged cell repeats once. */
function titleOf(header: readonly Row[], index: number): string {
  const texts = header.map(
    (row) =>
      row.cells[index]?.text
        .replace(/-\s*\n\s*/g, '')
        .replace(/\s+/g, ' ')
        .trim() ?? '',
  );
  return texts.filter((text, at) => text !== '' && text !== texts[at - 1]).join(', ');
}

/** Number of a row: `01`, 1, `1.0`, `701`, `(54)`; `undefined` for labels without one. */
export function rowNumber(row: Row, { rowColumn }: FormTable): number | undefined {
  const text = row.cells[rowColumn]?.text.trim() ?? '';
  const digits = /^\(?0*(\d{1,5})\)?(?:[.,]0+)?$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
