import { clickhouseLiteral } from '../facts/engines/clickhouse.ts';
import { addressesOf, type ClickHouseServer, clickhouseServer } from '../facts/engines/clickhouse-client.ts';
import { pushedParts, readLoads } from '../facts/engines/clickhouse-loads.ts';
import { Failure } from '../failure.ts';
import type { Workspace } from '../workspace/open.ts';
import type { ClusterSettings } from '../workspace/settings.ts';

/** One thing that `msoko doctor` looked at. */
export interface Check {
  name: string;
  ok: boolean;
  found: string;
  remedy?: string;
}

/** Checks every server of the cluster: whether it answers, its version, its rights; and what was pushed. */
export async function clusterChecks(
  workspace: Workspace,
  settings: ClusterSettings,
  env: NodeJS.ProcessEnv,
): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [index, url] of addressesOf(settings).entries()) {
    const server = await clickhouseServer(url, settings, env);
    try {
      checks.push(await checkOf(`ClickHouse ${url}`, () => serverText(server, settings)));
      if (index === 0 && checks[0]!.ok)
        checks.push(await checkOf('Данные на кластере', () => pushedText(server, settings, workspace)));
    } finally {
      await server.close();
    }
  }
  return checks;
}

async function checkOf(name: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, found: await look() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { name, ok: false, found: error.message, ...(error.hint ? { remedy: error.hint } : {}) };
  }
}

/** Version and members of the cluster; a table made and removed shows the right to make one. */
async function serverText(
  server: ClickHouseServer,
  { cluster, database = 'msoko' }: ClusterSettings,
): Promise<string> {
  const [version] = await server.query('SELECT version() AS version');
  const members = await server.query(
    `SELECT host_name FROM system.clusters WHERE cluster = ${clickhouseLiteral(cluster)}`,
  );
  if (members.length === 0) {
    throw new Failure('cluster-unknown', `Версия ${version!.version}; кластера «${cluster}» не знает.`, {
      hint: 'Имя в msoko.json (clickhouse.cluster) должно стоять в remote_servers каждого сервера.',
    });
  }
  await server.command(`CREATE DATABASE IF NOT EXISTS ${database}`);
  await server.command(`CREATE TABLE IF NOT EXISTS ${database}.doctor (one UInt8) ENGINE = Memory`);
  await server.command(`DROP TABLE IF EXISTS ${database}.doctor`);
  return `версия ${version!.version}, серверов в кластере «${cluster}» ${members.length}, права есть`;
}

async function pushedText(
  server: ClickHouseServer,
  settings: ClusterSettings,
  workspace: Workspace,
): Promise<string> {
  const loads = await readLoads(server, settings, workspace.imports);
  const lacking = workspace.imports.filter((manifest) =>
    pushedParts(manifest).some(({ kind }) => !loads.has(`${manifest.import} ${kind}`)),
  );
  if (lacking.length === 0) return `все загрузки (${workspace.imports.length})`;
  throw new Failure('not-pushed', `не отправлено загрузок ${lacking.length} из ${workspace.imports.length}`, {
    hint: 'Отправьте их: msoko push.',
  });
}
