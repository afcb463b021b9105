import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import type { Rows } from './rows.ts';

/** How a table of texts becomes a file. */
export type Writing =
  | { as: 'csv'; delimiter: string; quotes: 'needed' | 'all' | 'none'; end: string; encoding: string }
  | { as: 'html'; open: boolean; across: number; down: number }
  | { as: 'xml-2003'; index: number }
  | { as: 'xlsx'; numbers: boolean };

/** Ways in which systems and people save a table outside of a workbook. */
export const writing: fc.Arbitrary<Writing> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      as: fc.constant('csv' as const),
      delimiter: fc.constantFrom(';', ',', '\t', '|'),
      quotes: fc.constantFrom('needed' as const, 'all', 'none'),
      end: fc.constantFrom('\r\n', '\n', '\r'),
      encoding: fc.constantFrom('utf8', 'utf8-bom', 'windows-1251', 'cp866', 'koi8-r', 'utf16le', 'utf16be'),
    }),
  },
  fc.record({
    as: fc.constant('html' as const),
    open: fc.boolean(),
    across: fc.constantFrom(1, 1, 0, 2, -3, 1000, 1e9),
    down: fc.constantFrom(1, 1, 0, 2, 70_000),
  }),
  fc.record({
    as: fc.constant('xml-2003' as const),
    index: fc.constantFrom(0, 0, 1, 5, 300, 16_385, 1_048_577, 99_999_999, 4_294_967_295),
  }),
  { weight: 2, arbitrary: fc.record({ as: fc.constant('xlsx' as const), numbers: fc.boolean() }) },
);

/** The bytes of the file, and the ending its name has. */
export function writeRows(rows: Rows, way: Writing): { bytes: Uint8Array; ending: string } {
  switch (way.as) {
    case 'csv':
      return { bytes: csvBytes(rows, way), ending: '.csv' };
    case 'html':
      return { bytes: Buffer.from(htmlText(rows, way)), ending: '.xls' };
    case 'xml-2003':
      return { bytes: Buffer.from(xmlText(rows, way.index)), ending: '.xls' };
    case 'xlsx':
      return { bytes: bookBytes(rows, way.numbers), ending: '.xlsx' };
  }
}

function csvBytes(rows: Rows, { delimiter, quotes, end, encoding }: Writing & { as: 'csv' }): Uint8Array {
  const cell = (text: string) => {
    const needed = text.includes(delimiter) || /["\r\n]/.test(text);
    const quoted = quotes === 'all' || (quotes === 'needed' && needed);
    return quoted ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = rows.map((row) => row.map(cell).join(delimiter) + end).join('');
  if (encoding === 'utf8-bom') return iconv.encode(text, 'utf8', { addBOM: true });
  return iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf16') });
}

function marked(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function htmlText(rows: Rows, { open, across, down }: Writing & { as: 'html' }): string {
  const close = (tag: string) => (open ? '' : `</${tag}>`);
  const cells = rows.map((row) => {
    const [first = '', ...others] = row;
    const wide = `<td colspan="${across}" rowspan="${down}">${marked(first)}${close('td')}`;
    return `<tr>${wide}${others.map((text) => `<td>${marked(text)}${close('td')}`).join('')}${close('tr')}`;
  });
  return `<html><meta charset="utf-8"><body><table>${cells.join('\n')}${close('table')}`;
}

function xmlText(rows: Rows, index: number): string {
  const place = index > 0 ? ` ss:Index="${index}"` : '';
  const cell = (text: string, at: number) =>
    `<Cell${at === 1 ? place : ''}><Data ss:Type="String">${marked(text)}</Data></Cell>`;
  const lines = rows.map((row, at) => `<Row${at === 3 ? place : ''}>${row.map(cell).join('')}</Row>`);
  return (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" ' +
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
    `<Worksheet ss:Name="Лист1"><Table>${lines.join('')}</Table></Worksheet></Workbook>`
  );
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook with what it must have and nothing else. */
function bookBytes(rows: Rows, numbers: boolean): Uint8Array {
  const cell = (text: string) =>
    numbers && /^\d{1,15}$/.test(text)
      ? `<c><v>${text}</v></c>`
      : `<c t="inlineStr"><is><t>${marked(text)}</t></is></c>`;
  const lines = rows.map((row) => `<row>${row.map(cell).join('')}</row>`);
  const link = (type: string, target: string) =>
    `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;
  const parts = {
    '_rels/.rels': link('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': '<workbook><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': link('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: 1,
  });
}
