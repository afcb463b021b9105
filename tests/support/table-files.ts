import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { type OpenOptions, openSheets } from '../../src/sheets/open.ts';
import type { OpenedFile, Row } from '../../src/sheets/sheet.ts';

/** Files that a test writes, in a folder of their own; `remove` takes them away. */
export function tableFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'msoko-sheets-'));
  let count = 0;
  return {
    folder,
    /** Writes a file and returns its path. */
    file(content: string | Uint8Array, name = `файл-${++count}.bin`): string {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export interface ReadFile extends Omit<OpenedFile, 'sheets' | 'close'> {
  sheets: { name: string; hidden: boolean; addressing: string; rows: Row[] }[];
}

/** Opens a file, reads all its sheets, closes it. */
export async function readSheets(path: string, options: OpenOptions = {}): Promise<ReadFile> {
  const opened = await openSheets(path, options);
  try {
    const sheets = [];
    for (const sheet of opened.sheets) {
      const rows: Row[] = [];
      for await (const batch of sheet.rows()) rows.push(...batch);
      sheets.push({ name: sheet.name, hidden: sheet.hidden, addressing: sheet.addressing, rows });
    }
    return { ...opened, sheets };
  } finally {
    await opened.close();
  }
}

/** Rows of a file's first sheet. */
export async function readRows(path: string, options: OpenOptions = {}): Promise<Row[]> {
  return (await readSheets(path, options)).sheets[0]!.rows;
}

/** Shown texts by row number, empty cells as `null`. */
export function textsOf(rows: readonly Row[]): Record<number, (string | null)[]> {
  return Object.fromEntries(
    rows.map((row) => [row.number, Array.from(row.cells, (cell) => cell?.text ?? null)]),
  );
}

export interface BookParts {
  /** What stands inside of `<worksheet>`. */
  sheet?: string;
  /** The whole sheet part instead. */
  sheetPart?: string | Uint8Array;
  sharedStrings?: string;
  styles?: string;
  workbook?: string;
  workbookLinks?: string;
  /** Parts to add or to replace, by full name. */
  parts?: Record<string, string | Uint8Array>;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The bytes of a workbook with one sheet, written element by element, as no library would write it. */
export function bookBytes(given: BookParts): Uint8Array {
  const links = [
    'worksheet:worksheets/sheet1.xml',
    'sharedStrings:sharedStrings.xml',
    'styles:styles.xml',
  ].map((link, index) => {
    const [type, target] = link.split(':');
    return `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  });
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      given.workbook ??
      `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${given.workbookLinks ?? links.join('')}</Relationships>`,
    'xl/worksheets/sheet1.xml':
      given.sheetPart ?? `<worksheet ${MAIN}>${given.sheet ?? '<sheetData/>'}</worksheet>`,
    ...(given.sharedStrings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `<sst ${MAIN}>${given.sharedStrings}</sst>` }),
    ...(given.styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet ${MAIN}>${given.styles}</styleSheet>` }),
    ...given.parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}
