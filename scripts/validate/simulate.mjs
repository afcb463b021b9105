// Measures the signs of biased results on invented regions, and prints the tables of docs/objectivity-validation.md.
// With --write they are put into that page. Takes a few minutes.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { rawText } from '../raw-text.mjs';

const { values } = parseArgs({
  options: {
    regions: { type: 'string', default: '3' },
    schools: { type: 'string', default: '150' },
    write: { type: 'boolean', default: false },
  },
});
const root = resolve(import.meta.dirname, '../..');
const page = resolve(root, 'docs/objectivity-validation.md');
const folder = await mkdtemp(join(tmpdir(), 'msoko-validate-'));
try {
  const outfile = join(folder, 'tables.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/validate/tables.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    plugins: [rawText],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  const { tables } = await import(pathToFileURL(outfile).href);
  const measured = tables({ regions: Number(values.regions), schools: Number(values.schools) });
  console.log(measured);
  if (values.write) {
    const text = await readFile(page, 'utf8');
    const mark = '<!-- measured -->';
    await writeFile(page, `${text.slice(0, text.indexOf(mark) + mark.length)}\n\n${measured}\n`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
