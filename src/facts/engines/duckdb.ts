import { sep } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { recordColumns } from '../../records/columns.ts';
import { RECORD_KINDS, type RecordKind } from '../../records/schemas.ts';
import { exportsOf } from './commonjs.ts';
import { DUCKDB_TYPES, IMPORT_OF_FILE, readNdjson } from './duckdb-types.ts';
import { type ColumnType, type Engine, literal, named, type SqlRow, type SqlValue } from './engine.ts';
import { type Cacheable, type CachePlan, parquetCache, WORTH_A_SEGMENT } from './parquet-cache.ts';

/** A relation that a query names; what it reads from is settled when the query runs. */
interface Relation {
  name: string;
  files: readonly string[];
  columns: Readonly<Record<string, ColumnType>>;
  made: boolean;
  /** Whether it reads records as they are that are worth a file of the cache. */
  uncached: boolean;
}

/**
 * The embedded engine: DuckDB in memory, over the NDJSON of the imports. Loaded only when facts are asked for.
 * @param workspace whose large record files may be cached as Parquet; nothing is cached without it
 * @param worth bytes of records that are worth a file of the cache
 */
export async function duckdbEngine(workspace?: Cacheable, worth = WORTH_A_SEGMENT): Promise<Engine> {
  const { connection, close } = await openDuckdb();
  const cache = workspace && parquetCache(workspace, (sql) => connection.run(sql), worth);
  const relations: Relation[] = [];

  const asked = new Set<RecordKind>();

  /** Whoever looks at large records a second time waits for the cache once; a single look is cheaper without. */
  const makeViews = async (sql: string) => {
    const named = relations.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(sql));
    const before = new Set(asked);
    for (const { files } of named) asked.add(kindOf(files));
    for (const relation of named) {
      const { name, files, columns, made, uncached } = relation;
      const again = before.has(kindOf(files));
      if (made && !(again && uncached)) continue;
      const plan = (cache && isCacheable(files, columns) && (await cache.plan(files, again))) || {
        cached: [],
        plain: files,
        uncached: false,
      };
      await connection.run(`CREATE OR REPLACE TEMP VIEW ${name} AS ${relationSql(plan, columns)}`);
      relation.made = true;
      relation.uncached = plan.uncached;
    }
  };

  const answer = async (sql: string): Promise<SqlRow[]> => {
    await makeViews(sql);
    const reader = await connection.runAndReadAll(sql);
    return reader.getRowObjectsJS() as SqlRow[];
  };

  return {
    async query(sql) {
      try {
        return await answer(sql);
      } catch (error) {
        // A damaged cache must not stop a question: the records themselves answer it.
        if (!cache?.abandon()) throw error;
        for (const relation of relations) relation.made = false;
        return answer(sql);
      }
    },
    literal,
    records(files, columns) {
      const asked = JSON.stringify([files, columns]);
      const known = relations.find((one) => JSON.stringify([one.files, one.columns]) === asked);
      const name = known?.name ?? `records_${relations.length}`;
      if (!known) relations.push({ name, files, columns, made: false, uncached: false });
      return { from: name, where: '1 = 1', import: 'import' };
    },
    taskCounts({ from, where }, keys) {
      const names = Object.keys(keys).join(', ');
      return (
        `SELECT ${names}, task, score, COUNT(*) AS count FROM (` +
        `SELECT ${names}, place - 1 AS task, scores[place] AS score FROM (` +
        `SELECT ${names}, scores, UNNEST(range(1, len(scores) + 1)) AS place FROM (` +
        `SELECT ${named(keys)}, from_json(tasks, '["DOUBLE"]') AS scores FROM ${from} WHERE ${where} AND tasks IS NOT NULL` +
        `) s) u) t GROUP BY ${names}, task, score`
      );
    },
    constants(columns, rows) {
      const names = Object.entries(columns);
      const shown = rows.length > 0 ? rows : [names.map(() => null)];
      const values = shown.map((row) => `(${row.map(valueLiteral).join(', ')})`).join(', ');
      const casts = names.map(([name, type], index) => `CAST(c${index} AS ${DUCKDB_TYPES[type]}) AS ${name}`);
      const columnNames = names.map((_, index) => `c${index}`).join(', ');
      return `(SELECT ${casts.join(', ')} FROM (VALUES ${values}) given(${columnNames})${rows.length > 0 ? '' : ' WHERE 1 = 0'})`;
    },
    close,
  };
}

/**
 * Writes the cache of a workspace ahead of its first question, so that the question does not wait for it. Where there
 * is nothing to write, nothing is loaded; where it cannot be written, questions do without.
 * @param worth bytes of records that are worth a file of the cache
 */
export async function fillCache(workspace: Cacheable, worth = WORTH_A_SEGMENT): Promise<void> {
  let opened: ReturnType<typeof openDuckdb> | undefined;
  const run = async (sql: string) => {
    opened ??= openDuckdb();
    return (await opened).connection.run(sql);
  };
  try {
    await parquetCache(workspace, run, worth).fill(RECORD_KINDS.filter((kind) => kind !== 'roster'));
  } finally {
    // An engine that does not load was told of by the cache already: it is not used.
    (await opened?.catch(() => undefined))?.close();
  }
}

/** DuckDB in memory. */
async function openDuckdb(): Promise<{ connection: DuckDBConnection; close(): void }> {
  const { DuckDBInstance } = exportsOf(await import('@duckdb/node-api'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection: DuckDBConnection = await instance.connect();
  await connection.run(
    'SET preserve_insertion_order = false; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;',
  );
  // Queries join few rows to records. How many records lie in NDJSON is not known to the optimizer, which takes them
  // for the few and puts ten million into a table in memory.
  await connection.run(`SET disabled_optimizers = 'build_side_probe_side'`);
  // The process cannot end before DuckDB's own threads do: Ctrl-C must not wait for a long query.
  const interrupt = () => connection.interrupt();
  process.once('exit', interrupt);
  return {
    connection,
    close() {
      process.off('exit', interrupt);
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Whether the columns asked for can be had from Parquet as they would be read from NDJSON. */
function isCacheable(files: readonly string[], columns: Relation['columns']): boolean {
  const stored = recordColumns(kindOf(files));
  return Object.entries(columns).every(
    ([name, type]) => stored[name] === type || (stored[name] === 'json' && type === 'text'),
  );
}

function kindOf(files: readonly string[]): RecordKind {
  return files[0]!.slice(files[0]!.lastIndexOf(sep) + 1).replace(/\.ndjson$/, '') as RecordKind;
}

function relationSql({ cached, plain }: CachePlan, columns: Relation['columns']): string {
  const names = Object.keys(columns);
  const parts = cached.map(({ file, imports }) => {
    const typed = Object.entries(columns).map(
      ([name, type]) => `CAST(${name} AS ${DUCKDB_TYPES[type]}) AS ${name}`,
    );
    return (
      `SELECT ${typed.join(', ')}, import ` +
      `FROM read_parquet(${literal(file)}) WHERE import IN (${imports.map(literal).join(', ')})`
    );
  });
  if (plain.length > 0)
    parts.push(`SELECT ${names.join(', ')}, ${IMPORT_OF_FILE} AS import FROM ${readNdjson(plain, columns)}`);
  return parts.join(' UNION ALL ');
}

function valueLiteral(value: SqlValue): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : literal(value);
}
