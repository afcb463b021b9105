import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isImportId, nextImportId } from '../../src/workspace/import-id.ts';
import { participants } from '../support/evidence.ts';
import { place } from '../support/place.ts';
import { marks } from '../support/plain-tables.ts';

describe('nextImportId', () => {
  it('always comes after the last one, whatever the clock says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 2, maxLength: 20 }),
        (clock) => {
          let last: string | undefined;
          for (const now of clock) {
            const id = nextImportId(now, last);
            expect(isImportId(id)).toBe(true);
            if (last) expect(id > last).toBe(true);
            last = id;
          }
        },
      ),
    );
  });

  it('begins with the time where the clock runs forward', () => {
    // 2016-07-30T23:54:10.259Z, the example of the ULID specification.
    expect(nextImportId(1_469_922_850_259, undefined).slice(0, 10)).toBe('01ARZ3NDEK');
  });
});

describe('an import with the clock moved back', () => {
  it('still supersedes what was imported before it', async () => {
    const at = place();
    const take = async (name: string, text: string, now: number): Promise<string> =>
      (await at.run(['import', at.file(name, text), '--json'], { now: () => now })).json().files[0].import;
    const first = await take('1.csv', marks('990101', 2020, [2]), Date.UTC(2030, 0, 1));
    const second = await take('2.csv', marks('990101', 2020, [2, 3]), Date.UTC(2021, 0, 1));
    const third = await take('3.csv', marks('990101', 2020, [2, 3, 4]), Date.UTC(2020, 0, 1));
    expect([first, second, third]).toEqual([first, second, third].sort());
    expect(await participants(at, '990101', 2020)).toBe(3);
    expect((await at.ask('imports')).imports.map((one: { import: string }) => one.import)).toEqual([
      first,
      second,
      third,
    ]);
  });
});
