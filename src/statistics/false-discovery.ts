import { requireProbability } from './admissible.ts';

/**
 * Adjusted p values («q») that control the false discovery rate (Benjamini, Hochberg 1995):
 * q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·m/j. A test with q ≤ α is rejected at the rate α.
 * @param p raw p values of one family of tests; may be empty
 * @returns q values in the order of `p`
 * @throws RangeError where a value is no probability
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  for (const value of p) requireProbability(value, 'p');
  const order = p.map((_, index) => index).sort((i, j) => p[j]! - p[i]!);
  const q = new Array<number>(p.length);
  let least = 1;
  order.forEach((index, fromTop) => {
    // The quotient first: it is never below 1, hence q never rounds below p.
    least = Math.min(least, p[index]! * (p.length / (p.length - fromTop)));
    q[index] = least;
  });
  return q;
}
