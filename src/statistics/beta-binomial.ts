import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { requireCounts, requireLevel, requirePositive } from './admissible.ts';

/** Shares of groups that vary as Beta(a, b): mean a/(a+b), the more alike the greater a + b. */
export interface BetaBinomial {
  a: number;
  b: number;
}

/** One group's count. */
export interface GroupCount {
  successes: number;
  trials: number;
}

/** A share drawn towards that of all groups. */
export interface ShrunkShare {
  mean: number;
  lower: number;
  upper: number;
}

/**
 * Log-likelihood of independent counts k ~ BetaBin(n, a, b) (Skellam 1948):
 * Σ ln C(n, k) + ln B(k+a, n−k+b) − ln B(a, b).
 * @throws RangeError where a count is no count or a parameter is not positive
 */
export function betaBinomialLogLikelihood(groups: readonly GroupCount[], { a, b }: BetaBinomial): number {
  return groups.reduce(
    (sum, { successes, trials }) => sum + logMasses(successes, trials, { a, b })[successes]!,
    0,
  );
}

/**
 * P(X ≥ successes) for X ~ BetaBin(trials, a, b): the binomial upper tail where the groups of the region differ
 * in their own rates.
 * @throws RangeError where the counts are no counts or a parameter is not positive
 */
export function betaBinomialUpperTail(successes: number, trials: number, { a, b }: BetaBinomial): number {
  const masses = logMasses(successes, trials, { a, b });
  if (successes === 0) return 1;
  let tail = 0;
  for (let k = trials; k >= successes; k -= 1) tail += Math.exp(masses[k]!);
  return Math.min(1, tail);
}

/**
 * P(X = 0 … trials) for X ~ BetaBin(trials, a, b).
 * @throws RangeError where `trials` is no count or a parameter is not positive
 */
export function betaBinomialMasses(trials: number, law: BetaBinomial): number[] {
  return logMasses(0, trials, law).map(Math.exp);
}

/**
 * Empirical-Bayes share of a small group (Kleinman 1973; Casella 1985): the posterior Beta(a+k, b+n−k), its mean
 * (k+a)/(n+a+b) and equal-tailed credible interval. For ranking and display, not for verdicts.
 * @param level probability within the interval, a fraction
 * @throws RangeError where the counts are no counts, a parameter is not positive, or the level not in 0 … 1
 */
export function shrunkShare(
  successes: number,
  trials: number,
  { a, b }: BetaBinomial,
  level = 0.95,
): ShrunkShare {
  requireCounts(successes, trials);
  requirePositive(a, 'a');
  requirePositive(b, 'b');
  requireLevel(level);
  const [hits, misses] = [successes + a, trials - successes + b];
  const tail = (1 - level) / 2;
  return {
    mean: hits / (hits + misses),
    lower: betaQuantile(tail, hits, misses),
    upper: betaQuantile(1 - tail, hits, misses),
  };
}

/** ln P(X = 0 … trials), each from the one before it: no difference of large logarithms of gamma functions. */
function logMasses(successes: number, trials: number, { a, b }: BetaBinomial): number[] {
  requireCounts(successes, trials);
  requirePositive(a, 'a');
  requirePositive(b, 'b');
  let mass = 0;
  for (let j = 0; j < trials; j += 1) mass += Math.log((b + j) / (a + b + j));
  const masses = [mass];
  for (let k = 0; k < trials; k += 1) {
    mass += Math.log(((trials - k) / (k + 1)) * ((a + k) / (b + trials - k - 1)));
    masses.push(mass);
  }
  return masses;
}
