import type { ColumnType } from '../../records/columns.ts';

/** Column types of DuckDB. */
export const DUCKDB_TYPES: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  json: 'JSON',
};

/** Columns as `read_json` takes them. */
export function duckdbColumns(columns: Readonly<Record<string, ColumnType>>): string {
  return `{${Object.entries(columns)
    .map(([name, type]) => `'${name}': '${DUCKDB_TYPES[type]}'`)
    .join(', ')}}`;
}
