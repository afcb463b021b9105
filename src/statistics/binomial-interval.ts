import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/** Intervals by counts and level: schools are small, and the same counts come again and again. */
const known = new Map<string, readonly [number, number]>();
const MOST_KNOWN = 100_000;

/**
 * Clopper–Pearson («exact») interval of a share (Clopper, Pearson 1934): quantiles of the beta distribution.
 * @param successes how many of `trials`
 * @param level confidence, a fraction (0.95)
 * @returns lower and upper limit, fractions
 * @throws RangeError where the counts are no counts
 */
export function clopperPearson(successes: number, trials: number, level = 0.95): readonly [number, number] {
  if (
    !Number.isInteger(successes) ||
    !Number.isInteger(trials) ||
    successes < 0 ||
    trials < 1 ||
    successes > trials
  ) {
    throw new RangeError(`invalid counts: ${successes} of ${trials}`);
  }
  const key = `${successes}/${trials}/${level}`;
  const held = known.get(key);
  if (held) return held;
  const tail = (1 - level) / 2;
  const lower = successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1);
  const upper = successes === trials ? 1 : betaQuantile(1 - tail, successes + 1, trials - successes);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, [lower, upper]);
  return [lower, upper];
}
