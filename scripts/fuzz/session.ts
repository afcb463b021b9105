import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { cook, type Mutant, type Recipe, recipe } from './recipe.ts';
import type { Seed } from './seeds.ts';
import { Broken, type Run, tryFile } from './trial.ts';

/** What a session of fuzzing saw. */
export interface Tally {
  files: number;
  /** Files by the way they were made and how they ended. */
  endings: Record<string, Record<string, number>>;
  /** Files by each code of error that they were refused with. */
  codes: Record<string, number>;
  slowest: { milliseconds: number; name: string };
}

/** Milliseconds that no file of these sizes may take. */
const LONGEST = 30_000;

/**
 * Mutates seeds and imports each mutant on its own.
 * @param begin is told of each file before it is tried
 * @throws Error with the smallest recipe found that breaks a promise
 */
export async function fuzz(
  seeds: readonly Seed[],
  {
    runs,
    seed,
    run,
    begin = () => {},
  }: { runs: number; seed: number; run: Run; begin?(given: Recipe, mutant: Mutant): void },
): Promise<Tally> {
  const base = mkdtempSync(join(tmpdir(), 'msoko-fuzz-'));
  const tally: Tally = { files: 0, endings: {}, codes: {}, slowest: { milliseconds: 0, name: '' } };
  const property = fc.asyncProperty(recipe(seeds.length), async (given) => {
    const mutant = cook(seeds, given);
    begin(given, mutant);
    const { status, codes, milliseconds } = await tryFile(run, base, mutant);
    tally.files++;
    const ways = tally.endings[mutant.way] ?? {};
    tally.endings[mutant.way] = { ...ways, [status]: (ways[status] ?? 0) + 1 };
    if (status === 'rejected')
      for (const code of new Set(codes)) tally.codes[code] = (tally.codes[code] ?? 0) + 1;
    if (milliseconds > tally.slowest.milliseconds) tally.slowest = { milliseconds, name: mutant.name };
    if (milliseconds > LONGEST) throw new Broken(`${mutant.name} took ${milliseconds} ms`);
  });
  try {
    await fc.assert(property, { numRuns: runs, seed });
    return tally;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}
