import type { Row } from '../sheets/sheet.ts';
import type { Reading, RowReader } from './layout.ts';

/** How far down a header row is looked for. */
const HEADER_WITHIN = 40;

/**
 * Reads a sheet whose table begins somewhere in its first rows: everything up to and including the header is
 * preamble, the rest goes to the reader that the header gave.
 * @param expected the columns that make the header, for the message when it is not there
 * @param find looks at one row: the reader of the body, once this row is the header
 */
export function searchHeader(
  reading: Reading,
  expected: string,
  find: (row: Row) => RowReader | undefined,
): RowReader {
  let body: RowReader | undefined;
  let seen = 0;
  let last = 1;
  let missed = false;

  const miss = (): void => {
    missed = true;
    reading.error(
      'header-not-found',
      `В первых ${HEADER_WITHIN} строках нет строки заголовков: ожидались ${expected}. ` +
        'Проверьте, что файл выгружен целиком и заголовки не переименованы.',
      { row: last },
    );
  };

  return {
    row(row) {
      if (body) return body.row(row);
      if (missed) return 'rejected';
      last = row.number;
      body = find(row);
      if (body) return 'preamble';
      seen++;
      if (seen < HEADER_WITHIN) return 'preamble';
      miss();
      return 'rejected';
    },
    end() {
      if (body) body.end?.();
      else if (!missed) miss();
    },
  };
}
