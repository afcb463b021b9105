import { createReadStream } from 'node:fs';
import { bytesReader } from './bytes-reader.ts';
import { type CsvGiven, csvRows } from './csv-rows.ts';
import { markLength } from './encoding.ts';
import { plainLines } from './plain-lines.ts';
import type { Row, Stretch } from './sheet.ts';
import { sheetFailure } from './sheet-failure.ts';

const CHUNK_BYTES = 1 << 18;
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

    for await (const bytes of wholeLines(given.file, stretch, passed)) {
      if (!reader.isText(bytes)) throw notLines(given, line);
      if (!bytes.includes(QUOTE)) yield plainRows(bytes);
      else {
        yield* csvRows([reader.text(bytes, 0, bytes.length)], { ...given, line, oneLineRecords: true });
        for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) line++;
      }
    }
  };
}

/** The bytes of a stretch, cut between lines, without a mark of the encoding; the last line has an end, too. */
async function* wholeLines(
  file: string,
  { from, to }: Stretch,
  passed: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let behind = 0;
  for await (const read of createReadStream(file, { highWaterMark: CHUNK_BYTES, start: from, end: to - 1 })) {
    const chunk = read as Buffer;
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const start = from === 0 && behind === 0 ? markLength(bytes) : 0;
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    behind += chunk.length;
    passed(behind);
    rest = bytes.subarray(Math.max(start, end));
    if (end > start) yield bytes.subarray(start, end);
  }
  if (rest.length > 0) yield Buffer.concat([rest, Buffer.of(LINE_FEED)]);
}

function notLines(given: { file: string }, line: number) {
  return sheetFailure(
    'not-a-table',
    given,
    `строка ${line} или одна из следующих не читается как запись в одной строке`,
    'Прочитайте файл целиком.',
  );
}
