import { basename, dirname } from 'node:path';
import { Failure } from '../../failure.ts';
import type { ColumnType } from '../../records/columns.ts';
import type { RecordKind } from '../../records/schemas.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { ClusterSettings } from '../../workspace/settings.ts';
import { addressesOf, type ClickHouseServer, clickhouseServer } from './clickhouse-client.ts';
import { readLoads } from './clickhouse-loads.ts';
import { tableOf } from './clickhouse-tables.ts';
import { type Engine, named, type SqlValue } from './engine.ts';

const TYPES: Record<ColumnType, string> = {
  text: 'Nullable(String)',
  integer: 'Nullable(Int32)',
  number: 'Nullable(Float64)',
  json: 'Nullable(String)',
};

/** A text as ClickHouse reads it: there a backslash is no plain character. */
export function clickhouseLiteral(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/**
 * The engine of a cluster: ClickHouse, over what `msoko push` loaded. Shards filter their rows and count; what comes
 * back are the answers.
 * @throws Failure `not-pushed` (when a question needs an import that is not there), `cluster-…`
 */
export async function clickhouseEngine(
  workspace: Pick<Workspace, 'imports'>,
  settings: ClusterSettings,
  env: NodeJS.ProcessEnv,
): Promise<Engine> {
  const server = await clickhouseServer(addressesOf(settings)[0]!, settings, env);
  const loads = await readLoads(server, settings, workspace.imports);
  /** Loads that questions rest on, by kind, until their rows were counted once. */
  const unchecked = new Map<RecordKind, Map<string, number>>();

  return {
    async query(sql) {
      for (const [kind, expected] of unchecked) await checkRows(server, tableOf(settings, kind), expected);
      unchecked.clear();
      return server.query(dialectOf(sql));
    },
    literal: clickhouseLiteral,
    records(files) {
      const kind = basename(files[0]!, '.ndjson') as RecordKind;
      const expected = unchecked.get(kind) ?? new Map<string, number>();
      unchecked.set(kind, expected);
      const ids = files.map((file) => {
        const load = loads.get(`${basename(dirname(file))} ${kind}`);
        if (!load) throw notPushed();
        expected.set(load.load, load.rows);
        return load;
      });
      return {
        from: tableOf(settings, kind),
        where: `load IN (${ids.map(({ load }) => clickhouseLiteral(load)).join(', ')})`,
        // The id of a load begins with that of its import.
        import: 'substring(load, 1, 26)',
      };
    },
    taskCounts({ from, where }, keys) {
      const list = "splitByChar(',', replaceAll(replaceAll(assumeNotNull(tasks), '[', ''), ']', ''))";
      return (
        `SELECT ${named(keys)}, place - 1 AS task, toFloat64OrNull(piece) AS score, COUNT(*) AS count ` +
        `FROM ${from} ARRAY JOIN ${list} AS piece, arrayEnumerate(${list}) AS place ` +
        `WHERE ${where} AND tasks IS NOT NULL AND tasks != '[]' GROUP BY ${Object.keys(keys).join(', ')}, task, score`
      );
    },
    constants(columns, rows) {
      const names = Object.entries(columns);
      const shown = rows.length > 0 ? rows : [names.map(() => null)];
      const casts = names.map(([name, type], index) => `CAST(c${index} AS ${TYPES[type]}) AS ${name}`);
      const lists = names.map(
        (_, index) => `[${shown.map((row) => valueLiteral(row[index]!)).join(', ')}] AS c${index}`,
      );
      const empty = rows.length > 0 ? '' : ' WHERE 1 = 0';
      return `(SELECT ${casts.join(', ')} FROM (SELECT 1 AS one) given ARRAY JOIN ${lists.join(', ')}${empty})`;
    },
    close() {
      void server.close();
    },
  };
}

/** The words that stand for other types there. */
function dialectOf(sql: string): string {
  return sql
    .replaceAll(' AS DOUBLE)', ' AS Nullable(Float64))')
    .replaceAll(' AS VARCHAR)', ' AS Nullable(String))');
}

/**
 * A shard that came back empty would be counted as nothing.
 * @throws Failure `cluster-incomplete`
 */
async function checkRows(
  server: ClickHouseServer,
  table: string,
  expected: ReadonlyMap<string, number>,
): Promise<void> {
  const ids = [...expected.keys()].map(clickhouseLiteral).join(', ');
  const rows = await server.query(
    `SELECT load, COUNT(*) AS held FROM ${table} WHERE load IN (${ids}) GROUP BY load`,
  );
  const held = new Map(rows.map((row) => [String(row.load), Number(row.held)]));
  const lacking = [...expected].filter(([load, count]) => (held.get(load) ?? 0) !== count);
  if (lacking.length === 0) return;
  throw new Failure(
    'cluster-incomplete',
    `На кластере не те строки, что были отправлены: расходится загрузок ${lacking.length} (${lacking[0]![0].slice(0, 26)}…).`,
    { hint: 'Проверьте серверы кластера; отправьте данные снова: msoko push --again.' },
  );
}

function notPushed(): Failure {
  return new Failure('not-pushed', 'Не все загрузки отправлены на кластер.', {
    hint: 'Отправьте их: msoko push.',
  });
}

function valueLiteral(value: SqlValue): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : clickhouseLiteral(value);
}
