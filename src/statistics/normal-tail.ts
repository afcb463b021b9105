import erfc from '@stdlib/math-base-special-erfc';

/**
 * One-sided p of a z score: P(Z ≥ z) = erfc(z/√2)/2 for the standard normal Z. Exact in the far tail, where
 * 1 − Φ(z) would be nought.
 * @throws RangeError where z is not a number
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('invalid z: NaN');
  return erfc(z / Math.SQRT2) / 2;
}
