import { a1 } from '../../sheets/address.ts';
import type { Place } from '../layout.ts';
import { sumDiffers, sumReference } from './form-sums.ts';
import type { FormTable } from './form-table.ts';

/** A numbered row of a form. */
export interface FormRow {
  number: number;
  name: string;
  /** By number of the column; `undefined` where no number stands. */
  values: ReadonlyMap<number, number | undefined>;
  /** Row of the sheet. */
  row: number;
}

/** Totals that are not the sums that their names promise: one complaint a total. */
export function sumComplaints(
  table: FormTable,
  rows: readonly FormRow[],
): { message: string; place: Place }[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const cellOf = (row: FormRow, column: number) =>
    a1(table.columns.find(({ number }) => number === column)!.index, row.row);
  const down = rows.flatMap((row) => {
    const sum = sumReference(row.name);
    if (sum?.of !== 'rows') return [];
    const wrong = table.columns
      .map(({ number }) => number)
      .filter((column) => {
        const total = row.values.get(column);
        const parts = sum.numbers.map((number) => byNumber.get(number)?.values.get(column));
        return total !== undefined && sumDiffers(total, parts);
      });
    return wrong.length === 0
      ? []
      : [{ row, cells: wrong.map((column) => cellOf(row, column)), what: 'строк' }];
  });
  const across = table.columns.flatMap(({ number, title }) => {
    const sum = sumReference(title);
    if (sum?.of !== 'columns') return [];
    const wrong = rows.filter((row) => {
      const total = row.values.get(number);
      return (
        total !== undefined &&
        sumDiffers(
          total,
          sum.numbers.map((column) => row.values.get(column)),
        )
      );
    });
    return wrong.length === 0
      ? []
      : [{ row: wrong[0]!, cells: wrong.map((row) => cellOf(row, number)), what: 'граф' }];
  });
  return [...down, ...across].map(({ row, cells, what }) => {
    const listed = `${cells.slice(0, 8).join(', ')}${cells.length > 8 ? ' …' : ''}`;
    return {
      message: `Итог не равен сумме ${what}, из которых состоит: ${listed}. Взято то, что стоит в форме; проверьте её.`,
      place: { row: row.row },
    };
  });
}
