import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { Failure } from '../failure.ts';
import type { RecordKind } from '../records/schemas.ts';
import { type Manifest, recordFile } from '../workspace/manifest.ts';
import type { Workspace } from '../workspace/open.ts';
import { readRewritings } from '../workspace/rewriting/rewritings.ts';
import type { ClusterSettings } from '../workspace/settings.ts';
import { clickhouseLiteral } from './engines/clickhouse.ts';
import { addressesOf, type ClickHouseServer, clickhouseServer } from './engines/clickhouse-client.ts';
import { pushedParts, readLoads } from './engines/clickhouse-loads.ts';
import {
  clusterColumns,
  formatOf,
  loadsTable,
  PUSHED_KINDS,
  tableDefinitions,
  tableOf,
} from './engines/clickhouse-tables.ts';
import { rowBinary } from './engines/row-binary.ts';

/** A load that was broken off is cleared away once it is this old: younger ones may be under way. */
const STALE_MILLISECONDS = 24 * 60 * 60 * 1000;

export interface PushRun {
  settings: ClusterSettings;
  env: NodeJS.ProcessEnv;
  now(): number;
  /** Sends everything anew, whatever is there. */
  again: boolean;
  progress(done: number, all: number, manifest: Manifest): void;
}

/** What was sent. */
export interface Pushed {
  import: string;
  file: string;
  records: number;
}

/**
 * Loads the imports of a workspace onto its cluster, each kind of records of each import once. Rows of a load count
 * only from the moment when all of them are there and the load is noted: whatever a push that was broken off left
 * is never read, and the next push begins that load anew.
 * @throws Failure `cluster-…`
 */
export async function pushImports(
  workspace: Pick<Workspace, 'directory' | 'imports'>,
  { settings, env, now, again, progress }: PushRun,
): Promise<Pushed[]> {
  const servers = await Promise.all(addressesOf(settings).map((url) => clickhouseServer(url, settings, env)));
  const first = servers[0]!;
  try {
    await makeTables(servers, settings);
    const there = again ? new Map() : await readLoads(first, settings, workspace.imports);
    const pushed: Pushed[] = [];
    for (const [index, manifest] of workspace.imports.entries()) {
      const parts = pushedParts(manifest).filter(({ kind }) => !there.has(`${manifest.import} ${kind}`));
      if (parts.length === 0) continue;
      progress(index, workspace.imports.length, manifest);
      for (const { kind, count } of parts) {
        const file = recordFile(workspace.directory, manifest.import, kind);
        await pushRecords(first, settings, { kind, count, file, import: manifest.import, now: now() });
      }
      const records = parts.reduce((sum, { count }) => sum + count, 0);
      pushed.push({ import: manifest.import, file: manifest.file, records });
    }
    await clearBroken(servers, settings, now());
    await clearRewritten(servers, settings, workspace.directory);
    return pushed;
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

/** Makes what is not there; where the cluster has no coordinator, on every server by itself. */
async function makeTables(servers: readonly ClickHouseServer[], settings: ClusterSettings): Promise<void> {
  const [first] = servers;
  const [coordinator] = await first!.query(
    "SELECT COUNT(*) AS tables FROM system.tables WHERE database = 'system' AND name = 'zookeeper'",
  );
  const coordinated = Number(coordinator!.tables) > 0;
  const members = await first!.query(
    `SELECT host_address, port FROM system.clusters WHERE cluster = ${clickhouseLiteral(settings.cluster)}`,
  );
  if (members.length === 0) {
    throw new Failure('cluster-unknown', `Сервер ${first!.url} не знает кластера «${settings.cluster}».`, {
      hint: 'Имя в msoko.json (clickhouse.cluster) должно стоять в remote_servers каждого сервера.',
    });
  }
  if (!coordinated && members.length !== servers.length) {
    throw new Failure(
      'cluster-addresses',
      `В кластере «${settings.cluster}» серверов ${members.length}, а адресов в msoko.json ${servers.length}.`,
      { hint: 'У кластера нет координатора: перечислите в clickhouse.url адреса HTTP всех его серверов.' },
    );
  }
  for (const server of coordinated ? [first!] : servers) {
    for (const definition of tableDefinitions(settings, coordinated)) await server.command(definition);
    for (const kind of PUSHED_KINDS) await checkColumns(server, settings, kind);
  }
}

/** A table made by another version has other columns: it must not be written to as if it had these. */
async function checkColumns(
  server: ClickHouseServer,
  settings: ClusterSettings,
  kind: RecordKind,
): Promise<void> {
  const [database, table] = tableOf(settings, kind).split('.');
  const rows = await server.query(
    `SELECT name FROM system.columns WHERE database = ${clickhouseLiteral(database!)} AND table = ${clickhouseLiteral(table!)}`,
  );
  const wanted = ['load', ...clusterColumns(kind).map(({ name }) => name)];
  if (JSON.stringify(rows.map(({ name }) => name)) === JSON.stringify(wanted)) return;
  throw new Failure('cluster-columns', `Таблица ${database}.${table} создана другой версией msoko.`, {
    hint: 'Укажите в msoko.json новую базу данных (clickhouse.database) и отправьте данные снова: msoko push.',
  });
}

interface Part {
  import: string;
  kind: RecordKind;
  count: number;
  file: string;
  now: number;
}

async function pushRecords(server: ClickHouseServer, settings: ClusterSettings, part: Part): Promise<void> {
  const { kind, count, file, now } = part;
  const load = `${part.import}-${now}-${randomBytes(4).toString('hex')}`;
  const columns = clusterColumns(kind);
  const table = tableOf(settings, kind);
  const names = ['load', ...columns.map(({ name }) => name)].map((name) => `"${name}"`);
  await server.insert(`${table} (${names.join(', ')})`, Readable.from(rowBinary(file, load, columns)));
  const [counted] = await server.query(
    `SELECT COUNT(*) AS held FROM ${table} WHERE load = ${clickhouseLiteral(load)}`,
  );
  if (Number(counted!.held) !== count) {
    throw new Failure(
      'cluster-counts',
      `Загрузка ${part.import}: отправлено записей ${count}, а на кластере их ${counted!.held}. Эта отправка не засчитана.`,
      { hint: 'Проверьте серверы кластера (msoko doctor) и повторите msoko push.' },
    );
  }
  await server.insert(
    `${loadsTable(settings)} (import, kind, load, rows, format)`,
    Readable.from([loadRow([part.import, kind, load], count, formatOf(kind))]),
  );
}

/** One row of the table of loads, as RowBinary; every text is shorter than 128 bytes. */
function loadRow(texts: readonly string[], rows: number, format: string): Buffer {
  const short = (text: string) => Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]);
  const number = Buffer.alloc(8);
  number.writeBigInt64LE(BigInt(rows));
  return Buffer.concat([...texts.map(short), number, short(format)]);
}

