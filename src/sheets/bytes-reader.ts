import { isUtf8 } from 'node:buffer';
import { isSingleByte } from './encoding.ts';

const NUL = 0;

/** Reads bytes of an encoding in which a byte of ASCII is that sign and no part of another. */
export interface BytesReader {
  /** Whether bytes of whole lines can be text of this encoding. */
  isText(bytes: Buffer): boolean;
  /** The text of such bytes, from the beginning of a sign to the end of one. */
  text(bytes: Buffer, from: number, to: number): string;
}

/** @returns `undefined` for the other encodings */
export function bytesReader(encoding: string): BytesReader | undefined {
  if (encoding === 'utf-8') {
    return {
      isText: (bytes) => isUtf8(bytes) && !bytes.includes(NUL),
      text: (bytes, from, to) => bytes.toString('utf8', from, to),
    };
  }
  if (!isSingleByte(encoding)) return undefined;
  const decoder = new TextDecoder(encoding, { fatal: true });
  return {
    isText: (bytes) => !bytes.includes(NUL),
    text: (bytes, from, to) => decoder.decode(bytes.subarray(from, to)),
  };
}
