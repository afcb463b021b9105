import betainc from '@stdlib/math-base-special-betainc';
import { averageRanks } from './ranks.ts';

/** From how many pairs on the t approximation replaces all permutations. */
const APPROXIMATE_FROM = 10;

/** Spearman's rank correlation with its one-sided p. */
export interface SpearmanTest {
  rho: number;
  p: number;
  /** Whether p comes from all permutations. */
  exact: boolean;
}

/**
 * Spearman's ρ (1904): Pearson's correlation of the average ranks, so ties are allowed.
 * @returns −1 … 1, or null where one side does not vary and there is nothing to correlate
 * @throws RangeError where the sides differ in length, are shorter than two or hold no finite numbers
 */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  const [rx, ry] = rankDeviations(x, y);
  const scale = Math.sqrt(dot(rx, rx) * dot(ry, ry));
  return scale === 0 ? null : Math.max(-1, Math.min(1, dot(rx, ry) / scale));
}

/**
 * One-sided test of ρ: the share of the permutations with a ρ at least as extreme for up to nine pairs, else
 * t = ρ·√((n−2)/(1−ρ²)) with n − 2 degrees of freedom (Kendall, Stuart 1973), but never below 1/n!, the least
 * p that n pairs without ties can have.
 * @param direction `less`: against a fall of y with x (ρ < 0); `greater`: against a rise
 * @returns null where ρ is null
 * @throws RangeError as `spearman`
 */
export function spearmanTest(
  x: readonly number[],
  y: readonly number[],
  direction: 'less' | 'greater',
): SpearmanTest | null {
  const rho = spearman(x, y);
  if (rho === null) return null;
  const exact = x.length < APPROXIMATE_FROM;
  const [rx, ry] = rankDeviations(x, y);
  const sign = direction === 'less' ? -1 : 1;
  const p = exact ? permutationTail(rx, ry, sign) : studentTail(sign * rho, x.length);
  return { rho, p, exact };
}

/** Twice the deviations of the ranks from their mean: whole numbers, so that sums compare exactly. */
function rankDeviations(x: readonly number[], y: readonly number[]): [number[], number[]] {
  if (x.length !== y.length || x.length < 2) {
    throw new RangeError(`invalid lengths: ${x.length} and ${y.length}`);
  }
  const deviations = (values: readonly number[]) =>
    averageRanks(values).map((rank) => 2 * rank - (values.length + 1));
  return [deviations(x), deviations(y)];
}

function dot(x: readonly number[], y: readonly number[]): number {
  return x.reduce((sum, value, index) => sum + value * y[index]!, 0);
}

/** Share of the pairings of `rx` with the permutations of `ry` whose signed sum reaches the observed one. */
function permutationTail(rx: readonly number[], ry: readonly number[], sign: number): number {
  const observed = sign * dot(rx, ry);
  let reached = 0;
  let all = 0;
  const pair = (index: number, taken: number, sum: number): void => {
    if (index === rx.length) {
      all += 1;
      if (sum >= observed) reached += 1;
      return;
    }
    for (let other = 0; other < ry.length; other += 1) {
      const bit = 1 << other;
      if ((taken & bit) === 0) pair(index + 1, taken | bit, sum + sign * rx[index]! * ry[other]!);
    }
  };
  pair(0, 0, 0);
  return reached / all;
}

/** P(T ≥ t) for the t of ρ, by I(ν/2, ½) at ν/(ν + t²) = 1 − ρ². */
function studentTail(rho: number, pairs: number): number {
  const half = betainc(1 - rho ** 2, (pairs - 2) / 2, 0.5, true, false) / 2;
  let orders = 1;
  for (let factor = 2; factor <= pairs; factor += 1) orders *= factor;
  return Math.max(1 / orders, rho > 0 ? half : 1 - half);
}
