import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import { requireCounts, requireProbability } from './admissible.ts';

/** Probabilities this close, relatively, count as equal in the two-sided test; the value is that of R. */
const TIE = 1e-7;

/**
 * P(X ≥ successes) for X ~ Bin(trials, probability), by the regularised incomplete beta function
 * I_p(k, n − k + 1); keeps its relative precision in the far tail.
 * @throws RangeError where the counts are no counts or the probability is none
 */
export function binomialUpperTail(successes: number, trials: number, probability: number): number {
  requireCounts(successes, trials);
  requireProbability(probability);
  return successes === 0 ? 1 : betainc(probability, successes, trials - successes + 1, true, false);
}

/**
 * P(X ≤ successes) for X ~ Bin(trials, probability).
 * @throws RangeError where the counts are no counts or the probability is none
 */
export function binomialLowerTail(successes: number, trials: number, probability: number): number {
  requireCounts(successes, trials);
  requireProbability(probability);
  return successes === trials ? 1 : betainc(probability, successes + 1, trials - successes, true, true);
}

/**
 * Two-sided exact p (Clopper, Pearson 1934, by the minimum likelihood of `binom.test` of R): the sum of the
 * probabilities of all outcomes no likelier than the observed one.
 * @throws RangeError where the counts are no counts or the probability is none
 */
export function binomialTwoSided(successes: number, trials: number, probability: number): number {
  requireCounts(successes, trials);
  requireProbability(probability);
  if (probability === 0) return successes === 0 ? 1 : 0;
  if (probability === 1) return successes === trials ? 1 : 0;
  const mean = trials * probability;
  if (successes === mean) return 1;
  const limit = logMass(successes, trials, probability) + Math.log1p(TIE);
  const rare = (k: number) => logMass(k, trials, probability) <= limit;

  // On either side of the mean the masses only fall, hence the first rare outcome is found by halving.
  if (successes < mean) {
    const first = firstWhere(Math.ceil(mean), trials + 1, rare);
    const lower = binomialLowerTail(successes, trials, probability);
    return Math.min(1, lower + (first > trials ? 0 : binomialUpperTail(first, trials, probability)));
  }
  const firstCommon = firstWhere(0, Math.floor(mean) + 1, (k) => !rare(k));
  const upper = binomialUpperTail(successes, trials, probability);
  return Math.min(
    1,
    upper + (firstCommon === 0 ? 0 : binomialLowerTail(firstCommon - 1, trials, probability)),
  );
}

/** ln P(X = k), 0 < probability < 1. */
function logMass(k: number, trials: number, probability: number): number {
  const ways = gammaln(trials + 1) - gammaln(k + 1) - gammaln(trials - k + 1);
  return ways + k * Math.log(probability) + (trials - k) * Math.log1p(-probability);
}

/** The first of from … to−1 that holds, where all after it hold too; `to` where none does. */
function firstWhere(from: number, to: number, holds: (k: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
