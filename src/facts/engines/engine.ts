/** A value that comes back from an engine. */
export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Column of an NDJSON relation, by the engine-neutral type of its values. */
export type ColumnType = 'text' | 'integer' | 'number' | 'json';

/** What answers questions over records. Queries keep to plain SQL; what differs between engines is in here. */
export interface Engine {
  query(sql: string): Promise<SqlRow[]>;
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

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
