import type { ColumnType } from '../../records/columns.ts';

/** A value that comes back from an engine. */
export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export type { ColumnType };

/**
 * What answers questions over records; what differs between engines is in here. Queries keep to SQL that an old
 * cluster understands: one join a SELECT, over equal columns; no WITH; an alias that is also the name of a column
 * only where nothing else in that SELECT reads the column; a row without a match of a LEFT JOIN is told by a
 * column that is no key.
 */
export interface Engine {
  query(sql: string): Promise<SqlRow[]>;
  /** A text as an SQL literal. */
  literal(text: string): string;
  /**
   * SQL of a relation over NDJSON files with explicit columns; one more column, `source_file`, says from which
   * file a row came.
   */
  ndjson(files: readonly string[], columns: Readonly<Record<string, ColumnType>>): string;
  /**
   * SQL of a relation with one row for each task of each participant: `keys`, `task` (from 0) and `score` (null:
   * did not begin), out of a relation whose column `tasks` holds a JSON list.
   */
  taskScores(relation: string, keys: readonly string[]): string;
  /** SQL of a relation with constant rows; with no rows it still has its columns. */
  constants(columns: Readonly<Record<string, ColumnType>>, rows: readonly (readonly SqlValue[])[]): string;
  close(): void;
}

/** A text as a literal of standard SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
