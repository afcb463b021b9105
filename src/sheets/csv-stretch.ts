import { bytesReader } from './bytes-reader.ts';
import { type CsvGiven, csvRows } from './csv-rows.ts';
import { markLength } from './encoding.ts';
import { plainLines } from './plain-lines.ts';
import type { Row, Stretch } from './sheet.ts';
import { sheetFailure } from './sheet-failure.ts';
import { wholeLines } from './whole-lines.ts';

const ROOM_BYTES = 1 << 18;
const LINE_FEED = 10;
const QUOTE = 0x22;
const FIRST_BEYOND_ASCII = 0x80;

/** Reads a stretch; `passed` is told how many of its bytes lie behind. */
type ReadStretch = (
  stretch: Stretch,
  passed: (bytes: number) => void,
) => AsyncGenerator<readonly Row[], void>;

/**
 * Reads stretches of a table whose records take one line each: from the bytes, for records by the million. It stops
 * at all else that it meets; what is wrong there is told by whoever reads the file from its beginning.
 * @returns `undefined` where a byte may be a part of another sign than the one of ASCII that it looks like
 */
export function stretchReader(
  encoding: string,
  given: Omit<CsvGiven, 'line' | 'oneLineRecords'>,
): ReadStretch | undefined {
  const reader = bytesReader(encoding);
  const delimiter = given.delimiter.charCodeAt(0);
  if (!reader || delimiter >= FIRST_BEYOND_ASCII) return undefined;
  const split = plainLines(delimiter, reader.text);

  return async function* (stretch, passed) {
    let { line } = stretch;

    const plainRows = (bytes: Buffer): Row[] => {
      const rows: Row[] = [];
      split(bytes, (cells, longest) => {
        const number = line++;
        const { limits } = given;
        if (cells.length > limits.columns || longest > limits.cellCharacters) throw notLines(given, number);
        if (cells.length > 0 && !(number === 1 && given.skipFirst))
          rows.push({ number, hidden: false, cells });
      });
      return rows;
    };

    for await (const bytes of linesOf(given.file, stretch, passed)) {
      if (!reader.isText(bytes)) throw notLines(given, line);
      if (!bytes.includes(QUOTE)) yield plainRows(bytes);
      else {
        yield* csvRows([reader.text(bytes, 0, bytes.length)], { ...given, line, oneLineRecords: true });
        for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) line++;
      }
    }
  };
}

/** The lines of a stretch, without a mark of the encoding; the last one has an end, too. */
async function* linesOf(
  file: string,
  stretch: Stretch,
  passed: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let behind = 0;
  for await (const bytes of wholeLines(file, ROOM_BYTES, stretch)) {
    const start = stretch.from === 0 && behind === 0 ? markLength(bytes) : 0;
    behind += bytes.length;
    passed(behind);
    const lines = bytes.subarray(start);
    if (lines.length > 0)
      yield lines.at(-1) === LINE_FEED ? lines : Buffer.concat([lines, Buffer.of(LINE_FEED)]);
  }
}

function notLines(given: { file: string }, line: number) {
  return sheetFailure(
    'not-a-table',
    given,
    `строка ${line} или одна из следующих не читается как запись в одной строке`,
    'Прочитайте файл целиком.',
  );
}
