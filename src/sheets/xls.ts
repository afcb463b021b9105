import { readFile, stat } from 'node:fs/promises';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { a1 } from './address.ts';
import { booleanCell, dateCell, errorCell, numberCell, textCell } from './cells.ts';
import { checkCompoundFile } from './content.ts';
import { isDateFormat } from './dates.ts';
import { mergeCover } from './merges.ts';
import type { Cell, OpenedFile, Row, Sheet, SheetLimits } from './sheet.ts';
import { damaged, encrypted, sheetFailure } from './sheet-failure.ts';

const BATCH_ROWS = 500;

const LAST_ROW = 1_048_576;

/** BIFF8 has 65,536 × 256 cells: a larger file is none. The library holds it in memory whole. */
const LARGEST_FILE = 256 * 1024 ** 2;

/** Opens a workbook of Excel 5–2003 (BIFF). */
export async function openXls(path: string, limits: SheetLimits): Promise<OpenedFile> {
  if ((await stat(path)).size > LARGEST_FILE) {
    const hint = 'Сохраните книгу в Excel как «Книга Excel (.xlsx)».';
    throw sheetFailure('file-too-large', { file: path }, 'книга .xls слишком велика для этого формата', hint);
  }
  const bytes = await readFile(path);
  checkCompoundFile(bytes, path);
  return openWith(path, bytes, limits);
}

/** Opens a «Таблица XML 2003» (SpreadsheetML), whose text has been decoded. */
export async function openSpreadsheetXml(
  path: string,
  text: string,
  encoding: string,
  limits: SheetLimits,
): Promise<OpenedFile> {
  return { ...(await openWith(path, text, limits)), encoding };
}

async function openWith(path: string, content: Buffer | string, limits: SheetLimits): Promise<OpenedFile> {
  const library = await import('@e965/xlsx');
  // Books of Excel 95 are in a code page, which the library has apart.
  library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const options = { dense: true, cellNF: true, cellStyles: true, cellHTML: false } as const;
  let book: WorkBook;
  try {
    const type = typeof content === 'string' ? 'string' : 'buffer';
    book = quietly(() => library.read(content, { ...options, type }));
  } catch (error) {
    if (/password|encrypt/i.test(String(error))) throw encrypted(path);
    throw damaged({ file: path }, 'прочитать её не удалось', error);
  }
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, index): Sheet[] => {
    const sheet = book.Sheets[name];
    if (!sheet || (sheet['!type'] && sheet['!type'] !== 'sheet')) return [];
    return [
      {
        name,
        hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
        addressing: 'a1',
        rows: () => sheetRows(sheet, { file: path, sheet: name, from1904, limits }),
      },
    ];
  });
  return { file: path, format: 'xls', sheets, close: async () => {} };
}

/** The library tells the console, in English, of every record of a damaged book that it does not know. */
function quietly<T>(read: () => T): T {
  const { error } = console;
  console.error = () => {};
  try {
    return read();
  } finally {
    console.error = error;
  }
}

interface XlsGiven {
  file: string;
  sheet: string;
  from1904: boolean;
  limits: SheetLimits;
}

async function* sheetRows(sheet: WorkSheet, given: XlsGiven): AsyncGenerator<readonly Row[]> {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const cover = mergeCover(
    (sheet['!merges'] ?? []).map(({ s, e }) => ({ left: s.c, right: e.c, top: s.r + 1, bottom: e.r + 1 })),
    given,
  );
  let batch: Row[] = [];
  // A file of a few lines may place one in the four thousand millionth row: only rows that are there are visited.
  for (const [index, objects] of presentIn(data)) {
    if (index >= LAST_ROW) throw tooFar(`строка ${index + 1}`, given);
    const cells = cellsOf(objects, index, given);
    if (!cover(index + 1, cells)) continue;
    batch.push({ number: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells });
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What a sparse list holds, with its places, in their order. */
function presentIn<T>(list: readonly (T | undefined)[]): [number, T][] {
  return Object.entries(list).flatMap(([index, one]) => (one === undefined ? [] : [[Number(index), one]]));
}

function cellsOf(
  objects: readonly (CellObject | undefined)[],
  row: number,
  given: XlsGiven,
): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  for (const [column, object] of presentIn(objects)) {
    if (column >= given.limits.columns) throw tooFar(`ячейка ${a1(column, row + 1)}`, given);
    cells[column] = cellOf(object, given);
  }
  return cells;
}

function tooFar(what: string, given: XlsGiven) {
  const hint = 'Удалите лишние столбцы и строки за пределами таблицы и сохраните файл как .xlsx.';
  return sheetFailure('cell-too-far', given, `${what} дальше, чем бывает в таблицах`, hint);
}

function cellOf(object: CellObject, given: XlsGiven): Cell | undefined {
  const { t: type, v: value } = object;
  if (type === 'b') return booleanCell(value === true);
  if (type === 'e') return errorCell(object.w ?? String(value));
  if (typeof value === 'number') {
    const isDate = object.z !== undefined && isDateFormat(0, String(object.z));
    return isDate ? dateCell(value, given.from1904) : numberCell(value);
  }
  if (type === 's') return textCell(String(value ?? '').replace(/\r\n?/g, '\n'));
  return undefined;
}
