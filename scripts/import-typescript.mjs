// Runs TypeScript of the project from a script: bundled into a temporary folder the way the program itself is.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleSettings } from './bundle-settings.mjs';

/** What a file of the project exports; `entry` is its path from the root of the project. */
export async function importTypeScript(entry) {
  const folder = await mkdtemp(join(tmpdir(), 'msoko-script-'));
  try {
    const outfile = join(folder, 'bundle.mjs');
    await build({ ...bundleSettings, entryPoints: [entry], outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
