import { stat } from 'node:fs/promises';
import { contentKind, textKind } from './content.ts';
import { openCsv } from './csv.ts';
import { type Beginning, beginningOf, decodedText, encodingOf } from './decoded-text.ts';
import { detectEncoding, encodingNamed } from './encoding.ts';
import { openHtml, statedHtmlEncoding } from './html.ts';
import { DEFAULT_LIMITS, type OpenedFile, type SheetLimits } from './sheet.ts';
import { sheetFailure } from './sheet-failure.ts';
import { openSpreadsheetXml, openXls } from './xls.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

/** What a person may say about a file beforehand. */
export interface OpenOptions {
  /** Encoding of a text file, instead of the one found out (`windows-1251`, `cp866` …). */
  encoding?: string;
  limits?: Partial<SheetLimits>;
}

/**
 * Opens a table file: XLSX, XLS, an HTML table or delimited text, told apart by content alone.
 * @returns its sheets, to be read row by row; whoever opened it closes it
 * @throws Failure (see `SheetFailureCode`; `unknown-encoding`) when it is no table or cannot be read; reading
 *   the rows may throw it too, for what comes to light only there
 */
export async function openSheets(path: string, options: OpenOptions = {}): Promise<OpenedFile> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const encoding = options.encoding === undefined ? undefined : encodingNamed(options.encoding);
  await checkFile(path);
  const beginning = await beginningOf(path);
  switch (contentKind(beginning.bytes, path)) {
    case 'zip':
      return openXlsx(path, limits);
    case 'compound':
      return openXls(path, limits);
    case 'text':
      return openText(path, beginning, encoding, limits);
  }
}

async function openText(
  path: string,
  beginning: Beginning,
  stated: string | undefined,
  limits: SheetLimits,
): Promise<OpenedFile> {
  const { bytes, cut } = beginning;
  const encoding = stated ?? detectEncoding(bytes, cut);
  const text = new TextDecoder(encoding).decode(bytes);
  if (!cut && text.trim() === '') throw empty(path);
  switch (textKind(text, path)) {
    case 'html':
      return openHtml(path, stated ?? htmlEncoding(encoding, bytes), limits);
    case 'spreadsheet-xml':
      return openSpreadsheetXml(path, await wholeText(path, encoding, limits), encoding, limits);
    case 'csv':
      return openCsv(path, stated ?? (await encodingOf(path)), limits);
  }
}

/** A page's own word is weaker than its bytes: systems convert pages and leave the old `charset` in them. */
function htmlEncoding(detected: string, bytes: Buffer): string {
  if (detected.startsWith('utf-')) return detected;
  const stated = statedHtmlEncoding(bytes);
  return stated === undefined || stated.startsWith('utf-') ? detected : stated;
}

async function wholeText(path: string, encoding: string, limits: SheetLimits): Promise<string> {
  let whole = '';
  for await (const text of decodedText(path, encoding)) {
    whole += text;
    if (whole.length > Math.min(limits.unpackedBytes, 256 * 1024 ** 2)) {
      const hint = 'Сохраните книгу в Excel как «Книга Excel (.xlsx)».';
      throw sheetFailure('file-too-large', { file: path }, 'книга в XML 2003 слишком велика', hint);
    }
  }
  return whole;
}

async function checkFile(path: string): Promise<void> {
  const place = { file: path };
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      throw sheetFailure('file-missing', place, 'такого файла нет', 'Проверьте путь и имя файла.', error);
    }
    throw unreadable(path, error);
  });
  if (found.isDirectory()) {
    throw sheetFailure(
      'file-is-folder',
      place,
      'это папка, а не файл',
      'Укажите файлы, которые лежат в ней.',
    );
  }
  if (!found.isFile()) throw unreadable(path);
  if (found.size === 0) throw empty(path);
}

function empty(path: string) {
  return sheetFailure('file-empty', { file: path }, 'файл пуст', 'Скачайте или сохраните таблицу заново.');
}

function unreadable(path: string, cause?: unknown) {
  const hint = 'Проверьте права на файл и не открыт ли он в другой программе.';
  return sheetFailure('file-unreadable', { file: path }, 'файл не читается', hint, cause);
}
