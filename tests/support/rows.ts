import type { Cell, Row } from '../../src/sheets/sheet.ts';

export type Shown = string | number | boolean | null | undefined;

/** Rows as a sheet reader gives them, from plain arrays: row 1 first; `null` and `undefined` are empty cells. */
export function rowsOf(table: readonly (readonly Shown[])[]): Row[] {
  return table
    .map((values, index) => ({ number: index + 1, hidden: false, cells: values.map(cellOf) }))
    .filter((row) => row.cells.some((cell) => cell !== undefined));
}

function cellOf(value: Shown): Cell | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string') return { text: value, value, kind: 'text' };
  return { text: String(value), value, kind: typeof value === 'number' ? 'number' : 'boolean' };
}
