// Measures the signs of biased results on invented regions, and prints the tables of docs/objectivity-validation.md.
// With --write they are put into that page. Takes a few minutes.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importTypeScript } from '../import-typescript.mjs';

const { values } = parseArgs({
  options: {
    regions: { type: 'string', default: '3' },
    schools: { type: 'string', default: '150' },
    write: { type: 'boolean', default: false },
  },
});
const root = resolve(import.meta.dirname, '../..');
const page = resolve(root, 'docs/objectivity-validation.md');
const { tables } = await importTypeScript('scripts/validate/tables.ts');
const measured = tables({ regions: Number(values.regions), schools: Number(values.schools) });
console.log(measured);
if (values.write) {
  const text = await readFile(page, 'utf8');
  const mark = '<!-- measured -->';
  await writeFile(page, `${text.slice(0, text.indexOf(mark) + mark.length)}\n\n${measured}\n`);
}
