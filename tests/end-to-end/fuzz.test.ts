import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { forbidNetwork, inProcess } from '../../scripts/fuzz/in-process.ts';
import { readSeeds } from '../../scripts/fuzz/seeds.ts';
import { fuzz } from '../../scripts/fuzz/session.ts';

const FILES = 200;

// `npm run fuzz` does the same with as many files as one likes, and with seeds of its own.
it(`${FILES} mutants of real exports are each stored whole or refused with a reason`, async () => {
  const seeds = await readSeeds(fileURLToPath(new URL('../../fixtures', import.meta.url)));
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
