import type { ColumnType } from '../../records/columns.ts';
import { literal } from './engine.ts';

/** Column types of DuckDB. */
export const DUCKDB_TYPES: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  json: 'JSON',
};

/** The id of the import, from the path of its file. */
export const IMPORT_OF_FILE = "regexp_extract(filename, '([0-9A-Z]{26})[\\\\/][^\\\\/]*$', 1)";

/** SQL of the records of NDJSON files, with the path of each record's file as `filename`. */
export function readNdjson(files: readonly string[], columns: Readonly<Record<string, ColumnType>>): string {
  return (
    `read_json([${files.map(literal).join(', ')}], format = 'newline_delimited', filename = true, ` +
    `maximum_object_size = 16777216, columns = ${duckdbColumns(columns)})`
  );
}

/** Columns as `read_json` takes them. */
function duckdbColumns(columns: Readonly<Record<string, ColumnType>>): string {
  return `{${Object.entries(columns)
    .map(([name, type]) => `'${name}': '${DUCKDB_TYPES[type]}'`)
    .join(', ')}}`;
}
