import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { encodeWindows1251 } from './windows-1251.ts';

export type Value = string | number | null;

export interface DemoSheet {
  name: string;
  rows: readonly (readonly Value[])[];
  /** Merged ranges: row from 1, columns from 1, on one row. */
  merges?: readonly { row: number; from: number; to: number }[];
}

/** One file of the demo, not yet written. */
export interface DemoFile {
  /** Path inside the folder of exports, with `/`. */
  path: string;
  content:
    | { format: 'xlsx'; sheets: readonly DemoSheet[] }
    | { format: 'xls'; sheets: readonly DemoSheet[] }
    | { format: 'csv'; encoding: 'windows-1251' | 'utf-8-bom'; rows: readonly (readonly Value[])[] };
}

/** Writes a file under the directory, making its folders. The bytes depend on nothing but the content. */
export async function writeDemoFile(directory: string, { path, content }: DemoFile): Promise<void> {
  const target = join(directory, ...path.split('/'));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, await bytesOf(content));
}

async function bytesOf(content: DemoFile['content']): Promise<Uint8Array> {
  if (content.format === 'xlsx') return xlsxBytes(content.sheets);
  if (content.format === 'xls') return xlsBytes(content.sheets);
  const text = csvText(content.rows);
  return content.encoding === 'windows-1251'
    ? encodeWindows1251(text)
    : new TextEncoder().encode(`\ufeff${text}`);
}

function csvText(rows: readonly (readonly Value[])[]): string {
  const width = Math.max(...rows.map((row) => row.length));
  return rows
    .map((row) => Array.from({ length: width }, (_, column) => csvField(row[column] ?? '')).join(';'))
    .map((line) => `${line}\r\n`)
    .join('');
}

/** Numbers carry a decimal comma, as Russian Excel saves them. */
function csvField(value: string | number): string {
  const text = typeof value === 'number' ? String(value).replace('.', ',') : value;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function xlsxBytes(sheets: readonly DemoSheet[]): Promise<Uint8Array> {
  const [{ default: excel }, { unzipSync, zipSync }] = await Promise.all([
    import('exceljs'),
    import('fflate'),
  ]);
  const workbook = new excel.Workbook();
  workbook.created = workbook.modified = new Date('2021-09-01T00:00:00Z');
  for (const { name, rows, merges } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow(row);
    for (const { row, from, to } of merges ?? []) sheet.mergeCells(row, from, row, to);
  }
  const packed = new Uint8Array(await workbook.xlsx.writeBuffer());
  // The library stamps the parts with the present moment; packed anew, equal content is equal bytes.
  return zipSync(unzipSync(packed), { mtime: '2021-09-01T00:00:00' });
}

async function xlsBytes(sheets: readonly DemoSheet[]): Promise<Uint8Array> {
  const { utils, write } = await import('@e965/xlsx');
  const workbook = utils.book_new();
  for (const { name, rows } of sheets) {
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'biff8' }));
}
