import { createReadStream } from 'node:fs';
import type { Stretch } from '../../../sheets/sheet.ts';

const CHUNK_BYTES = 1 << 20;
const LINE_FEED = 10;
const RETURN = 13;

/**
 * Cuts a text file into stretches of whole lines and about equal size, and counts the lines before each. They come
 * one after another: the first is known before the file was looked through.
 * @returns `undefined` and no more where a line ends as on old Macs, in a return alone
 */
export async function* lineStretches(
  path: string,
  bytes: number,
  pieces: number,
): AsyncGenerator<Stretch | undefined, void> {
  let cut = 0;
  let from = 0;
  let line = 1;
  let lines = 0;
  let offset = 0;
  let returned = false;
  for await (const read of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const chunk = read as Buffer;
    if ((returned && chunk[0] !== LINE_FEED) || returnAlone(chunk)) return yield undefined;
    returned = chunk.at(-1) === RETURN;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) {
      lines++;
      const end = offset + at + 1;
      if (end < (bytes * (cut + 1)) / pieces || cut === pieces - 1) continue;
      yield { from, to: end, line };
      cut++;
      from = end;
      line = lines + 1;
    }
    offset += chunk.length;
  }
  if (returned) yield undefined;
  else if (from < offset) yield { from, to: offset, line };
}

/** Whether a return within the chunk is followed by something else than a line feed. */
function returnAlone(chunk: Buffer): boolean {
  for (let at = chunk.indexOf(RETURN); at !== -1; at = chunk.indexOf(RETURN, at + 1)) {
    if (at + 1 < chunk.length && chunk[at + 1] !== LINE_FEED) return true;
  }
  return false;
}
