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
  close(): void;
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A value as an SQL literal. */
export function valueLiteral(value: string | number | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : literal(value);
}

/**
 * An SQL relation with constant rows; with no rows it still has its columns.
 * @param columns names, each with the SQL type to which its values are cast
 */
export function constants(
  columns: Readonly<Record<string, 'VARCHAR' | 'INTEGER' | 'DOUBLE'>>,
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const names = Object.entries(columns);
  const shown = rows.length > 0 ? rows : [names.map(() => null)];
  const selects = shown.map(
    (row) =>
      `SELECT ${names.map(([name, type], index) => `CAST(${valueLiteral(row[index] ?? null)} AS ${type}) AS ${name}`).join(', ')}`,
  );
  return `(${selects.join(' UNION ALL ')}${rows.length > 0 ? '' : ' WHERE 1 = 0'})`;
}
