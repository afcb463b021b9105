// How TypeScript of the project is bundled to run on Node, in whatever file it begins.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { rawText } from './raw-text.mjs';

/** The folder that holds the project. */
export const root = resolve(import.meta.dirname, '..');

const { version } = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8'));

/** Settings of esbuild that the program and the scripts share. */
export const bundleSettings = {
  absWorkingDir: root,
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
};
