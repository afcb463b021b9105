import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { Cell } from '../../src/sheets/sheet.ts';
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

const rowsOf = (given: BookParts) => readRows(files.file(bookBytes(given)));
const rowsOfData = (data: string) => rowsOf({ sheet: `<sheetData>${data}</sheetData>` });

async function cellOf(element: string, given: BookParts = {}): Promise<Cell | undefined> {
  const rows = await rowsOf({
    sheet: `<sheetData><row r="1">${element}<c r="Z1"><v>0</v></c></row></sheetData>`,
    ...given,
  });
  return rows[0]?.cells[0];
}

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot; дн.&quot;"/>' +
  '<numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="[$-419]d mmm yyyy;@"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  `<cellXfs>${[0, 14, 22, 164, 165, 166, 167, 20].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;

describe('cells of a workbook', () => {
  it('a number is in its shortest form', async () => {
    for (const [stored, value] of [
      ['5.0', 5],
      ['9306.0', 9306],
      ['5.06', 5.06],
      ['0.30000000000000004', 0.3],
      ['1E-2', 0.01],
      ['1027700000001', 1027700000001],
      ['-2', -2],
      ['69.999999999999986', 70],
    ] as const) {
      expect(await cellOf(`<c r="A1"><v>${stored}</v></c>`)).toEqual({
        text: String(value),
        value,
        kind: 'number',
      });
    }
  });

  it('a shared string joins its runs and leaves out how it is pronounced', async () => {
    const sharedStrings =
      '<si><r><rPr><b/></rPr><t xml:space="preserve">Кол-во </t></r><r><t>ОО</t></r><rPh sb="0" eb="1"><t>нет</t></rPh></si>' +
      '<si><t xml:space="preserve"> с пробелами </t></si><si><t/></si><si/>';
    expect((await cellOf('<c r="A1" t="s"><v>0</v></c>', { sharedStrings }))?.text).toBe('Кол-во ОО');
    expect((await cellOf('<c r="A1" t="s"><v>1</v></c>', { sharedStrings }))?.text).toBe(' с пробелами ');
    expect(await cellOf('<c r="A1" t="s"><v>2</v></c>', { sharedStrings })).toBeUndefined();
    expect(await cellOf('<c r="A1" t="s"><v>3</v></c>', { sharedStrings })).toBeUndefined();
    await expect(cellOf('<c r="A1" t="s"><v>4</v></c>', { sharedStrings })).rejects.toMatchObject({
      code: 'file-damaged',
      message: expect.stringMatching(/Лист1.*A1/),
    });
  });

  it('texts resolve references, Excel escapes, CDATA; line ends become \\n', async () => {
    const text = async (raw: string) =>
      (await cellOf(`<c r="A1" t="inlineStr"><is><t>${raw}</t></is></c>`))?.text;
    expect(await text('&#1083;&#x43E;гин &amp; &lt;&quot;&apos;&gt;')).toBe('логин & <"\'>');
    expect(await text('a_x000D_\nb_x005F_x000D_')).toBe('a\nb_x000D_');
    expect(await text('<![CDATA[<a> & b]]> c')).toBe('<a> & b c');
    expect(await text('1<!-- заметка -->2')).toBe('12');
    await expect(text('&nbsp;')).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it('formulas show their cached value, and say where there is none', async () => {
    expect(await cellOf('<c r="A1"><f>1+1</f><v>2</v></c>')).toMatchObject({ value: 2, kind: 'number' });
    expect(await cellOf('<c r="A1" t="str"><f>A2</f><v>да</v></c>')).toMatchObject({
      value: 'да',
      kind: 'text',
    });
    expect(await cellOf('<c r="A1" t="str"><f>IF(B1,1,"")</f><v></v></c>')).toBeUndefined();
    for (const empty of ['', '<v/>', '<v></v>']) {
      expect(await cellOf(`<c r="A1"><f>SUM(B1:B9)</f>${empty}</c>`)).toEqual({
        text: '=SUM(B1:B9)',
        value: '=SUM(B1:B9)',
        kind: 'formula-without-value',
      });
    }
  });

  it('booleans and errors keep their kind', async () => {
    expect(await cellOf('<c r="A1" t="b"><v>1</v></c>')).toEqual({
      text: 'ИСТИНА',
      value: true,
      kind: 'boolean',
    });
    expect(await cellOf('<c r="A1" t="e"><v>#N/A</v></c>')).toEqual({
      text: '#N/A',
      value: '#N/A',
      kind: 'error',
    });
  });

  it('dates are known by their style, built-in or own', async () => {
    const shown = async (style: number, serial: string) => {
      const cell = await cellOf(`<c r="A1" s="${style}"><v>${serial}</v></c>`, { styles: STYLES });
      return [cell?.kind, cell?.text];
    };
    expect(await shown(1, '44370')).toEqual(['date', '2021-06-23']);
    expect(await shown(2, '44370.7053240741')).toEqual(['date', '2021-06-23T16:55:40']);
    expect(await shown(3, '36526')).toEqual(['date', '2000-01-01']);
    expect(await shown(6, '44255')).toEqual(['date', '2021-02-28']);
    expect(await shown(7, '0.5')).toEqual(['date', '12:00:00']);
    expect(await shown(0, '44370')).toEqual(['number', '44370']);
    expect(await shown(4, '44370')).toEqual(['number', '44370']);
    expect(await shown(5, '1.5')).toEqual(['number', '1.5']);
    expect(await shown(1, '-5')).toEqual(['number', '-5']);
    expect(await shown(1, '61')).toEqual(['date', '1900-03-01']);
    expect(await shown(1, '59')).toEqual(['date', '1900-02-28']);
  });

  it('dates of old Mac workbooks count from 1904', async () => {
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="Л" r:id="rId1"/></sheets></workbook>';
    const cell = await cellOf('<c r="A1" s="1"><v>42908</v></c>', { styles: STYLES, workbook });
    expect(cell?.text).toBe('2021-06-23');
  });

  it('dates of strict workbooks are ISO already', async () => {
    expect((await cellOf('<c r="A1" t="d"><v>2021-06-23T00:00:00.000Z</v></c>'))?.text).toBe('2021-06-23');
    expect(await cellOf('<c r="A1" t="d"><v>2021-06-23T16:55:40</v></c>')).toEqual({
      text: '2021-06-23T16:55:40',
      value: '2021-06-23T16:55:40',
      kind: 'date',
    });
  });
});

describe('rows of a workbook', () => {
  it('stand where their elements say, or after the one before', async () => {
    const rows = await rowsOfData(
      '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row><row r="7"/>' +
        '<row r="8" hidden="1"><c r="AB8"><v>4</v></c></row>',
    );
    expect(rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [3, false],
      [4, false],
      [8, true],
    ]);
    expect(rows[0]?.cells.map((cell) => cell?.value)).toEqual([undefined, undefined, 1, 2]);
    expect(rows[1]?.cells[0]?.value).toBe(3);
    expect(rows[2]?.cells[27]?.value).toBe(4);
  });

  it('prefixed and strict books read the same', async () => {
    const sheetPart =
      '<?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>' +
      '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>а</x:t></x:is></x:c><x:c r="B1"><x:v>5</x:v></x:c></x:row>' +
      '</x:sheetData><x:mergeCells><x:mergeCell ref="B1:C1"/></x:mergeCells></x:worksheet>';
    const [row] = await rowsOf({ sheetPart });
    expect(row?.cells.map((cell) => cell?.text)).toContain('5');
    expect(row?.cells[2]).toMatchObject({ text: '5', master: 'B1' });
  });

  it('a covered cell shows its master, down and across; nothing is made of rows that are not there', async () => {
    const rows = await rowsOf({
      sheet:
        '<sheetData><row r="1"><c r="A1" t="str"><v>Группа</v></c><c r="D1" t="str"><v>Итог</v></c></row>' +
        '<row r="2"><c r="B2" t="str"><v>скрыто</v></c><c r="D2"><v>7</v></c></row><row r="4"><c r="A4"><v>1</v></c></row></sheetData>' +
        '<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="D3:D9"/></mergeCells>',
    });
    expect(textsOf(rows)).toEqual({
      1: ['Группа', 'Группа', 'Группа', 'Итог'],
      2: ['Группа', 'Группа', 'Группа', '7'],
      4: ['1'],
    });
    expect(rows[0]?.cells[0]?.master).toBeUndefined();
    expect(rows[1]?.cells[0]?.master).toBe('A1');
    expect(rows[0]?.cells[3]?.master).toBeUndefined();
  });

  it('sheets come in the order of the workbook, hidden ones marked, charts left out, links absolute or not', async () => {
    const link = (id: string, type: string, target: string) =>
      `<Relationship Target="${target}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Id="${id}"/>`;
    const sheet = (value: number) =>
      `<worksheet><sheetData><row r="1"><c r="A1"><v>${value}</v></c></row></sheetData></worksheet>`;
    const path = files.file(
      bookBytes({
        workbook:
          '<workbook xmlns:r="r"><sheets><sheet name="Второй &amp; другие" r:id="b"/><sheet name="Диаграмма" r:id="c"/>' +
          '<sheet name="Первый" state="veryHidden" r:id="a"/></sheets></workbook>',
        workbookLinks:
          link('a', 'worksheet', 'worksheets/sheet1.xml') +
          link('b', 'worksheet', '/xl/Other/Sheet2.xml') +
          link('c', 'chartsheet', 'chartsheets/sheet1.xml'),
        parts: { 'xl/worksheets/sheet1.xml': sheet(1), 'xl/other/sheet2.xml': sheet(2) },
      }),
    );
    const { sheets } = await readSheets(path);
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows[0]?.cells[0]?.value])).toEqual([
      ['Второй & другие', false, 2],
      ['Первый', true, 1],
    ]);
  });

  it('the same comes out of any chunk border', async () => {
    const data = Array.from(
      { length: 4000 },
      (_, index) =>
        `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>Школа &amp; №${index} — ё</t></is></c><c r="B${index + 1}"><v>${index}</v></c></row>`,
    ).join('');
    for (const shift of [0, 1, 2, 3, 5, 7]) {
      const rows = await rowsOfData(' '.repeat(shift) + data);
      expect(rows).toHaveLength(4000);
      expect(
        rows.every(
          ({ cells }, index) => cells[0]?.text === `Школа & №${index} — ё` && cells[1]?.value === index,
        ),
      ).toBe(true);
    }
  });

  it('an UTF-16 part is read', async () => {
    const xml = '<worksheet><sheetData><row><c t="str"><v>ё</v></c></row></sheetData></worksheet>';
    expect(textsOf(await rowsOf({ sheetPart: Buffer.from(`\ufeff${xml}`, 'utf16le') }))).toEqual({
      1: ['ё'],
    });
  });

  it('parts that are stored, not packed, are read', async () => {
    const part = strToU8('<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>');
    const bytes = zipSync(
      {
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="Л" id="a"/></sheets></workbook>'),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<a><Relationship Id="a" Type="x/worksheet" Target="s.xml"/></a>',
        ),
        'xl/s.xml': part,
      },
      { level: 0 },
    );
    expect(textsOf(await readRows(files.file(bytes)))).toEqual({ 1: ['1'] });
  });
});

