import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it, vi } from 'vitest';
import {
  type BookParts,
  bookBytes,
  readRows,
  readSheets,
  tableFiles,
  textsOf,
} from '../support/table-files.ts';

const files = tableFiles();
afterAll(files.remove);

const read = (given: BookParts, limits = {}) => readRows(files.file(bookBytes(given)), { limits });
const data = (rows: string) => ({ sheet: `<sheetData>${rows}</sheetData>` });
const CELL = '<row r="1"><c r="A1"><v>1</v></c></row>';

function compound(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(`${stream}\0`, 'utf16le'),
    Buffer.alloc(512),
  ]);
}

describe('files that are no tables', () => {
  it.each([
    ['%PDF-1.7\n', 'not-a-table'],
    [Buffer.from('89504e470d0a1a0a', 'hex'), 'not-a-table'],
    [Buffer.from('ffd8ffe000104a46', 'hex'), 'not-a-table'],
    ['Rar!\u001a\u0007', 'not-a-table'],
    ['{\\rtf1 Школа}', 'not-a-table'],
    ['<?xml version="1.0"?><data><item/></data>', 'not-a-table'],
    [zipSync({ 'word/document.xml': strToU8('<a/>') }), 'not-a-table'],
    [zipSync({ 'выгрузка.xlsx': strToU8('PK') }), 'not-a-table'],
    [zipSync({ 'xl/workbook.bin': strToU8('x') }), 'format-not-supported'],
    [zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }), 'format-not-supported'],
    [compound('WordDocument'), 'not-a-table'],
    [compound('EncryptedPackage'), 'file-encrypted'],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'not-a-table'],
  ])('%# is refused with %s and a hint in Russian, whatever its name', async (content, code) => {
    const path = files.file(content, 'таблица.xlsx');
    await expect(readRows(path)).rejects.toMatchObject({
      name: 'Failure',
      code,
      message: expect.stringMatching(/^Файл «таблица\.xlsx»: [а-я]/),
      hint: expect.stringMatching(/^[А-Я].*\.$/),
    });
  });

  it('the extension never decides', async () => {
    expect((await readSheets(files.file(bookBytes(data(CELL)), 'книга.csv'))).format).toBe('xlsx');
    expect((await readSheets(files.file('Код;Балл\n1;2\n', 'книга.xlsx'))).format).toBe('csv');
    expect((await readSheets(files.file('<table><tr><td>1</table>', 'книга.xls'))).format).toBe('html');
  });
});

describe('damaged workbooks', () => {
  it('cut anywhere, they end in a failure and never in fewer rows', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, index) => `<row r="${index + 1}"><c><v>${index}</v></c></row>`,
    );
    const bytes = bookBytes(data(rows.join('')));
    for (let length = 10; length < bytes.length; length += 97) {
      await expect(readRows(files.file(bytes.subarray(0, length))), String(length)).rejects.toMatchObject({
        code: expect.stringMatching(/^file-(truncated|damaged)$/),
      });
    }
  });

  it('with any byte of the packed sheet changed, they end in a failure', async () => {
    const bytes = bookBytes(data(CELL.repeat(1)));
    const start = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length;
    for (const offset of [5, 20, 40]) {
      const changed = Buffer.from(bytes);
      changed[start + offset]! ^= 0x55;
      await expect(readRows(files.file(changed))).rejects.toMatchObject({ code: 'file-damaged' });
    }
  });

  it.each([
    ['<worksheet><sheetData><row><c><v>1</v></c></row>', 'file-damaged'],
    ['<worksheet><sheetData></row></sheetData></worksheet></a>', 'file-damaged'],
    ['<worksheet><sheetData><row r="5"/><row r="4"/></sheetData></worksheet>', 'file-damaged'],
    ['<!DOCTYPE a [<!ENTITY b "ccc">]><worksheet><sheetData/></worksheet>', 'xml-doctype'],
  ])('with the sheet %j fail as %s', async (sheetPart, code) => {
    await expect(read({ sheetPart })).rejects.toMatchObject({ code });
  });

  it('a lacking part is named', async () => {
    await expect(
      read({ workbookLinks: '<Relationship Id="rId1" Type="x/worksheet" Target="no.xml"/>' }),
    ).rejects.toMatchObject({
      code: 'file-damaged',
      message: expect.stringContaining('xl/no.xml'),
    });
  });
});

