// Imports each bomb by the built program in a process of its own, and prints its time, its peak of memory and its end:
// node scripts/hostile/measure.mjs [part of a name]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BOMBS } from './bombs.mjs';

const root = resolve(import.meta.dirname, '../..');
const reporter = join(root, 'scripts', 'bench', 'peak-reporter.mjs');
const measured = [];
for (const [name, { make, ends }] of Object.entries(BOMBS)) {
  if (!name.includes(process.argv[2] ?? '')) continue;
  const folder = mkdtempSync(join(tmpdir(), 'msoko-bomb-'));
  try {
    measured.push(measure(folder, name, make(), ends));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.table(measured);
if (measured.some(({ right }) => !right)) process.exitCode = 1;

function measure(folder, name, bytes, ends) {
  const workspace = join(folder, 'workspace');
  const file = join(folder, name);
  const peak = join(folder, 'peak');
  mkdirSync(workspace);
  writeFileSync(join(workspace, 'msoko.json'), '{}');
  writeFileSync(file, bytes);
  const begun = performance.now();
  const words = ['import', file, '--workspace', workspace, '--json'];
  const ran = spawnSync(process.execPath, ['--import', reporter, join(root, 'bin', 'msoko.js'), ...words], {
    env: { PATH: process.env.PATH, MSOKO_HOME: join(folder, 'home'), MSOKO_BENCH_PEAK: peak },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const [{ status, issues }] = JSON.parse(ran.stdout).files;
  const codes = issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return {
    name,
    MiB: (Buffer.byteLength(bytes) / 1024 ** 2).toFixed(1),
    seconds: ((performance.now() - begun) / 1000).toFixed(1),
    peak: Math.round(Number(readFileSync(peak, 'utf8')) / 1024),
    ends,
    right: ends === 'imported' ? status === 'imported' : codes.includes(ends),
  };
}
