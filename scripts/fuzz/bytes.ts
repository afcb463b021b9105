import fc from 'fast-check';
import { share } from './share.ts';

/** A change to a file as a string of bytes; `at` are shares of its length. */
export type ByteChange =
  | { change: 'flip'; at: number[]; mask: number }
  | { change: 'truncate'; at: number }
  | { change: 'insert'; at: number; bytes: Uint8Array }
  | { change: 'remove'; at: number; length: number }
  | { change: 'repeat'; at: number; length: number; times: number };

/** Damage as transfers and disks do it. */
export const byteChange: fc.Arbitrary<ByteChange> = fc.oneof(
  fc.record({
    change: fc.constant('flip' as const),
    at: fc.array(share, { minLength: 1, maxLength: 12 }),
    mask: fc.integer({ min: 1, max: 255 }),
  }),
  fc.record({ change: fc.constant('truncate' as const), at: share }),
  fc.record({ change: fc.constant('insert' as const), at: share, bytes: fc.uint8Array({ maxLength: 64 }) }),
  fc.record({ change: fc.constant('remove' as const), at: share, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({
    change: fc.constant('repeat' as const),
    at: share,
    length: fc.integer({ min: 1, max: 400 }),
    times: fc.integer({ min: 2, max: 40 }),
  }),
);

/** The bytes after a change. */
export function changeBytes(bytes: Uint8Array, given: ByteChange): Uint8Array {
  const place = (at: number) => Math.floor(at * bytes.length);
  switch (given.change) {
    case 'flip': {
      const changed = Uint8Array.from(bytes);
      for (const at of given.at) {
        const index = Math.min(place(at), bytes.length - 1);
        if (index >= 0) changed[index]! ^= given.mask;
      }
      return changed;
    }
    case 'truncate':
      return bytes.subarray(0, place(given.at));
    case 'insert': {
      const at = place(given.at);
      return Buffer.concat([bytes.subarray(0, at), given.bytes, bytes.subarray(at)]);
    }
    case 'remove': {
      const at = place(given.at);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + given.length)]);
    }
    case 'repeat': {
      const at = place(given.at);
      const piece = bytes.subarray(at, at + given.length);
      const repeated = Array.from({ length: given.times }, () => piece);
      return Buffer.concat([bytes.subarray(0, at), ...repeated, bytes.subarray(at)]);
    }
  }
}
