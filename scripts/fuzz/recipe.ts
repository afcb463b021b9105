import fc from 'fast-check';
import { zipSync } from 'fflate';
import { type ByteChange, byteChange, changeBytes } from './bytes.ts';
import { changeParts, type PartChange, partChange } from './parts.ts';
import { changeRows, type RowChange, rowChange } from './rows.ts';
import type { Seed } from './seeds.ts';
import { type Writing, writeRows, writing } from './writers.ts';

/** How one file comes from one seed: plain data, which is printed where it breaks something. */
export interface Recipe {
  seed: number;
  way: 'bytes' | 'directory' | 'parts' | 'rows';
  bytes: ByteChange[];
  parts: PartChange[];
  rows: RowChange[];
  writing: Writing;
  /** Whether bad rows are set aside. */
  setAside: boolean;
}

/** A recipe for one of so many seeds. */
export function recipe(seeds: number): fc.Arbitrary<Recipe> {
  return fc.record({
    seed: fc.nat(seeds - 1),
    way: fc.oneof(
      { weight: 2, arbitrary: fc.constant('bytes' as const) },
      { weight: 1, arbitrary: fc.constant('directory' as const) },
      { weight: 4, arbitrary: fc.constant('parts' as const) },
      { weight: 4, arbitrary: fc.constant('rows' as const) },
    ),
    bytes: fc.array(byteChange, { minLength: 1, maxLength: 3 }),
    parts: fc.array(partChange, { minLength: 1, maxLength: 3 }),
    rows: fc.array(rowChange, { maxLength: 6 }),
    writing,
    setAside: fc.boolean(),
  });
}

/** A file to import, and how. */
export interface Mutant {
  name: string;
  bytes: Uint8Array;
  args: readonly string[];
  /** The way that was gone: for the tally. */
  way: string;
}

/** Makes the file of a recipe; a way that a seed has nothing for changes its bytes instead. */
export function cook(seeds: readonly Seed[], given: Recipe): Mutant {
  const seed = seeds[given.seed]!;
  const args = given.setAside ? [...seed.args, '--set-aside'] : seed.args;
  const named = (way: string, bytes: Uint8Array, ending?: string): Mutant => {
    const name = ending === undefined ? seed.name : seed.name.replace(/\.\w+$/, ending);
    return { name, bytes, args, way };
  };
  if (given.way === 'rows') {
    const { bytes, ending } = writeRows(given.rows.reduce(changeRows, seed.rows), given.writing);
    return named(`cells, ${given.writing.as}`, bytes, ending);
  }
  if (given.way === 'parts' && seed.parts) {
    const parts = given.parts.reduce(changeParts, seed.parts);
    return named('parts of a workbook', zipSync(parts, { level: 1 }));
  }
  if (given.way === 'directory' && seed.parts) {
    const from = Buffer.from(seed.bytes).indexOf('PK\u0001\u0002');
    const directory = given.bytes.reduce(changeBytes, seed.bytes.subarray(from));
    return named('list of a zip archive', Buffer.concat([seed.bytes.subarray(0, from), directory]));
  }
  const kind = seed.name.split('.').at(-1)!;
  return named(`bytes, ${kind}`, given.bytes.reduce(changeBytes, seed.bytes));
}
