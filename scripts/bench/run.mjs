// Benchmarks against yardsticks measured in the same run: npm run bench -- [--only NAME] [--rows N] [--runs N]
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { coldStart } from './cold-start.mjs';
import { csvImport } from './csv-import.mjs';
import { riskSchools } from './risk-schools.mjs';
import { benchTable } from './table.mjs';
import { makeWorkbench } from './workbench.mjs';
import { xlsxImport } from './xlsx-import.mjs';

const BENCHES = {
  'cold-start': coldStart,
  'csv-import': csvImport,
  'xlsx-import': xlsxImport,
  'risk-schools': riskSchools,
};

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: Object.keys(BENCHES) },
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '3' },
  },
});
const unknown = options.only.find((name) => !(name in BENCHES));
if (unknown) throw new Error(`--only: no bench "${unknown}", there are ${Object.keys(BENCHES).join(', ')}`);
const rows = wholeNumber('rows');
const runs = wholeNumber('runs');

const root = resolve(import.meta.dirname, '..', '..');
const folder = await mkdtemp(join(tmpdir(), 'msoko-bench-'));
process.once('SIGINT', () => void removeFolder().then(() => process.exit(130)));
try {
  console.log(await machine());
  const workbench = await makeWorkbench({ root, folder, rows, runs });
  const lines = [];
  for (const name of options.only) {
    process.stderr.write(`${name} …\n`);
    lines.push({ name, ...(await BENCHES[name](workbench)) });
  }
  console.log(`\n${benchTable(lines)}`);
} finally {
  await removeFolder();
}

function removeFolder() {
  return rm(folder, { recursive: true, force: true });
}

function wholeNumber(name) {
  const number = Number(options[name]);
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
