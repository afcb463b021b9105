import { Failure } from '../../failure.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { ClusterSettings, Settings } from '../../workspace/settings.ts';
import type { Engine } from './engine.ts';

/**
 * The engine that a workspace asks for: the embedded one, or a cluster. Each is loaded only when it is wanted.
 * @param env where the password of the cluster stands
 */
export async function openEngine(
  workspace: Pick<Workspace, 'directory' | 'imports' | 'settings'>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Engine> {
  if (workspace.settings.engine === 'clickhouse') {
    const { clickhouseEngine } = await import('./clickhouse.ts');
    return clickhouseEngine(workspace, clusterOf(workspace.settings), env);
  }
  const { duckdbEngine } = await import('./duckdb.ts');
  return duckdbEngine(workspace);
}

/**
 * The cluster of a workspace.
 * @throws Failure `no-cluster` where the settings name none
 */
export function clusterOf({ clickhouse }: Settings): ClusterSettings {
  if (clickhouse) return clickhouse;
  throw new Failure('no-cluster', 'В msoko.json не описан кластер.', {
    hint: 'Добавьте "clickhouse": { "url": "http://сервер:8123", "cluster": "имя" }; пароль — в переменной MSOKO_CLICKHOUSE_PASSWORD.',
  });
}
