import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { recordsWith, type StoredRecord } from '../../src/facts/records-with.ts';

const folder = mkdtempSync(join(tmpdir(), 'msoko-records-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Sought = Parameters<typeof recordsWith>[1];

/** What is handed over of a file of these bytes. */
async function taken(content: string, sought: Sought): Promise<StoredRecord[]> {
  const file = join(folder, 'results.ndjson');
  writeFileSync(file, content);
  const records: StoredRecord[] = [];
  await recordsWith(file, sought, (record) => records.push(record));
  return records;
}

const lines = (...records: readonly object[]) => records.map((one) => `${JSON.stringify(one)}\n`).join('');
const rows = (records: readonly StoredRecord[]) => records.map(({ at }) => at[1]);
const of = (...schools: readonly string[]): Sought => [['school', new Set(schools)]];

describe('Records looked for by the bytes of a field', () => {
  it('are those with one of the values, wherever the field stands in its line', async () => {
    const content = lines(
      { school: '990101', at: ['', 2] },
      { school: '990102', at: ['', 3] },
      { at: ['', 4], year: 2021, school: '990101' },
      { school: '9901010', at: ['', 5] },
      { school: 'Школа "№ 1"\\', at: ['', 6] },
    );
    expect(rows(await taken(content, of('990101')))).toEqual([2, 4]);
    expect(rows(await taken(content, of('Школа "№ 1"\\')))).toEqual([6]);
    expect(await taken(content, of('990109'))).toEqual([]);
    expect(await taken('', of('990101'))).toEqual([]);
  });

  it('are not those in whose texts or lists the same words stand', async () => {
    const content = lines(
      { school: '1', class: '"school":"2"', at: ['"school":"2"', 2] },
      { school: '1', list: [{ school: '2' }, { school: '2' }], at: ['', 3] },
      { school: '2', list: [{ school: '2' }], at: ['', 4] },
    );
    expect(rows(await taken(content, of('2')))).toEqual([4]);
    expect(rows(await taken(content, of('1', '2')))).toEqual([2, 3, 4]);
  });

  it('are found in the last line without its end, and whatever signs a text holds', async () => {
    const content = lines({ school: '1', at: ['Лист\u2028первый\r', 2] }, { school: '1', at: ['', 3] });
    expect(await taken(content.trimEnd(), of('1'))).toEqual([
      { school: '1', at: ['Лист\u2028первый\r', 2] },
      { school: '1', at: ['', 3] },
    ]);
  });

  it('are found in a line that is longer than what is read at once, and in those around it', async () => {
    const long = 'я'.repeat(5 << 20);
    const content = lines(
      { school: '1', at: ['', 2] },
      { school: '2', long, at: ['', 3] },
      { school: '1', at: ['', 4] },
    );
    expect(rows(await taken(content, of('2')))).toEqual([3]);
    expect(rows(await taken(content, of('1')))).toEqual([2, 4]);
    expect(rows(await taken(content, []))).toEqual([2, 3, 4]);
  });

  it('of many values are looked for by the next field, and all handed over where that has many too', async () => {
    const many = new Set(Array.from({ length: 100 }, (_, index) => String(index)));
    const content = lines(
      { school: '1', subject: 'russian', at: ['', 2] },
      { school: '2', subject: 'mathematics', at: ['', 3] },
    );
    const ofSubject = ['subject', new Set(['russian'])] as const;
    expect(rows(await taken(content, [['school', many], ofSubject]))).toEqual([2]);
    expect(
      rows(
        await taken(content, [
          ['school', many],
          ['subject', many],
        ]),
      ),
    ).toEqual([2, 3]);
  });

  it('are the same as those found by reading every line', async () => {
    const text = fc.oneof(fc.constantFrom('1', '2', '12', '"1"', '"school":"1"'), fc.string());
    const record = fc
      .tuple(text, text, fc.boolean())
      .map(([school, name, first]) => (first ? { school, name } : { name, school }));
    await fc.assert(
      fc.asyncProperty(fc.array(record), fc.uniqueArray(text, { maxLength: 4 }), async (records, schools) => {
        const placed = records.map((one, index) => ({ ...one, at: ['', index + 1] }));
        const found = rows(await taken(lines(...placed), of(...schools))).sort((a, b) => a - b);
        const wanted = placed.filter(({ school }) => schools.includes(school));
        expect(found).toEqual(wanted.map(({ at }) => at[1]));
      }),
    );
  });
});
