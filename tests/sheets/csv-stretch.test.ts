import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { openSheets } from '../../src/sheets/open.ts';
import type { Row, Stretch } from '../../src/sheets/sheet.ts';
import { readRows, tableFiles, textsOf } from '../support/table-files.ts';

const files = tableFiles();
afterAll(files.remove);

/** The rows of a file, read stretch by stretch. */
async function readStretches(path: string, encoding: string, stretches: readonly Stretch[]): Promise<Row[]> {
  const opened = await openSheets(path, { encoding });
  const rows: Row[] = [];
  for (const stretch of stretches) {
    for await (const batch of opened.sheets[0]!.stretch!(stretch)) rows.push(...batch);
  }
  await opened.close();
  return rows;
}

/** Stretches of so many lines. */
function cut(bytes: Buffer, lines: number): Stretch[] {
  const stretches: Stretch[] = [];
  let [from, line, behind] = [0, 1, 0];
  for (let at = bytes.indexOf('\n'); at !== -1; at = bytes.indexOf('\n', at + 1)) {
    behind++;
    if (behind % lines > 0 || at + 1 === bytes.length) continue;
    stretches.push({ from, to: at + 1, line });
    [from, line] = [at + 1, behind + 1];
  }
  return from < bytes.length ? [...stretches, { from, to: bytes.length, line }] : stretches;
}

const stretchOf = (bytes: Buffer): Stretch => ({ from: 0, to: bytes.length, line: 1 });

describe('A stretch of delimited text', () => {
  it('has the rows that the whole file has there', async () => {
    const field = fc.oneof(
      fc.constantFrom('', '', '4А', 'Русский язык', ' 12.5 ', 'обществознание'.repeat(4), '900001'),
      fc.constantFrom('"а;б"', '"СОШ ""Лидер"""', 'ООО "Заря"', '""'),
      fc.integer({ min: 0, max: 1e9 }).map(String),
    );
    const table = fc.array(fc.array(field, { maxLength: 6 }), { minLength: 1, maxLength: 40 });
    const encoding = fc.constantFrom('utf-8', 'windows-1251', 'ibm866', 'koi8-r');
    const end = fc.constantFrom('\n', '\r\n');
    await fc.assert(
      fc.asyncProperty(
        table,
        encoding,
        end,
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        async (rows, name, ends, whole, lines) => {
          const text =
            ['Код;Имя;Балл', ...rows.map((fields) => fields.join(';'))].join(ends) + (whole ? ends : '');
          const bytes = iconv.encode(text, name);
          const path = files.file(bytes, 'таблица.csv');
          const expected = await readRows(path, { encoding: name });
          const read = await readStretches(path, name, cut(bytes, lines));
          expect(textsOf(read)).toEqual(textsOf(expected));
          expect(read.map(({ cells }) => [...cells])).toEqual(expected.map(({ cells }) => [...cells]));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has neither the mark of the encoding nor the line that names the delimiter', async () => {
    const bytes = Buffer.from('\ufeffsep=|\r\nа;б|в\r\n');
    const path = files.file(bytes);
    expect(textsOf(await readStretches(path, 'utf-8', [stretchOf(bytes)]))).toEqual({ 2: ['а;б', 'в'] });
  });

  it('tells apart texts that meet in one place of its memory', async () => {
    const numbers = Array.from({ length: 60_000 }, (_, index) => String(index * 7919));
    const bytes = Buffer.from(numbers.map((number) => `${number};${number}а\n`).join(''));
    const rows = await readStretches(files.file(bytes), 'utf-8', [stretchOf(bytes)]);
    expect(rows.map(({ cells }) => cells[0]!.text)).toEqual(numbers);
    expect(rows.every(({ cells: [code, name] }) => name!.text === `${code!.text}а`)).toBe(true);
  });

  it.each([
    ['a record of several lines', Buffer.from('Код;Имя\n1;"две\nстроки"\n')],
    ['a quote that nobody closes', Buffer.from('Код;Имя\n1;"Заря\n2;Лидер\n')],
    ['a byte that is no text', Buffer.from('Код;Имя\n1;а\u0000\n')],
    ['a byte of another encoding', Buffer.concat([Buffer.from('Код;Имя\n1;'), Buffer.of(0xe0, 0x0a)])],
  ])('is refused where it holds %s', async (_, bytes) => {
    const path = files.file(bytes);
    await expect(readStretches(path, 'utf-8', [stretchOf(bytes)])).rejects.toMatchObject({
      hint: expect.any(String),
    });
  });

  it('stops at the limits of a sheet', async () => {
    const limits = { columns: 5, cellCharacters: 20 };
    for (const text of ['а;б;в;г;д;е\n', `а;${'x'.repeat(21)}\n`]) {
      const opened = await openSheets(files.file(text), { limits });
      const rows = opened.sheets[0]!.stretch!(stretchOf(Buffer.from(text)));
      await expect(rows[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'not-a-table' });
    }
  });

  it('cannot be read from its middle where a byte may be half of a sign', async () => {
    const opened = await openSheets(files.file(iconv.encode('Код;Имя\n1;а\n', 'utf-16le')), {
      encoding: 'utf-16le',
    });
    expect(opened.sheets[0]!.stretch).toBeUndefined();
  });
});