/**
 * Removes what was sent of imports that have been written anew since: rows of people who asked to be forgotten, and
 * pseudonyms under a key that was changed.
 */
async function clearRewritten(
  servers: readonly ClickHouseServer[],
  settings: ClusterSettings,
  directory: string,
): Promise<void> {
  const replaced = new Set(readRewritings(directory).flatMap(({ replaces }) => Object.keys(replaces)));
  const loads = await servers[0]!.query(`SELECT import, kind, load FROM ${loadsTable(settings)}`);
  const gone = loads.filter(({ import: id }) => replaced.has(String(id)));
  if (gone.length === 0) return;
  const condition = `load IN (${gone.map(({ load }) => clickhouseLiteral(String(load))).join(', ')})`;
  const tables = PUSHED_KINDS.filter((kind) => gone.some((load) => load.kind === kind)).map((kind) =>
    tableOf(settings, kind),
  );
  // Their notes go last: whatever is broken off before is found again.
  for (const table of [...tables, loadsTable(settings)]) {
    for (const server of servers)
      await server.command(`ALTER TABLE ${table}_local DELETE WHERE ${condition}`);
  }
}

/** Removes the rows of loads that were broken off long ago. */
async function clearBroken(
  servers: readonly ClickHouseServer[],
  settings: ClusterSettings,
  now: number,
): Promise<void> {
  const noted = new Set(
    (await servers[0]!.query(`SELECT load FROM ${loadsTable(settings)}`)).map(({ load }) => String(load)),
  );
  for (const kind of PUSHED_KINDS) {
    const rows = await servers[0]!.query(`SELECT DISTINCT load FROM ${tableOf(settings, kind)}`);
    const broken = rows
      .map(({ load }) => String(load))
      .filter((load) => !noted.has(load) && now - Number(load.split('-')[1]) > STALE_MILLISECONDS);
    if (broken.length === 0) continue;
    const condition = `load IN (${broken.map(clickhouseLiteral).join(', ')})`;
    for (const server of servers)
      await server.command(`ALTER TABLE ${tableOf(settings, kind)}_local DELETE WHERE ${condition}`);
  }
}
