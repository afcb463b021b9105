import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openSheets } from '../../../src/sheets/open.ts';
import type { Row, Stretch } from '../../../src/sheets/sheet.ts';
import { lineStretches } from '../../../src/workspace/importing/parts/line-stretches.ts';
import { tableFiles } from '../../support/table-files.ts';

const files = tableFiles();
afterAll(files.remove);

/** The stretches of a file; `undefined` where it is told that there are none. */
const stretchesOf = async (file: string, bytes: number, pieces: number): Promise<Stretch[] | undefined> => {
  const stretches: Stretch[] = [];
  for await (const stretch of lineStretches(file, bytes, pieces)) {
    if (!stretch) return undefined;
    stretches.push(stretch);
  }
  return stretches;
};
const cutInto = async (text: string, pieces: number) => {
  const bytes = Buffer.from(text);
  return { bytes, stretches: await stretchesOf(files.file(text), bytes.length, pieces) };
};

const line = fc.oneof(fc.constantFrom('', 'а;б', ';;', '1;2;3;4'), fc.string({ maxLength: 30 }));
const text = fc
  .tuple(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, end, ended]) =>
    [...lines.map((one) => one.replace(/[\r\n\u0000]/g, '')), ...(ended ? [''] : [])].join(end),
  );

describe('Stretches of a text', () => {
  it('follow one another, begin where a line begins, and know its number', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (given, pieces) => {
        const { bytes, stretches } = await cutInto(given, pieces);
        expect(stretches!.length).toBeLessThanOrEqual(pieces);
        let end = 0;
        for (const { from, to, line: number } of stretches!) {
          expect(from).toBe(end);
          expect(to).toBeGreaterThan(from);
          expect(bytes.subarray(0, from).toString().split('\n')).toHaveLength(number);
          if (from > 0) expect(bytes[from - 1]).toBe(10);
          end = to;
        }
        expect(end).toBe(bytes.length);
      }),
      { numRuns: 150 },
    );
  });

  it('are of about equal size', async () => {
    const { stretches } = await cutInto('12345678\n'.repeat(1000), 4);
    expect(stretches!.map(({ from, to }) => to - from)).toEqual([2250, 2250, 2250, 2250]);
  });

  it.each(['1;2\r3;4\r', '1;2\r\n3;4\r5;6\n', '1;2\n\r'])(
    'are not made of %j: some of its lines end in a return alone',
    async (given) => {
      expect((await cutInto(given, 2)).stretches).toBeUndefined();
    },
  );
});

describe('A table read by stretches', () => {
  const rowsOf = async (batches: AsyncIterable<readonly Row[]>) => {
    const rows: Row[] = [];
    for await (const batch of batches) rows.push(...batch);
    return rows;
  };

  it('has the rows that it has when it is read at one go', async () => {
    const field = fc.constantFrom('1', 'СОШ №1', '"в кавычках; с разделителем"', '"""Лидер"""', '', '35');
    const table = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 2, max: 7 }), async (rows, pieces) => {
        const bytes = Buffer.from(`Код;Балл\n${rows.map((cells) => `${cells.join(';')}\n`).join('')}`);
        const file = files.file(bytes);
        const [sheet] = (await openSheets(file)).sheets;
        const stretches = (await stretchesOf(file, bytes.length, pieces))!;
        const parts = await Promise.all(stretches.map((stretch) => rowsOf(sheet!.stretch!(stretch))));
        expect(parts.flat()).toEqual(await rowsOf(sheet!.rows()));
      }),
      { numRuns: 100 },
    );
  });

  it('is refused where a record takes several lines: a stretch might begin inside it', async () => {
    const given = 'Код;Имя\n1;"две\nстроки"\n2;в\n';
    const file = files.file(given);
    const [sheet] = (await openSheets(file)).sheets;
    const bytes = Buffer.byteLength(given);
    await expect(rowsOf(sheet!.stretch!({ from: 0, to: bytes, line: 1 }))).rejects.toMatchObject({
      code: 'malformed-quote',
    });
    const within = Buffer.from(given).indexOf('строки');
    await expect(rowsOf(sheet!.stretch!({ from: 0, to: within, line: 1 }))).rejects.toMatchObject({
      code: 'unclosed-quote',
    });
  });

  it('is not offered of wide encodings, where half a character looks like the end of a line', async () => {
    const file = files.file(Buffer.from('\ufeffКод;Балл\n1;2\n', 'utf16le'));
    const [sheet] = (await openSheets(file)).sheets;
    expect(sheet!.stretch).toBeUndefined();
  });
});
