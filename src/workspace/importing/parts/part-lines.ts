import { foundOrMade } from '../../../records/found-or-made.ts';
import type { LineWriter } from '../folder-writer.ts';
import { type LineBuffer, lineBuffer, putLine } from '../line-buffer.ts';

/** Bytes of a stretch of lines on its way to the thread that writes them. */
const STRETCH = 1 << 20;

/** The lines of a part by the name of their file, until it is their turn to be written. */
export type PartLines = ReadonlyMap<string, readonly Uint8Array<ArrayBuffer>[]>;

/** Keeps the lines of a part in memory. */
export function partLines(): LineWriter & { end(): PartLines } {
  const kept = new Map<string, Uint8Array<ArrayBuffer>[]>();
  const buffers = new Map<string, LineBuffer>();
  const lines = (name: string): LineBuffer =>
    foundOrMade(buffers, name, () => {
      const stretches = foundOrMade(kept, name, () => []);
      return lineBuffer(STRETCH, (bytes) => void stretches.push(bytes.slice()));
    });
  return {
    lines,
    line: (name, json) => putLine(lines(name), json),
    end() {
      for (const buffer of buffers.values()) buffer.flush();
      return kept;
    },
  };
}
