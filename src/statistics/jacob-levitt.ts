import { requireProbability } from './admissible.ts';
import { averageRanks } from './ranks.ts';

/**
 * Percentile ranks of the mean gains of the classes of one grade and subject, (rank − ½)/n: within 0 … 1, their
 * mean ½ whatever n; ties share a rank.
 * @throws RangeError where a gain is not finite
 */
export function percentileRanks(gains: readonly number[]): number[] {
  return averageRanks(gains).map((rank) => (rank - 0.5) / gains.length);
}

/**
 * Unexpected fluctuation (Jacob, Levitt 2003): r_t² + (1 − r_{t+1})², high where a class gained much and lost it
 * the year after. Without manipulation its mean is about 2/3; the paper looks above the 95th percentile.
 * @param rank percentile rank of the class's gain in the year, 0 … 1
 * @param nextRank the same a year later
 * @returns 0 … 2
 * @throws RangeError where a rank is outside 0 … 1
 */
export function jacobLevitt(rank: number, nextRank: number): number {
  requireProbability(rank, 'percentile rank');
  requireProbability(nextRank, 'percentile rank');
  return rank ** 2 + (1 - nextRank) ** 2;
}
