import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { forbidNetwork, inProcess } from '../../scripts/fuzz/in-process.ts';
import { changeRows, type RowChange } from '../../scripts/fuzz/rows.ts';
import { readSeeds } from '../../scripts/fuzz/seeds.ts';
import { fuzz } from '../../scripts/fuzz/session.ts';
import { tryFile } from '../../scripts/fuzz/trial.ts';
import { writeRows } from '../../scripts/fuzz/writers.ts';

const FILES = 200;
const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));

// `npm run fuzz` does the same with as many files as one likes, and with seeds of its own.
it(`${FILES} mutants of real exports are each stored whole or refused with a reason`, async () => {
  const seeds = await readSeeds(FIXTURES);
  const allow = forbidNetwork();
  try {
    const { files, endings } = await fuzz(seeds, { runs: FILES, seed: 7, run: inProcess });
    expect(files).toBe(FILES);
    const statuses = Object.values(endings).flatMap((ways) => Object.keys(ways));
    expect(new Set(statuses)).toEqual(new Set(['imported', 'imported without bad rows', 'rejected']));
  } finally {
    allow();
  }
}, 600_000);

// Found by fuzzing: such a group was stored, and every later command looked it up among the words of all objects.
it.each(['toString', 'constructor', '__proto__'])(
  'a group called %s is stored and read back',
  async (text) => {
    const seeds = await readSeeds(FIXTURES);
    const seed = seeds.find(({ name }) => name === 'fis-oko/2849657.xlsx')!;
    const change: RowChange = { change: 'cell', row: 0.666667, column: 0, text };
    const { bytes } = writeRows(changeRows(seed.rows, change), { as: 'xlsx', numbers: false });
    const base = mkdtempSync(join(tmpdir(), 'msoko-group-'));
    try {
      const { status } = await tryFile(inProcess, base, { name: seed.name, bytes, args: [], way: 'a word' });
      expect(status).toBe('imported');
    } finally {
      rmSync(base, { recursive: true, force: true });
    }
  },
);
