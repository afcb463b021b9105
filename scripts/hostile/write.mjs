// Writes fixtures/hostile/ anew, the same bytes each time, and the table of its files in docs/reliability.md:
// npm run hostile
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BOMBS } from './bombs.mjs';
import { CORPUS } from './corpus.mjs';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'fixtures', 'hostile');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, { make }] of Object.entries(CORPUS)) writeFileSync(join(folder, name), make());

const page = join(root, 'docs', 'reliability.md');
const text = readFileSync(page, 'utf8');
writeFileSync(page, put(put(text, 'corpus', corpusTable()), 'bombs', bombTable()));

function corpusTable() {
  const lines = Object.entries(CORPUS).map(([name, { what, marks, records, refused, place }]) => {
    const stored = marks
      ? `stored: marks ${marks.join(', ')}`
      : records && `stored: ${records[0]}, ${records[1]} ${records[2].join(', ')}`;
    return `| ${name} | ${what} | ${stored ?? `refused: \`${refused}\`${place ? `, ${place}` : ''}`} |`;
  });
  return ['| file | what it is | outcome |', '|---|---|---|', ...lines].join('\n');
}

function bombTable() {
  const lines = Object.entries(BOMBS).map(
    ([name, { what, ends }]) =>
      `| ${name} | ${what} | ${ends === 'imported' ? 'stored' : `refused: \`${ends}\``} |`,
  );
  return ['| file | what it is | outcome |', '|---|---|---|', ...lines].join('\n');
}

/** The text with what stands between the marks of this name replaced. */
function put(whole, name, table) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = whole.indexOf(begin) + begin.length;
  return `${whole.slice(0, from)}\n\n${table}\n\n${whole.slice(whole.indexOf(end))}`;
}
