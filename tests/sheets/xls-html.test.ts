import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { readRows, readSheets, tableFiles, textsOf } from '../support/table-files.ts';

const files = tableFiles();
afterAll(files.remove);

describe('XLS of Excel 97–2003', () => {
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet([
    ['Код ОО', 'Дата', 'Балл', null, 'Сдан'],
    [9306, null, 5.5, 'а\nб', true],
    [null, null, null],
    ['0012', null, 0.1 + 0.2],
  ]);
  sheet.B2 = { t: 'n', v: 44370, z: 'dd.mm.yyyy' };
  sheet.B4 = { t: 'n', v: 44370.7053240741, z: 'dd.mm.yyyy hh:mm' };
  sheet['!merges'] = [XLSX.utils.decode_range('C1:D1')];
  XLSX.utils.book_append_sheet(book, sheet, 'Протокол');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['скрыт']]), 'Служебный');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] } as NonNullable<typeof book.Workbook>;

  it('gives the same cells as XLSX', async () => {
    for (const bookType of ['biff8', 'xlsx'] as const) {
      const read = await readSheets(
        files.file(XLSX.write(book, { type: 'buffer', bookType }), 'протокол.dat'),
      );
      expect(read.format).toBe(bookType === 'biff8' ? 'xls' : 'xlsx');
      expect(read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
        ['Протокол', false],
        ['Служебный', true],
      ]);
      const rows = read.sheets[0]!.rows;
      expect(textsOf(rows)).toEqual({
        1: ['Код ОО', 'Дата', 'Балл', 'Балл', 'Сдан'],
        2: ['9306', '2021-06-23', '5.5', 'а\nб', 'ИСТИНА'],
        4: ['0012', '2021-06-23T16:55:40', '0.3'],
      });
      expect(rows[0]?.cells[3]?.master).toBe('C1');
      expect(rows[1]?.cells.map((cell) => cell?.kind)).toEqual([
        'number',
        'date',
        'number',
        'text',
        'boolean',
      ]);
    }
  });

  it('reads the code page of Excel 95', async () => {
    const old = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(old, XLSX.utils.aoa_to_sheet([['SHKOL', 5]]), 'List');
    const bytes: Buffer = XLSX.write(old, { type: 'buffer', bookType: 'biff5' });
    // The library does not write Russian here: its letters and the CODEPAGE record are put in by hand.
    bytes.set(iconv.encode('Школа', 'windows-1251'), bytes.indexOf('SHKOL'));
    bytes.writeUInt16LE(1251, bytes.indexOf(Buffer.from('42000200', 'hex')) + 4);
    expect(textsOf(await readRows(files.file(bytes)))).toEqual({ 1: ['Школа', '5'] });
  });

  it('reads «Таблица XML 2003» in the encoding it is in', async () => {
    const xml = XLSX.write(book, { type: 'string', bookType: 'xlml' }) as string;
    const read = await readSheets(files.file(iconv.encode(xml, 'utf8')));
    expect(read.sheets[0]!.name).toBe('Протокол');
    expect(textsOf(read.sheets[0]!.rows)[2]?.slice(0, 3)).toEqual(['9306', '2021-06-23', '5.5']);
  });

  it('a cut file is a failure', async () => {
    const bytes = XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    await expect(readRows(files.file(bytes.subarray(0, 1000)))).rejects.toMatchObject({ name: 'Failure' });
  });
});

describe('HTML tables under the name .xls', () => {
  const page = (table: string, head = '') =>
    `<html><head>${head}<title>нет</title><style>td{}</style></head><body>${table}</body></html>`;
  const rowsOf = (html: string) => readRows(files.file(html));

  it('reads cells, references, breaks, spaces', async () => {
    const rows = await rowsOf(
      page(
        '<table>\n <tr> <th>Код&nbsp;ОО</th><th>\n  Первичный\n  балл </th></tr><tr><td>9306<td>&laquo;a&raquo; &lt;b&gt;&#1105;<br/>вторая' +
          '<tr><td>&nbsp;</td><td></td></tr><tr><td><p>один</p><p>два</p></td></tr></table>',
      ),
    );
    expect(textsOf(rows)).toEqual({
      1: ['Код\u00a0ОО', 'Первичный балл'],
      2: ['9306', '«a» <b>ё\nвторая'],
      4: ['один\nдва'],
    });
  });

  it('cells that span show their value in each place, with their master', async () => {
    const rows = await rowsOf(
      '<table><tr><td rowspan=2>Школа</td><td colspan="2">Баллы</td></tr><tr><td>1</td><td>2</td></tr><tr><td>а</td><td>б</td><td>в</td></tr></table>',
    );
    expect(textsOf(rows)).toEqual({
      1: ['Школа', 'Баллы', 'Баллы'],
      2: ['Школа', '1', '2'],
      3: ['а', 'б', 'в'],
    });
    expect(rows.map((row) => row.cells.map((cell) => cell?.master))).toEqual([
      [undefined, undefined, 'B1'],
      ['A1', undefined, undefined],
      [undefined, undefined, undefined],
    ]);
  });

  it('lines between tables and tables inside cells are rows too; hidden rows are marked', async () => {
    const rows = await rowsOf(
      page(
        '<h3>Протокол</h3><p>Русский язык</p><table><tr><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>' +
          '<table><tr style="display: none"><td>3</td></tr></table>',
      ),
    );
    expect(rows.map((row) => [row.hidden, ...row.cells.map((cell) => cell?.text)])).toEqual([
      [false, 'Протокол'],
      [false, 'Русский язык'],
      [false, '1', '2'],
      [true, '3'],
    ]);
    const numbers = rows.map(({ number }) => number);
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
  });

  it.each([
    [
      'windows-1251',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
      'windows-1251',
    ],
    ['windows-1251', '', 'windows-1251'],
    ['utf8', '<meta charset="windows-1251">', 'utf-8'],
    ['koi8-r', '<meta charset="koi8-r">', 'koi8-r'],
    ['utf-16le', '', 'utf-16le'],
  ])('in %s with the head %j', async (name, head, encoding) => {
    const path = files.file(
      iconv.encode(page('<table><tr><td>Школа</td><td>Балл</td></tr></table>', head), name),
    );
    const read = await readSheets(path);
    expect([read.format, read.encoding]).toEqual(['html', encoding]);
    expect(textsOf(read.sheets[0]!.rows)).toEqual({ 1: ['Школа', 'Балл'] });
  });

  it('stops at its limits', async () => {
    const limited = (html: string, limits: object) => readRows(files.file(html), { limits });
    await expect(limited(`<table><tr>${'<td>1'.repeat(9)}`, { columns: 5 })).rejects.toMatchObject({
      code: 'cell-too-far',
    });
    await expect(limited(`<table><tr>${'<td>1'.repeat(9)}`, { cells: 5 })).rejects.toMatchObject({
      code: 'too-many-cells',
    });
    await expect(limited(`<table><tr><td>${'я'.repeat(99)}`, { cellCharacters: 50 })).rejects.toMatchObject({
      code: 'cell-too-long',
    });
  });
});
