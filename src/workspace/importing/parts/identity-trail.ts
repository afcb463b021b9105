import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { ended, hashed, type Seen } from '../duplicates.ts';

/** Bytes of one identity: two words of its hash. */
const ENTRY = 8;

/** Identities are looked through by the first bits of their hashes, as many at once as fit into 32 MiB. */
const BUCKETS = 256;
const AT_ONCE = 1 << 22;

const READ_AT_ONCE = 1 << 20;

/** The hashes of the identities that were met in one part of a file, two words each. */
export type IdentityTrail = Uint32Array<ArrayBuffer>;

/**
 * Notes who was met instead of telling at once whether anybody was met before: that is told at the end, of all parts
 * together, by `trailsOfAll`.
 */
export function identityTrail(): Seen & { end(): IdentityTrail } {
  let words = new Uint32Array(1 << 13);
  let used = 0;
  return {
    before(within, identity) {
      const { high, low } = ended(hashed(identity, within));
      if (used === words.length) {
        const more = new Uint32Array(words.length * 2);
        more.set(words);
        words = more;
      }
      words[used++] = high;
      words[used++] = low;
      return undefined;
    },
    end: () => words.slice(0, used),
  };
}

/** Gathers the trails of all parts in a file of its own, so that they take no memory. */
export function trailsOfAll(file: string) {
  const descriptor = openSync(file, 'wx+', 0o600);
  /** How many hashes begin with each byte. */
  const buckets = new Array<number>(BUCKETS).fill(0);

  const anyTwice = (first: number, last: number, size: number): boolean => {
    const hashes = new BigUint64Array(size);
    const words = new Uint32Array(hashes.buffer);
    let used = 0;
    for (const read of stretchesOf(descriptor)) {
      for (let at = 0; at < read.length; at += 2) {
        const bucket = read[at]! >>> 24;
        if (bucket < first || bucket > last) continue;
        words[used++] = read[at]!;
        words[used++] = read[at + 1]!;
      }
    }
    hashes.sort();
    for (let index = 1; index < size; index++) if (hashes[index] === hashes[index - 1]) return true;
    return false;
  };

  return {
    add(trail: IdentityTrail): void {
      const bytes = new Uint8Array(trail.buffer);
      for (let written = 0; written < bytes.length; )
        written += writeSync(descriptor, bytes, written, bytes.length - written);
      for (let at = 0; at < trail.length; at += 2) buckets[trail[at]! >>> 24]!++;
    },
    /**
     * Whether an identity was met twice in any of the parts. Two different ones share a hash as rarely as in
     * `seenIdentities`, and then the file is read once more, nothing else.
     */
    meetAgain(): boolean {
      for (let first = 0; first < BUCKETS; ) {
        let size = buckets[first]!;
        let last = first;
        while (last + 1 < BUCKETS && size + buckets[last + 1]! <= AT_ONCE) size += buckets[++last]!;
        if (anyTwice(first, last, size)) return true;
        first = last + 1;
      }
      return false;
    },
    remove(): void {
      closeSync(descriptor);
      rmSync(file, { force: true });
    },
  };
}

function* stretchesOf(descriptor: number): Generator<Uint32Array> {
  const words = new Uint32Array(READ_AT_ONCE / 4);
  const bytes = new Uint8Array(words.buffer);
  for (let position = 0; ; ) {
    let read = 0;
    for (let more = -1; more !== 0 && read < bytes.length; read += more)
      more = readSync(descriptor, bytes, read, bytes.length - read, position + read);
    if (read > 0) yield words.subarray(0, Math.floor(read / ENTRY) * 2);
    if (read < bytes.length) return;
    position += read;
  }
}
