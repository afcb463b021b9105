import { basename } from 'node:path';
import { EXIT, Failure } from '../failure.ts';

/** Codes of the failures that this room throws; scripts match on them. */
export type SheetFailureCode =
  | 'file-missing'
  | 'file-is-folder'
  | 'file-unreadable'
  | 'file-empty'
  | 'file-encrypted'
  | 'file-damaged'
  | 'file-truncated'
  | 'file-too-large'
  | 'file-too-large-unpacked'
  | 'suspicious-compression'
  | 'format-not-supported'
  | 'not-a-table'
  | 'too-many-cells'
  | 'too-many-texts'
  | 'too-many-merges'
  | 'too-many-sheets'
  | 'cell-too-far'
  | 'cell-too-long'
  | 'xml-doctype'
  | 'wrong-encoding'
  | 'nul-bytes'
  | 'unclosed-quote'
  | 'malformed-quote';

/** A failure about a file; the message begins with the file's name (and the sheet's, where one is given). */
export function sheetFailure(
  code: SheetFailureCode,
  place: { file: string; sheet?: string },
  message: string,
  hint: string,
  cause?: unknown,
): Failure {
  const sheet = place.sheet ? `, лист «${place.sheet}»` : '';
  return new Failure(code, `Файл «${basename(place.file)}»${sheet}: ${message}`, { hint, cause });
}

/** The workbook contradicts its own format. */
export function damaged(place: { file: string; sheet?: string }, what: string, cause?: unknown): Failure {
  return sheetFailure(
    'file-damaged',
    place,
    `книга повреждена — ${what}`,
    'Откройте файл в табличном редакторе, сохраните заново как «Книга Excel (.xlsx)» и повторите.',
    cause,
  );
}

/** The file opens with a password only. */
export function encrypted(file: string): Failure {
  return sheetFailure(
    'file-encrypted',
    { file },
    'файл защищён паролем',
    'Откройте файл в Excel, снимите пароль («Файл → Сведения → Защита книги») и сохраните снова.',
  );
}

/** `--encoding` names something that is no encoding. */
export function unknownEncoding(label: string): Failure {
  return new Failure('unknown-encoding', `Кодировка «${label}» неизвестна`, {
    hint: 'Укажите одну из: utf-8, windows-1251, cp866, koi8-r, utf-16le, utf-16be.',
    exit: EXIT.usage,
  });
}
