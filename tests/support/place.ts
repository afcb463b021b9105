import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { msoko, type Ran, type RunOptions } from './msoko.ts';

/** A folder for a workspace beside a home for its keys, both temporary and new. */
export interface Place {
  directory: string;
  home: string;
  /** Runs a command in this workspace. */
  run(args: readonly string[], options?: Partial<RunOptions>): Promise<Ran>;
  /** Runs a command with `--json`; returns its answer. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of every command
  ask(...args: readonly string[]): Promise<any>;
  /** Writes a file beside the workspace; returns its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Imports a text as a file of this name; returns what `import --json` says of it. */
  // biome-ignore lint/suspicious/noExplicitAny: an outcome of `import --json`
  take(name: string, content: string, ...options: readonly string[]): Promise<any>;
}

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new place; it is removed after the tests of the file. */
export function place(settings: string | object = {}): Place {
  const base = mkdtempSync(join(tmpdir(), 'msoko-place-'));
  made.push(base);
  const directory = join(base, 'workspace');
  const home = join(base, 'home');
  mkdirSync(directory);
  writeFileSync(
    join(directory, 'msoko.json'),
    typeof settings === 'string' ? settings : JSON.stringify(settings),
  );
  const run: Place['run'] = (args, options = {}) => msoko(args, { directory, home, ...options });
  const file: Place['file'] = (name, content) => {
    const path = join(base, 'exports', ...name.split('/'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  return {
    directory,
    home,
    run,
    file,
    ask: async (...args) => (await run([...args, '--json'])).json(),
    take: async (name, content, ...options) =>
      (await run(['import', file(name, content), ...options, '--json'])).json().files[0],
  };
}

/** Every file below a folder, hidden ones too, by its path below it. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile()) found.set(name.replaceAll('\\', '/'), readFileSync(path));
  }
  return found;
}

/** Stored records of one kind, of all imports, oldest first. */
// biome-ignore lint/suspicious/noExplicitAny: records of every kind
export function storedRecords(directory: string, kind: string): any[] {
  return [...filesBelow(directory)]
    .filter(([name]) => name.startsWith('imports/') && name.endsWith(`/${kind}.ndjson`))
    .flatMap(([, bytes]) => linesOf(bytes));
}

/** Objects of an NDJSON file. */
// biome-ignore lint/suspicious/noExplicitAny: lines of every kind
export function linesOf(bytes: Buffer): any[] {
  const text = bytes.toString('utf8');
  if (text !== '' && !text.endsWith('\n')) throw new Error('the last line is cut');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}
