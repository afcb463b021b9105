import type { DuckDBConnection } from '@duckdb/node-api';
import { type ColumnType, type Engine, literal, type SqlRow, type SqlValue } from './engine.ts';

const TYPES: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  json: 'JSON',
};

/** The embedded engine: DuckDB in memory, over the NDJSON of the imports. Loaded only when facts are asked for. */
export async function duckdbEngine(): Promise<Engine> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection: DuckDBConnection = await instance.connect();
  await connection.run(
    'SET preserve_insertion_order = false; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;',
  );
  return {
    async query(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJS() as SqlRow[];
    },
    ndjson(files, columns) {
      const names = Object.entries(columns).map(([name, type]) => `${name}: '${TYPES[type]}'`);
      return (
        `(SELECT ${Object.keys(columns).join(', ')}, filename AS source_file FROM read_json([${files.map(literal).join(', ')}], ` +
        `format = 'newline_delimited', filename = true, maximum_object_size = 16777216, columns = {${names.join(', ')}}))`
      );
    },
    taskScores(relation, keys) {
      return (
        `(SELECT ${keys.join(', ')}, task - 1 AS task, scores[task] AS score FROM (` +
        `SELECT ${keys.join(', ')}, scores, UNNEST(range(1, len(scores) + 1)) AS task FROM (` +
        `SELECT ${keys.join(', ')}, from_json(tasks, '["DOUBLE"]') AS scores FROM ${relation} r WHERE tasks IS NOT NULL) s) u)`
      );
    },
    constants(columns, rows) {
      const names = Object.entries(columns);
      const shown = rows.length > 0 ? rows : [names.map(() => null)];
      const values = shown.map((row) => `(${row.map(valueLiteral).join(', ')})`).join(', ');
      const casts = names.map(([name, type], index) => `CAST(c${index} AS ${TYPES[type]}) AS ${name}`);
      const columnNames = names.map((_, index) => `c${index}`).join(', ');
      return `(SELECT ${casts.join(', ')} FROM (VALUES ${values}) given(${columnNames})${rows.length > 0 ? '' : ' WHERE 1 = 0'})`;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function valueLiteral(value: SqlValue): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : literal(value);
}
