import { requireFinite, requirePositive } from './admissible.ts';
import { normalUpperTail } from './normal-tail.ts';

/** A cohort's mean on one paper. */
export interface CohortMean {
  /** (x̄ − μ)/σ against the region: standard deviations of pupils, not of means. */
  standardised: number;
  pupils: number;
}

/** Change of a cohort between two papers. */
export interface CohortChange {
  change: number;
  standardError: number;
  /** One-sided p of so deep a fall. */
  p: number;
}

/**
 * Change of the same cohort from one grade to the next against the region, with
 * SE = √(1/n₁ + 1/n₂ − 2ρ/√(n₁n₂)). Each side is standardised by its own paper's region, so papers of different
 * difficulty compare.
 * @param correlation ρ of the pupils' results in the two years, 0 … below 1; 0 is the cautious choice
 * @throws RangeError where a number is impossible
 */
export function cohortChange(before: CohortMean, after: CohortMean, correlation = 0): CohortChange {
  requireFinite([before.standardised, after.standardised], 'standardised mean');
  requirePositive(before.pupils, 'pupils');
  requirePositive(after.pupils, 'pupils');
  if (!(correlation >= 0 && correlation < 1)) throw new RangeError(`invalid correlation: ${correlation}`);
  const change = after.standardised - before.standardised;
  const shared = (2 * correlation) / Math.sqrt(before.pupils * after.pupils);
  const standardError = Math.sqrt(1 / before.pupils + 1 / after.pupils - shared);
  return { change, standardError, p: normalUpperTail(-change / standardError) };
}
