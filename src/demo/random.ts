/** A repeatable source of chance: the same key gives the same sequence on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Starts a sequence from a key such as `990101|vpr-4-russian|2020` (FNV-1a, then mulberry32). */
export function seeded(key: string): Random {
  let state = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    state = Math.imul(state ^ key.charCodeAt(index), 0x01000193);
  }
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, pick: (list) => list[below(list.length)]! };
}

/** Quantile of the bell curve, by Tukey's lambda: within 0.01 of the normal one where a school lives. */
export function bellQuantile(share: number): number {
  return (share ** 0.135 - (1 - share) ** 0.135) / 0.1975;
}

/**
 * Standard scores of a group in ascending order, one from each n-th part of the bell curve: a small school
 * then looks like itself and not like a lucky draw.
 */
export function bellSample(size: number, random: Random): number[] {
  return Array.from({ length: size }, (_, index) => bellQuantile((index + 0.2 + 0.6 * random.next()) / size));
}
