import fc from 'fast-check';
import { nastyText } from './nasty.ts';
import { share } from './share.ts';

/** A table as texts, by row and column. */
export type Rows = string[][];

/** A change to the cells of a table; shares choose rows and columns. */
export type RowChange =
  | { change: 'cell'; row: number; column: number; text: string }
  | { change: 'swap'; row: number; column: number; toRow: number; toColumn: number }
  | { change: 'drop-row' | 'double-row' | 'blank-row' | 'shift-row'; row: number }
  | { change: 'drop-column' | 'double-column'; column: number }
  | { change: 'move-row'; row: number; toRow: number };

/** What people do to tables in an editor. */
export const rowChange: fc.Arbitrary<RowChange> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      change: fc.constant('cell' as const),
      row: share,
      column: share,
      text: nastyText,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      change: fc.constant('swap' as const),
      row: share,
      column: share,
      toRow: share,
      toColumn: share,
    }),
  },
  fc.record({
    change: fc.constantFrom('drop-row' as const, 'double-row', 'blank-row', 'shift-row'),
    row: share,
  }),
  fc.record({ change: fc.constantFrom('drop-column' as const, 'double-column'), column: share }),
  fc.record({ change: fc.constant('move-row' as const), row: share, toRow: share }),
);

/** The table after a change. */
export function changeRows(rows: Rows, given: RowChange): Rows {
  const changed = rows.map((row) => [...row]);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const at = (part: number, length: number) => Math.max(0, Math.min(Math.floor(part * length), length - 1));
  if (rows.length === 0) return changed;
  const row = 'row' in given ? changed[at(given.row, rows.length)]! : [];
  switch (given.change) {
    case 'cell':
      row[at(given.column, width)] = given.text;
      break;
    case 'swap': {
      const other = changed[at(given.toRow, rows.length)]!;
      const [from, to] = [at(given.column, width), at(given.toColumn, width)];
      [row[from], other[to]] = [other[to] ?? '', row[from] ?? ''];
      break;
    }
    case 'drop-row':
      changed.splice(changed.indexOf(row), 1);
      break;
    case 'double-row':
      changed.splice(changed.indexOf(row), 0, [...row]);
      break;
    case 'blank-row':
      row.fill('');
      break;
    case 'shift-row':
      row.unshift('');
      break;
    case 'move-row':
      changed.splice(changed.indexOf(row), 1);
      changed.splice(at(given.toRow, rows.length), 0, row);
      break;
    case 'drop-column':
      for (const one of changed) one.splice(at(given.column, width), 1);
      break;
    case 'double-column': {
      const column = at(given.column, width);
      for (const one of changed) one.splice(column, 0, one[column] ?? '');
    }
  }
  return changed.map((one) => Array.from(one, (cell) => cell ?? ''));
}
