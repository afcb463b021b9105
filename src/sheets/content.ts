import { encrypted, sheetFailure } from './sheet-failure.ts';

/** What the first bytes of a file say it is. */
export type ContentKind = 'zip' | 'compound' | 'text';

const ZIP = Buffer.from([0x50, 0x4b, 3, 4]);
const EMPTY_ZIP = Buffer.from([0x50, 0x4b, 5, 6]);
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** First bytes of files that people send by mistake. */
const OTHERS: readonly [signature: Buffer, what: string, hint: string][] = [
  [Buffer.from('%PDF'), 'документ PDF', 'Запросите эту таблицу в виде .xlsx или .csv.'],
  [Buffer.from('{\\rtf'), 'документ RTF', 'Перенесите таблицу в Excel и сохраните как .xlsx.'],
  [Buffer.from('89504e47', 'hex'), 'картинка PNG', 'Запросите саму таблицу, а не её снимок.'],
  [Buffer.from('ffd8ff', 'hex'), 'картинка JPEG', 'Запросите саму таблицу, а не её снимок.'],
  [Buffer.from('GIF8'), 'картинка GIF', 'Запросите саму таблицу, а не её снимок.'],
  [Buffer.from('Rar!'), 'архив RAR', 'Распакуйте архив и укажите таблицу из него.'],
  [Buffer.from('377abcaf', 'hex'), 'архив 7z', 'Распакуйте архив и укажите таблицу из него.'],
  [Buffer.from('1f8b', 'hex'), 'архив GZIP', 'Распакуйте архив и укажите таблицу из него.'],
  [
    Buffer.from('MIME-Version:'),
    'веб-архив MHTML',
    'Откройте файл в Excel и сохраните как «Книга Excel (.xlsx)».',
  ],
];

/**
 * Tells what a file is by its first bytes; its extension says nothing.
 * @throws Failure `not-a-table` where the bytes are those of a document, a picture, another archive
 */
export function contentKind(bytes: Buffer, file: string): ContentKind {
  if (bytes.subarray(0, 4).equals(ZIP) || bytes.subarray(0, 4).equals(EMPTY_ZIP)) return 'zip';
  if (bytes.subarray(0, 8).equals(COMPOUND)) return 'compound';
  for (const [signature, what, hint] of OTHERS) {
    if (bytes.subarray(0, signature.length).equals(signature)) throw notATable(file, what, hint);
  }
  return 'text';
}

/** What a text is: delimited lines, a page with tables, or Excel's XML of 2003. */
export type TextKind = 'csv' | 'html' | 'spreadsheet-xml';

/**
 * Tells what a text holds by its beginning.
 * @throws Failure `not-a-table` for other XML and for bytes that are no text
 */
export function textKind(beginning: string, file: string): TextKind {
  const text = beginning.trimStart();
  if (text.startsWith('<')) {
    if (/urn:schemas-microsoft-com:office:spreadsheet["']/.test(text) && /<(\w+:)?Workbook\b/.test(text)) {
      return 'spreadsheet-xml';
    }
    if (/<(!doctype\s+html|html|table|head|body|meta|div|style|tr)\b/i.test(text)) return 'html';
    if (text.startsWith('<?xml'))
      throw notATable(file, 'документ XML', 'Сохраните таблицу как .xlsx или .csv.');
  }
  // Line ends, tabs and the old end-of-file sign are all that a table has of control characters.
  const controls = text.slice(0, 4096).match(/[\u0001-\u0008\u000e-\u0019\u001b-\u001f]/g)?.length ?? 0;
  if (controls > 8) throw notATable(file, 'двоичный файл', 'Укажите таблицу: .xlsx, .xls или .csv.');
  return 'csv';
}

/**
 * Checks that a compound file (`D0CF11E0…`) is a workbook that opens without a password.
 * @throws Failure `file-encrypted`, `not-a-table` (Word and Outlook use the same container)
 */
export function checkCompoundFile(bytes: Buffer, file: string): void {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw encrypted(file);
  if (['Workbook', 'Book'].some((stream) => bytes.includes(Buffer.from(`${stream}\0`, 'utf16le')))) return;
  throw notATable(file, 'документ Word или другой программы', 'Укажите таблицу: .xlsx, .xls или .csv.');
}

/**
 * Checks that a zip archive is a workbook in XML.
 * @param parts by their name in lower case
 * @throws Failure `format-not-supported` (XLSB, ODS), `not-a-table`
 */
export function checkWorkbookParts(parts: ReadonlyMap<string, unknown>, file: string): void {
  const names = new Set(parts.keys());
  if (names.has('xl/workbook.bin')) throw unsupported(file, 'двоичная книга Excel (.xlsb)');
  if (names.has('mimetype') && names.has('content.xml'))
    throw unsupported(file, 'документ OpenDocument (.ods)');
  if ([...names].some((name) => /(^|\/)(workbook|workbook\d*)\.xml$/.test(name))) return;
  if (names.has('word/document.xml')) {
    throw notATable(file, 'документ Word', 'Перенесите таблицу в Excel и сохраните как .xlsx.');
  }
  if (names.has('ppt/presentation.xml'))
    throw notATable(file, 'презентация', 'Запросите саму таблицу: .xlsx или .csv.');
  throw notATable(file, 'архив, в котором нет книги Excel', 'Распакуйте архив и укажите таблицу из него.');
}

function notATable(file: string, what: string, hint: string) {
  return sheetFailure('not-a-table', { file }, `это ${what}, а не таблица`, hint);
}

function unsupported(file: string, what: string) {
  const hint = 'Откройте файл в табличном редакторе и сохраните как «Книга Excel (.xlsx)».';
  return sheetFailure('format-not-supported', { file }, `это ${what}, такой формат не читается`, hint);
}
