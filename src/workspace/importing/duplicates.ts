/** Remembers where each identity was first seen, in memory that stays small for millions of rows. */
export interface Seen {
  /** Row where this identity was seen before; `undefined` the first time (which is remembered). */
  before(identity: string, row: number): number | undefined;
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
    before(identity, row) {
      if (size * 3 > capacity * 2) grow();
      const [a, b] = hash64(identity);
      const slot = slotOf(a, b);
      if (rows[slot] !== 0) return rows[slot];
      high[slot] = a;
      low[slot] = b;
      rows[slot] = row;
      size++;
      return undefined;
    },
  };
}

/** Two independent 32-bit halves (the mixing of cyrb53, kept as words). */
function hash64(text: string): [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, b >>> 0];
}
