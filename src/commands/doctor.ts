import { accessSync, constants, existsSync } from 'node:fs';
import { clusterOf } from '../facts/engines/open-engine.ts';
import { EXIT, type Failure } from '../failure.ts';
import type { RecordKind } from '../records/schemas.ts';
import { loadParameters } from '../regulation/parameters/parameters.ts';
import { loadKey } from '../workspace/key.ts';
import { keyFile } from '../workspace/key-file.ts';
import { findWorkspace, requireWorkspace } from '../workspace/locate.ts';
import { recordFile } from '../workspace/manifest.ts';
import { openWorkspace } from '../workspace/open.ts';
import { usedKeys } from '../workspace/rewriting/used-keys.ts';
import type { Check } from './doctor-cluster.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, jsonText } from './output.ts';

/** `msoko doctor`: checks the machine and the workspace, and says how to mend what is wrong. */
export async function doctor(io: Io, options: GlobalOptions & { output?: string }): Promise<number> {
  const checks: Check[] = [nodeCheck(), icuCheck(), await engineCheck()];
  const directory = options.workspace
    ? requireWorkspace(options.workspace, io.directory)
    : findWorkspace(io.directory);
  if (directory) checks.push(...workspaceChecks(directory, io), ...(await clusterOfWorkspace(directory, io)));
  const lines = checks.flatMap(({ ok, name, found, remedy }) => [
    `${ok ? '✔' : '✖'} ${name}: ${found}`,
    ...(ok || !remedy ? [] : [`    ${remedy}`]),
  ]);
  if (!directory) lines.push('Рабочего каталога здесь нет: проверен только компьютер.');
  const answer = options.json
    ? jsonText({ command: 'doctor', workspace: directory ?? null, checks })
    : lines.join('\n');
  deliver(io, answer, options.output);
  return checks.every(({ ok }) => ok) ? EXIT.done : EXIT.data;
}

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return {
    name: 'Node.js',
    ok: major > 20 || (major === 20 && minor >= 19),
    found: process.versions.node,
    remedy: 'Нужен Node.js 20.19 или новее.',
  };
}

function icuCheck(): Check {
  const plural = new Intl.PluralRules('ru').select(3) === 'few';
  return {
    name: 'Русский язык (ICU)',
    ok: plural,
    found: process.versions.icu ?? 'нет',
    remedy: 'Установите обычную сборку Node.js.',
  };
}

async function engineCheck(): Promise<Check> {
  try {
    const { duckdbEngine } = await import('../facts/engines/duckdb.ts');
    const engine = await duckdbEngine();
    const [row] = await engine.query('SELECT 1 AS one');
    engine.close();
    return { name: 'DuckDB', ok: row?.one === 1, found: 'работает' };
  } catch (error) {
    return {
      name: 'DuckDB',
      ok: false,
      found: error instanceof Error ? error.message : String(error),
      remedy: 'Переустановите программу: npm ci. DuckDB есть для Windows, Linux и macOS (x64 и arm64).',
    };
  }
}

/** Of a workspace that names a cluster. */
async function clusterOfWorkspace(directory: string, io: Io): Promise<Check[]> {
  const workspace = openWorkspace(directory);
  const { clickhouse, engine } = workspace.settings;
  if (!clickhouse && engine !== 'clickhouse') return [];
  const { clusterChecks } = await import('./doctor-cluster.ts');
  return clusterChecks(workspace, clusterOf(workspace.settings), io.env);
}

function workspaceChecks(directory: string, io: Io): Check[] {
  const workspace = openWorkspace(directory);
  loadParameters(workspace.settings.parameters);
  const missing = workspace.imports.flatMap(({ import: id, records }) =>
    Object.keys(records)
      .map((kind) => recordFile(directory, id, kind as RecordKind))
      .filter((file) => !existsSync(file)),
  );
  const used = usedKeys(directory);
  const checks: Check[] = [
    {
      name: 'Рабочий каталог',
      ok: true,
      found: `${directory}, загрузок ${workspace.imports.length}, школ ${workspace.schools.all().length}`,
    },
    {
      name: 'Файлы загрузок',
      ok: missing.length === 0,
      found: missing.length === 0 ? 'на месте' : `нет файлов: ${missing.join(', ')}`,
      remedy: 'Отмените эти загрузки (msoko imports remove ID) и загрузите файлы снова.',
    },
    {
      name: 'Запись в каталог',
      ok: writable(directory),
      found: writable(directory) ? 'можно' : 'нельзя',
      remedy: 'Дайте себе право записи в папку.',
    },
  ];
  if (used.size > 0) {
    try {
      loadKey(workspace.settings.id, used, io.env);
      checks.push({
        name: 'Ключ псевдонимов',
        ok: true,
        found: keyFile(workspace.settings.id, io.env),
      });
    } catch (error) {
      checks.push({
        name: 'Ключ псевдонимов',
        ok: false,
        found: (error as Error).message,
        remedy: (error as Failure).hint ?? 'Перенесите ключ с прежнего компьютера: msoko key import ФАЙЛ.',
      });
    }
  }
  return checks;
}

function writable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === 'EACCES' ||
      (error as NodeJS.ErrnoException).code === 'EROFS'
    )
      return false;
    throw error;
  }
}
