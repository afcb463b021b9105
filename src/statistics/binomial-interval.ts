import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/**
 * Clopper–Pearson («exact») interval of a share (Clopper, Pearson 1934): quantiles of the beta distribution.
 * @param successes how many of `trials`
 * @param level confidence, a fraction (0.95)
 * @returns lower and upper limit, fractions
 * @throws RangeError where the counts are no counts
 */
export function clopperPearson(successes: number, trials: number, level = 0.95): [number, number] {
  if (
    !Number.isInteger(successes) ||
    !Number.isInteger(trials) ||
    successes < 0 ||
    trials < 1 ||
    successes > trials
  ) {
    throw new RangeError(`invalid counts: ${successes} of ${trials}`);
  }
  const tail = (1 - level) / 2;
  const lower = successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1);
  const upper = successes === trials ? 1 : betaQuantile(1 - tail, successes + 1, trials - successes);
  return [lower, upper];
}
