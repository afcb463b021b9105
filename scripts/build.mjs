// Bundles the program into dist/: one entry, chunks for what commands load when they need it.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import { licencesOf } from './licences.mjs';
import { rawText } from './raw-text.mjs';

const root = resolve(import.meta.dirname, '..');
const { version } = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8'));

const { outputFiles, metafile } = await build({
  write: false,
  metafile: true,
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli.ts', 'import-worker': 'src/workspace/importing/import-worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
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

// The new program takes the place of the old one only when all of it is there.
const fresh = resolve(root, `.dist-${process.pid}`);
await mkdir(fresh, { recursive: true });
for (const { path, contents } of outputFiles) await writeFile(resolve(fresh, basename(path)), contents);
await writeFile(resolve(fresh, 'licences.txt'), await licencesOf(root, metafile.outputs));
await rm(resolve(root, 'dist'), { recursive: true, force: true });
await rename(fresh, resolve(root, 'dist'));
