import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { ended, hashed, type Seen } from '../duplicates.ts';

/** Bytes of one identity: two words of its hash. */
const ENTRY = 8;
const BUFFERED = 1 << 13;

/** Identities are looked through by the first bits of their hashes, as many at once as fit into 32 MiB. */
const BUCKETS = 256;
const AT_ONCE = 1 << 22;

/** The hashes of the identities that were met in one part of a file, in the order of its rows. */
export interface IdentityTrail {
  file: string;
  /** How many begin with each byte. */
  buckets: readonly number[];
}

/**
 * Writes down who was met instead of keeping it in memory: whether somebody was met twice is told at the end, of all
 * parts together, by `meetAgain`.
 */
export function identityTrail(file: string): Seen & { end(): IdentityTrail } {
  const descriptor = openSync(file, 'wx', 0o600);
  const words = new Uint32Array(BUFFERED);
  const buckets = new Array<number>(BUCKETS).fill(0);
  let used = 0;
  const flush = () => {
    const bytes = new Uint8Array(words.buffer, 0, used * 4);
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    used = 0;
  };
  return {
    before(within, identity) {
      const { high, low } = ended(hashed(identity, within));
      words[used++] = high;
      words[used++] = low;
      buckets[high >>> 24]!++;
      if (used === words.length) flush();
      return undefined;
    },
    end() {
      flush();
      closeSync(descriptor);
      return { file, buckets };
    },
  };
}

/**
 * Whether an identity was met twice in any of the parts. Two different ones share a hash as rarely as in
 * `seenIdentities`, and then the file is read once more, nothing else.
 */
export function meetAgain(trails: readonly IdentityTrail[]): boolean {
  const sizes = Array.from({ length: BUCKETS }, (_, bucket) =>
    trails.reduce((sum, { buckets }) => sum + buckets[bucket]!, 0),
  );
  for (let first = 0; first < BUCKETS; ) {
    let size = sizes[first]!;
    let last = first;
    while (last + 1 < BUCKETS && size + sizes[last + 1]! <= AT_ONCE) size += sizes[++last]!;
    if (anyTwice(trails, first, last, size)) return true;
    first = last + 1;
  }
  return false;
}

function anyTwice(trails: readonly IdentityTrail[], first: number, last: number, size: number): boolean {
  const hashes = new BigUint64Array(size);
  const words = new Uint32Array(hashes.buffer);
  let used = 0;
  for (const { file } of trails) {
    for (const read of stretchesOf(file)) {
      for (let at = 0; at < read.length; at += 2) {
        const bucket = read[at]! >>> 24;
        if (bucket < first || bucket > last) continue;
        words[used++] = read[at]!;
        words[used++] = read[at + 1]!;
      }
    }
  }
  hashes.sort();
  for (let index = 1; index < size; index++) if (hashes[index] === hashes[index - 1]) return true;
  return false;
}

function* stretchesOf(file: string): Generator<Uint32Array> {
  const descriptor = openSync(file, 'r');
  const words = new Uint32Array((1 << 20) / 4);
  const bytes = new Uint8Array(words.buffer);
  try {
    for (;;) {
      let read = 0;
      for (let more = -1; more !== 0 && read < bytes.length; read += more)
        more = readSync(descriptor, bytes, read, bytes.length - read, null);
      if (read > 0) yield words.subarray(0, Math.floor(read / ENTRY) * 2);
      if (read < bytes.length) return;
    }
  } finally {
    closeSync(descriptor);
  }
}
