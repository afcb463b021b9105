import type { ColumnType } from '../../records/columns.ts';

/** A value that comes back from an engine. */
export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export type { ColumnType };

/** Records as they are stored: a SELECT that names them so is one that a cluster counts where they lie. */
export interface StoredRecords {
  /** What stands behind FROM: a relation that has the columns that were asked for. */
  from: string;
  /** What stands behind WHERE: it tells these records from others in that relation. */
  where: string;
  /** Expression of the id of the import that a record belongs to. */
  import: string;
}

/**
 * What answers questions over records; what differs between engines is in here. Queries keep to SQL that an old
 * cluster understands: one join a SELECT, over equal columns; no WITH; an alias that is also the name of a column
 * only where nothing else in that SELECT reads the column; a row without a match of a LEFT JOIN is told by a
 * column that is no key. A SELECT from stored records themselves is counted by the shards, a SELECT over a subquery is
 * not; in such a one columns stand without a prefix, what is joined has names of its own, and an expression may be
 * joined on where it stands left of the equals sign and its columns are among what is selected.
 */
export interface Engine {
  query(sql: string): Promise<SqlRow[]>;
  /** A text as an SQL literal. */
  literal(text: string): string;
  /** Records of NDJSON files, with explicit columns. */
  records(files: readonly string[], columns: Readonly<Record<string, ColumnType>>): StoredRecords;
  /**
   * SELECT that counts the scores of tasks of records whose column `tasks` holds a JSON list: `keys`, `task` (from 0),
   * `score` (null: did not begin) and `count`.
   * @param keys expressions by their names
   */
  taskCounts(records: Pick<StoredRecords, 'from' | 'where'>, keys: Readonly<Record<string, string>>): string;
  /** SQL of a relation with constant rows; with no rows it still has its columns. */
  constants(columns: Readonly<Record<string, ColumnType>>, rows: readonly (readonly SqlValue[])[]): string;
  close(): void;
}

/** A text as a literal of standard SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Expressions under their names, as SELECT lists them; a column that keeps its name stands alone. */
export function named(expressions: Readonly<Record<string, string>>): string {
  return Object.entries(expressions)
    .map(([name, sql]) => (sql === name ? name : `${sql} AS ${name}`))
    .join(', ');
}
