import fc from 'fast-check';

/** A share of a length, evenly spread: which part of whatever there is. */
export const share: fc.Arbitrary<number> = fc.noBias(fc.nat(999_999)).map((number) => number / 1e6);
