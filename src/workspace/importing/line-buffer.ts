import { type ByteText, byteText, putByte, putBytes } from '../../records/byte-text.ts';

const LINE_FEED = 0x0a;

/** Gathers lines until they are worth to be passed on. */
export interface LineBuffer {
  /** Where lines are put together. Until `settle` they may be taken back by making it as short as it was. */
  text: ByteText;
  /** Says that what is there stays. */
  settle(): void;
  /** Passes on what is left. */
  flush(): void;
}

/**
 * @param enough bytes that are worth to be passed on
 * @param pass takes the bytes of whole lines; they are others after the call
 */
export function lineBuffer(enough: number, pass: (lines: Uint8Array<ArrayBuffer>) => void): LineBuffer {
  const text = byteText(enough + (enough >> 2));
  const flush = () => {
    if (text.length > 0) pass(text.room.subarray(0, text.length));
    text.length = 0;
  };
  return {
    text,
    settle() {
      if (text.length >= enough) flush();
    },
    flush,
  };
}

/** Ends the line that stands at the end. */
export function endLine(text: ByteText): void {
  putByte(text, LINE_FEED);
}

/** Appends a line that stays. */
export function putLine({ text, settle }: LineBuffer, line: string): void {
  putBytes(text, Buffer.from(line));
  endLine(text);
  settle();
}
