// Runs TypeScript of the project from a script: bundled into a temporary folder the way the program itself is.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { rawText } from './raw-text.mjs';

const root = resolve(import.meta.dirname, '..');

/** What a file of the project exports; `entry` is its path from the root of the project. */
export async function importTypeScript(entry) {
  const folder = await mkdtemp(join(tmpdir(), 'msoko-script-'));
  try {
    const outfile = join(folder, 'bundle.mjs');
    const { version } = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8'));
    await build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      external: ['@duckdb/node-bindings'],
      plugins: [rawText],
      define: { MSOKO_VERSION: JSON.stringify(version) },
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
