import { type Random, seeded } from '../../src/demo/random.ts';

/** Chance with the distributions that the invented regions need. */
export interface Chance extends Random {
  normal(): number;
  /** True with the given probability. */
  happens(probability: number): boolean;
  between(low: number, high: number): number;
}

/** A repeatable source of chance for one key. */
export function chance(key: string): Chance {
  const random = seeded(key);
  return {
    ...random,
    normal: () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next()),
    happens: (probability) => random.next() < probability,
    between: (low, high) => low + (high - low) * random.next(),
  };
}