/** The same archive with its sizes and offsets in ZIP64 fields, as writers of streams make it. */
function asZip64(bytes: Uint8Array): Buffer {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const start = zip.readUInt32LE(end + 16);
  const directory: Buffer[] = [];
  for (let at = start; at < end; ) {
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const entry = Buffer.from(zip.subarray(at, nameEnd));
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(24)), 4);
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 12);
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(42)), 20);
    for (const field of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, field);
    entry.writeUInt16LE(extra.length, 30);
    directory.push(entry, extra);
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  const list = Buffer.concat(directory);
  const end64 = Buffer.alloc(56);
  end64.write('PK\u0006\u0006', 'latin1');
  end64.writeBigUInt64LE(BigInt(list.length), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 'latin1');
  locator.writeBigUInt64LE(BigInt(start + list.length), 8);
  const last = Buffer.from(zip.subarray(end));
  last.writeUInt32LE(0xffffffff, 12);
  last.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([zip.subarray(0, start), list, end64, locator, last]);
}

describe('archives', () => {
  it('of the ZIP64 kind are read', async () => {
    const bytes = bookBytes({ sheet: '<sheetData><row r="2"><c r="B2"><v>5</v></c></row></sheetData>' });
    expect(textsOf(await readRows(files.file(asZip64(bytes))))).toEqual({ 2: [null, '5'] });
  });
});
