import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readSheets, tableFiles } from '../support/table-files.ts';

const files = tableFiles();
afterAll(files.remove);

type Shown = string | number | boolean | null;

const text = fc.oneof(
  fc.constantFrom(
    'Школа № 5',
    'а & б',
    '<тег>',
    ' края ',
    'две\nстроки',
    '«ёлка»',
    '😀',
    '0012',
    "'",
    'TRUE',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((raw) => raw.replace(/[\u0000-\u001f\ufffe\uffff]|\p{Cs}/gu, '') || 'я'),
);
const number = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
    .map((value) => Number(value.toPrecision(12)) + 0),
);
const value: fc.Arbitrary<Shown> = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const table = fc.array(fc.array(value, { maxLength: 8 }), { minLength: 1, maxLength: 12 });

/** Values by place, as this reader gives them. */
async function ours(bytes: Uint8Array): Promise<Map<string, Shown>> {
  const { sheets } = await readSheets(files.file(bytes, 'книга.xlsx'));
  const found = new Map<string, Shown>();
  for (const { number, cells } of sheets[0]!.rows) {
    for (const [column, cell] of cells.entries()) if (cell) found.set(`${number}:${column}`, cell.value);
  }
  return found;
}

function expected(rows: readonly (readonly Shown[])[]): Map<string, Shown> {
  const found = new Map<string, Shown>();
  for (const [index, row] of rows.entries()) {
    for (const [column, shown] of row.entries())
      if (shown !== null) found.set(`${index + 1}:${column}`, shown);
  }
  return found;
}

describe('XLSX reader', () => {
  it('gives back what exceljs wrote, as exceljs itself reads it', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, useSharedStrings) => {
        const book = new ExcelJS.Workbook();
        book.addWorksheet('Лист').addRows(rows.map((row) => [...row]));
        const bytes = new Uint8Array(await book.xlsx.writeBuffer({ useSharedStrings } as object));
        const found = await ours(bytes);
        const again = new ExcelJS.Workbook();
        await again.xlsx.load(bytes.buffer as ArrayBuffer);
        again.worksheets[0]?.eachRow((row, index) =>
          row.eachCell((cell, column) => expect(found.get(`${index}:${column - 1}`)).toEqual(cell.value)),
        );
        expect(found).toEqual(expected(rows));
      }),
      { numRuns: 40 },
    );
  });

  it('gives back what SheetJS wrote, as SheetJS itself reads it', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, bookSST) => {
        const book = XLSX.utils.book_new();
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), 'Лист');
        const bytes: Buffer = XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST });
        const found = await ours(bytes);
        const sheet = XLSX.read(bytes).Sheets.Лист!;
        for (const [address, cell] of Object.entries(sheet)) {
          if (address.startsWith('!') || cell.t === 'z') continue;
          const { r, c } = XLSX.utils.decode_cell(address);
          const read = typeof cell.v === 'string' ? cell.v.replace(/\r\n?/g, '\n') : cell.v;
          expect(found.get(`${r + 1}:${c}`), address).toEqual(read);
        }
        expect(found).toEqual(expected(rows));
      }),
      { numRuns: 40 },
    );
  });

  it('gives back dates, merged cells, formulas and rich text that exceljs wrote', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Лист');
    sheet.getCell('A1').value = { richText: [{ text: 'Кол-во ' }, { font: { bold: true }, text: 'ОО' }] };
    sheet.mergeCells('A1:C1');
    sheet.getCell('A2').value = new Date(Date.UTC(2021, 5, 23));
    sheet.getCell('A2').numFmt = 'dd.mm.yyyy';
    sheet.getCell('B2').value = new Date(Date.UTC(2021, 5, 23, 16, 55, 40));
    sheet.getCell('B2').numFmt = 'dd.mm.yyyy hh:mm:ss';
    sheet.getCell('A3').value = { formula: 'SUM(B4:B5)', result: 7 };
    sheet.getCell('B3').value = { formula: 'SUM(B4:B5)' } as ExcelJS.CellFormulaValue;
    sheet.getCell('C3').value = { error: '#N/A' };
    sheet.getRow(3).hidden = true;
    const { sheets } = await readSheets(files.file(new Uint8Array(await book.xlsx.writeBuffer())));
    const shown = sheets[0]!.rows.map(({ hidden, cells }) => [
      hidden,
      ...cells.map((cell) => cell && [cell.kind, cell.text, cell.master]),
    ]);
    expect(shown).toEqual([
      [false, ['text', 'Кол-во ОО', undefined], ['text', 'Кол-во ОО', 'A1'], ['text', 'Кол-во ОО', 'A1']],
      [false, ['date', '2021-06-23', undefined], ['date', '2021-06-23T16:55:40', undefined]],
      [
        true,
        ['number', '7', undefined],
        ['formula-without-value', '=SUM(B4:B5)', undefined],
        ['error', '#N/A', undefined],
      ],
    ]);
  });

  it('may be left in the middle, and closes', async () => {
    const book = new ExcelJS.Workbook();
    book
      .addWorksheet('Лист')
      .addRows(Array.from({ length: 20_000 }, (_, index) => [index, `Школа ${index}`]));
    const { openSheets } = await import('../../src/sheets/open.ts');
    const opened = await openSheets(files.file(new Uint8Array(await book.xlsx.writeBuffer())));
    let batches = 0;
    for await (const batch of opened.sheets[0]!.rows()) {
      expect(batch[0]?.number).toBe(1);
      if (++batches === 1) break;
    }
    await opened.close();
  });
});
