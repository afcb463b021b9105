import erfcinv from '@stdlib/math-base-special-erfcinv';
import { requireProbability } from './admissible.ts';
import { normalUpperTail } from './normal-tail.ts';

/**
 * One p of several that speak of the same thing: z = Σzᵢ/√(k + k(k−1)r), the normal scores of the p values (Stouffer
 * 1949) with the variance of equally correlated terms (Strube 1985). With r too high it is too cautious.
 * @param p at least one p value; 0 and 1 are drawn in to 10⁻¹² from the end
 * @param correlation r of the normal scores where nothing is amiss, 0 … 1
 * @throws RangeError where there is no value, or one is no probability
 */
export function dependentEvidence(p: readonly number[], correlation: number): number {
  if (p.length === 0) throw new RangeError('no p values');
  requireProbability(correlation, 'correlation');
  let sum = 0;
  for (const value of p) {
    requireProbability(value, 'p');
    sum += Math.SQRT2 * erfcinv(2 * Math.min(1 - LEAST, Math.max(LEAST, value)));
  }
  const terms = p.length;
  return normalUpperTail(sum / Math.sqrt(terms + terms * (terms - 1) * correlation));
}

const LEAST = 1e-12;
