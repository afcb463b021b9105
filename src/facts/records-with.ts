import { wholeLines } from '../sheets/whole-lines.ts';

const ROOM_BYTES = 4 << 20;
const LINE_FEED = 10;

/** Values that are looked for one by one; each costs a pass over the bytes, a tenth of parsing their lines. */
const FEW = 8;

/** A stored record before anything is known of it but its place. */
export type StoredRecord = Readonly<Record<string, unknown>> & { at: [sheet: string, row: number] };

/**
 * Goes through a file of records and hands over those that may be asked for, those of each value in their order. Where
 * a field has few values to be looked for, only the lines in which they stand are parsed: a school is a thousandth of a
 * region's rows. What is handed over is to be looked at again: it may be more than what was asked.
 * @param sought texts of fields, the field that tells most first
 */
export async function recordsWith(
  file: string,
  sought: readonly (readonly [field: string, values: ReadonlySet<string>])[],
  take: (record: StoredRecord) => void,
): Promise<void> {
  const few = sought.find(([, values]) => values.size <= FEW);
  const marks = few && [...few[1]].map((value) => markOf(few[0], value));
  for await (const lines of wholeLines(file, ROOM_BYTES)) {
    for (const mark of marks ?? [undefined]) {
      for (const line of linesWith(lines, mark)) {
        const record = JSON.parse(line) as StoredRecord;
        // Deeper in a record the same words may stand too.
        if (!mark || record[mark.field] === mark.value) take(record);
      }
    }
  }
}

interface Mark {
  field: string;
  value: string;
  /** As they stand in a line: within a text a quotation mark has a backslash before it. */
  bytes: Buffer;
}

function markOf(field: string, value: string): Mark {
  return { field, value, bytes: Buffer.from(`${JSON.stringify(field)}:${JSON.stringify(value)}`) };
}

/** Lines of a stretch in which a mark stands; all without one. */
function* linesWith(lines: Buffer, mark: Mark | undefined): Generator<string> {
  for (let start = 0; start < lines.length; ) {
    const found = mark ? lines.indexOf(mark.bytes, start) : start;
    if (found < 0) return;
    const from = mark ? lines.lastIndexOf(LINE_FEED, found) + 1 : start;
    const to = lines.indexOf(LINE_FEED, found);
    const end = to < 0 ? lines.length : to;
    if (end > from) yield lines.toString('utf8', from, end);
    start = end + 1;
  }
}
