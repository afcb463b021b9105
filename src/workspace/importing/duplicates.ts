/** A hash of a text that goes on: two words of 32 bits. */
export interface TextHash {
  readonly high: number;
  readonly low: number;
}

/** Where an identity was met: with something to store, or as somebody who was absent. */
export interface Meeting {
  row: number;
  absent: boolean;
}

/** Remembers where each identity was first seen, in memory that stays small for millions of rows. */
export interface Seen {
  /**
   * Where this identity was met before; `undefined` the first time (which is remembered). A record is remembered
   * before an absence.
   * @param within hash of where the identity holds: its paper, year and school
   */
  before(within: TextHash, identity: string, row: number, absent?: boolean): Meeting | undefined;
}

/**
 * An open-addressing table over 64-bit hashes: 12 bytes an entry instead of a string and a map slot. Two
 * different identities among ten million share a hash with a chance of three in a million.
 */
export function seenIdentities(): Seen {
  let capacity = 1 << 12;
  let size = 0;
  let high = new Uint32Array(capacity);
  let low = new Uint32Array(capacity);
  /** The row twice, and one more for an absence. */
  let rows = new Uint32Array(capacity);

  const slotOf = (a: number, b: number): number => {
    let slot = (a ^ Math.imul(b, 0x9e3779b1)) & (capacity - 1);
    while (rows[slot] !== 0 && (high[slot] !== a || low[slot] !== b)) slot = (slot + 1) & (capacity - 1);
    return slot;
  };

  const grow = () => {
    const [oldHigh, oldLow, oldRows] = [high, low, rows];
    capacity *= 2;
    high = new Uint32Array(capacity);
    low = new Uint32Array(capacity);
    rows = new Uint32Array(capacity);
    for (let index = 0; index < oldRows.length; index++) {
      if (oldRows[index] === 0) continue;
      const slot = slotOf(oldHigh[index]!, oldLow[index]!);
      high[slot] = oldHigh[index]!;
      low[slot] = oldLow[index]!;
      rows[slot] = oldRows[index]!;
    }
  };

  return {
    before(within, identity, row, absent = false) {
      if (size * 3 > capacity * 2) grow();
      const { high: a, low: b } = ended(hashed(identity, within));
      const slot = slotOf(a, b);
      const met = rows[slot]!;
      if (met !== 0) {
        const before = { row: met >>> 1, absent: (met & 1) === 1 };
        if (before.absent && !absent) rows[slot] = row * 2;
        return before;
      }
      high[slot] = a;
      low[slot] = b;
      rows[slot] = row * 2 + (absent ? 1 : 0);
      size++;
      return undefined;
    },
  };
}

const EMPTY: TextHash = { high: 0xdeadbeef, low: 0x41c6ce57 };

/** Hash of a text, or of one that goes on after another: two independent halves (the mixing of cyrb53). */
export function hashed(text: string, { high, low } = EMPTY): TextHash {
  let a = high;
  let b = low;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return { high: a, low: b };
}

/** The hash of a text at its end. */
export function ended({ high: a, low: b }: TextHash): TextHash {
  const high = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  const low = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return { high: high >>> 0, low: low >>> 0 };
}
