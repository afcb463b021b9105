import { binomialUpperTail } from './binomial-tail.ts';

/** Exact p values of a sign test. */
export interface SignTest {
  /** P of at least so many pluses. */
  oneSided: number;
  /** P of a split at least so uneven, either way. */
  twoSided: number;
}

/**
 * Exact sign test (Arbuthnot 1710; Conover 1999, 3.4): of the pairs that differ, are there more pluses than
 * chance gives at ½? Pairs that agree are left out by the caller. Where no pair differs nothing speaks against
 * chance, and both p are 1.
 * @throws RangeError where the counts are no counts
 */
export function signTest(plus: number, minus: number): SignTest {
  if (plus === 0 && minus === 0) return { oneSided: 1, twoSided: 1 };
  const pairs = plus + minus;
  return {
    oneSided: binomialUpperTail(plus, pairs, 0.5),
    twoSided: Math.min(1, 2 * binomialUpperTail(Math.max(plus, minus), pairs, 0.5)),
  };
}