describe('hostile workbooks', () => {
  it('a claim of a million rows costs nothing', async () => {
    const sheet = `<dimension ref="A1:XFD1048576"/><sheetData>${CELL}</sheetData>`;
    expect(textsOf(await read({ sheet }))).toEqual({ 1: ['1'] });
  });

  it('a cell in the last corner is read alone', async () => {
    const rows = await read(data(`${CELL}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`));
    expect(rows.map(({ number }) => number)).toEqual([1, 1_048_576]);
    expect(rows[1]?.cells[16_383]?.value).toBe(2);
  });

  it('a merged range over the whole sheet is not laid out', async () => {
    const rows = await read({
      sheet: `<sheetData>${CELL}<row r="9"><c r="C9"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]!.cells.length).toBeLessThanOrEqual(256);
  });

  it('hundreds of thousands of overlapping ranges are read in time', async () => {
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(300_000);
    const rows = Array.from(
      { length: 2000 },
      (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`,
    ).join('');
    expect(
      await read({ sheet: `<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>` }),
    ).toHaveLength(1);
  });

  it('a cell beyond the last column or row is refused with its address', async () => {
    await expect(read(data('<row r="1"><c r="XFE1"><v>1</v></c></row>'))).rejects.toMatchObject({
      code: 'cell-too-far',
      message: expect.stringContaining('XFE1'),
    });
    await expect(read(data('<row r="1"><c r="ZZZZZZZZZZZZ1"><v>1</v></c></row>'))).rejects.toMatchObject({
      code: 'cell-too-far',
    });
    await expect(read(data('<row r="1048577"/>'))).rejects.toMatchObject({ code: 'cell-too-far' });
  });

  it('stops at its limits', async () => {
    const many = `<row r="1">${'<c><v>1</v></c>'.repeat(11)}</row>`;
    await expect(read(data(many), { cells: 10 })).rejects.toMatchObject({ code: 'too-many-cells' });
    const long = `<row><c t="inlineStr"><is><t>${'я'.repeat(101)}</t></is></c></row>`;
    await expect(read(data(long), { cellCharacters: 100 })).rejects.toMatchObject({ code: 'cell-too-long' });
    const endless = `<row><c t="inlineStr"><is><t>${'я'.repeat(500_000)}</t></is></c></row>`;
    await expect(read(data(endless), { cellCharacters: 100 })).rejects.toMatchObject({
      code: 'cell-too-long',
    });
    await expect(
      read(
        { ...data('<row><c t="s"><v>0</v></c></row>'), sharedStrings: `<si><t>${'я'.repeat(101)}</t></si>` },
        { cellCharacters: 100 },
      ),
    ).rejects.toMatchObject({ code: 'cell-too-long' });
    await expect(read(data(CELL + ' '.repeat(5000)), { unpackedBytes: 4000 })).rejects.toMatchObject({
      code: 'file-too-large-unpacked',
    });
  });

  it('a bomb stops as soon as its ratio shows', async () => {
    const bomb = data(CELL + ' '.repeat(30 * 1024 ** 2));
    await expect(read(bomb, { ratio: 100 })).rejects.toMatchObject({ code: 'suspicious-compression' });
  });

  it('names that point outside write nothing', async () => {
    const before = readdirSync(files.folder).length;
    const rows = await read({
      ...data(CELL),
      parts: { '../../evil.txt': 'x', '/etc/evil': 'x', 'a\\..\\b': 'x' },
    });
    expect(textsOf(rows)).toEqual({ 1: ['1'] });
    expect(readdirSync(files.folder)).toHaveLength(before + 1);
  });

  it('a part with a password is said to have one', async () => {
    const bytes = Buffer.from(bookBytes(data(CELL)));
    for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 1))
      bytes[at + 8]! |= 1;
    await expect(readRows(files.file(bytes))).rejects.toMatchObject({ code: 'file-encrypted' });
  });

  it('quotes where a name should stand do not keep the reader from coming to an end', async () => {
    const sheetPart = `<worksheet><sheetData><row><c a'="' r='A1'><v>1</v></c></row></sheetData></worksheet>`;
    expect(textsOf(await read({ sheetPart }))).toEqual({ 1: ['1'] });
  });

  it.each([
    ['row', '<Row ss:Index="4294967295"><Cell><Data ss:Type="String">я</Data></Cell></Row>', 'cell-too-far'],
    ['cell', '<Row><Cell ss:Index="99999999"><Data ss:Type="String">я</Data></Cell></Row>', 'cell-too-far'],
  ])('a %s of a table of 2003 that claims a place beyond all tables is refused', async (_, row, code) => {
    const office = 'urn:schemas-microsoft-com:office:spreadsheet';
    const text = `<?xml version="1.0"?><Workbook xmlns="${office}" xmlns:ss="${office}"><Worksheet ss:Name="Л"><Table>${row}</Table></Worksheet></Workbook>`;
    await expect(readRows(files.file(text))).rejects.toMatchObject({ code });
  });

  it('a damaged book of Excel 2003 writes nothing to the console', async () => {
    const bytes = readFileSync(new URL('../../fixtures/gia/oge-two-exams.xls', import.meta.url));
    const told = vi.spyOn(console, 'error');
    try {
      for (let at = 600; at < bytes.length; at += 40) {
        const changed = Buffer.from(bytes);
        changed[at]! ^= 0x13;
        await readSheets(files.file(changed)).catch((error) =>
          expect(error).toMatchObject({ name: 'Failure' }),
        );
      }
      expect(told).not.toHaveBeenCalled();
    } finally {
      told.mockRestore();
    }
  });

  it('reading does not change the file', async () => {
    const path = files.file(bookBytes(data(CELL)));
    const before = readFileSync(path);
    await readRows(path);
    expect(readFileSync(path)).toEqual(before);
  });
});
