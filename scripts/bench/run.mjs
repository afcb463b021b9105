// Benchmarks against yardsticks measured in the same run:
// npm run bench -- [--only NAME] [--sizes 20000,1000000,10000000] [--runs N] [--books N]
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { coldStart, smallQuestion } from './cold-start.mjs';
import { csvImport } from './csv-import.mjs';
import { growth } from './growth.mjs';
import { facts, objectivity, report, riskSchools, riskSchoolsUncached } from './questions.mjs';
import { benchTable } from './table.mjs';
import { makeWorkbench } from './workbench.mjs';
import { xlsxFolder, xlsxImport } from './xlsx-import.mjs';

/** Benches that do not depend on the size. */
const ONCE = {
  'cold-start': coldStart,
  'small-question': smallQuestion,
  'xlsx-import': xlsxImport,
  'xlsx-folder': xlsxFolder,
};

/** Benches that are run at each size. */
const SIZED = {
  'csv-import': csvImport,
  facts,
  'risk-schools': riskSchools,
  'risk-schools-uncached': riskSchoolsUncached,
  objectivity,
  report,
};

const BENCHES = { ...ONCE, ...SIZED, growth };

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: Object.keys(BENCHES) },
    sizes: { type: 'string', default: '20000,1000000,10000000' },
    runs: { type: 'string', default: '3' },
    books: { type: 'string', default: '8' },
  },
});
const unknown = options.only.find((name) => !(name in BENCHES));
if (unknown) throw new Error(`--only: no bench "${unknown}", there are ${Object.keys(BENCHES).join(', ')}`);
const sizes = options.sizes.split(',').map((text) => wholeNumber('sizes', text));
const runs = wholeNumber('runs', options.runs);
const books = wholeNumber('books', options.books);

const root = resolve(import.meta.dirname, '..', '..');
const folder = await mkdtemp(join(tmpdir(), 'msoko-bench-'));
let workbench;
process.once('SIGINT', () => void removeAll().then(() => process.exit(130)));
try {
  console.log(await machine());
  workbench = await makeWorkbench({ root, folder, runs, books });
  const lines = [];
  const take = async (name, bench, rows) => {
    process.stderr.write(`${name}${rows ? `, ${rows} rows` : ''} …\n`);
    const measured = await bench({ ...workbench, rows });
    for (const line of [measured].flat()) lines.push({ name, rows, ...line });
  };
  for (const name of options.only) {
    if (name in SIZED) for (const rows of sizes) await take(name, SIZED[name], rows);
    else await take(name, BENCHES[name]);
  }
  console.log(`\n${benchTable(lines)}`);
} finally {
  await removeAll();
}

async function removeAll() {
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
}

function wholeNumber(name, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name}: a whole number from 1, please`);
  return number;
}
async function machine() {
  const version = async (path) => JSON.parse(await readFile(join(root, path), 'utf8')).version;
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GiB`;
  const programs = [
    `msoko ${await version('package.json')}`,
    `Node ${process.versions.node}`,
    `@duckdb/node-api ${await version('node_modules/@duckdb/node-api/package.json')}`,
    `exceljs ${await version('node_modules/exceljs/package.json')}`,
  ];
  const processor = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`;
  return `${processor}, ${memory}, ${process.platform} ${process.arch}\n${programs.join(' · ')}`;
}
