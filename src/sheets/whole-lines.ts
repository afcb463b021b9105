import { open } from 'node:fs/promises';

const LINE_FEED = 10;

/**
 * The bytes of a text file, cut between lines; those of each piece are others after the next.
 * @param room how many bytes are read at once; it grows where a line is longer
 * @param stretch reads it alone
 */
export async function* wholeLines(
  file: string,
  room: number,
  { from, to }: { from: number; to: number } = { from: 0, to: Number.POSITIVE_INFINITY },
): AsyncGenerator<Buffer> {
  const handle = await open(file);
  try {
    let bytes: Buffer = Buffer.allocUnsafe(room);
    let held = 0;
    for (let position = from; ; ) {
      if (held === bytes.length) bytes = Buffer.concat([bytes], 2 * held);
      const wanted = Math.min(bytes.length - held, to - position);
      const { bytesRead } = await handle.read(bytes, held, wanted, position);
      position += bytesRead;
      held += bytesRead;
      const end = bytesRead === 0 ? held : bytes.subarray(0, held).lastIndexOf(LINE_FEED) + 1;
      if (end > 0) yield bytes.subarray(0, end);
      if (bytesRead === 0) return;
      bytes.copyWithin(0, end, held);
      held -= end;
    }
  } finally {
    await handle.close();
  }
}
