import { overdispersion } from '../../statistics/overdispersion.ts';
import type { Parameters } from '../parameters/parameters.ts';

/** A measure of one sitting, the more the more suspect, with the variance that the sampling of pupils gives it. */
export interface Estimate {
  value: number;
  variance: number;
}

/** What a measure is in honest schools. */
export interface HonestSpread {
  centre: number;
  /** Variance between honest schools over and above sampling. */
  variance: number;
}

/**
 * Centre and spread of a measure in honest schools, by the additive model of the funnel (Spiegelhalter 2005) on the
 * unsuspected side alone, taken as the mirror of the other (an empirical null, Efron 2004): biased results widen
 * only the suspected side, so that they cannot excuse themselves, and honest schools are not held to less spread
 * than they have, as they are where both ends are drawn in.
 * @param usual the variance to take, about nought, where the schools are too few to measure it
 */
export function honestSpread(
  estimates: readonly Estimate[],
  usual: number,
  parameters: Parameters,
): HonestSpread {
  if (estimates.length < parameters.number('objectivity.reference-schools')) {
    return { centre: 0, variance: usual };
  }
  const centre = median(estimates.map(({ value }) => value));
  const lower = estimates.filter(({ value }) => value < centre);
  if (lower.length < 2) return { centre, variance: usual };
  const z = lower.map(({ value, variance }) => (value - centre) / Math.sqrt(variance));
  const weights = lower.map(({ variance }) => 1 / variance);
  const mirrored = overdispersion([...z, ...z.map((value) => -value)], [...weights, ...weights], 1);
  return { centre, variance: mirrored.tau2 };
}

/** Middle of the values, 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((first, second) => first - second);
  const middle = sorted.length / 2;
  return sorted.length === 0 ? 0 : (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** A school's count against the share expected of it; the more the more suspect. */
export interface ExpectedCount {
  successes: number;
  trials: number;
  /** Fraction, strictly between 0 and 1. */
  share: number;
}

/** What counts are in honest schools. */
export interface HonestCounts {
  /** The expected share, rid of what biased schools add to it. */
  share(expected: number): number;
  /** Intraclass correlation ρ: how much honest schools differ beyond chance, 0 … 0.5. */
  correlation: number;
}

/**
 * The same for counts: expected shares are moved, by one factor of the odds, to the middle 60 % of the schools, and
 * ρ is found by moments on the unsuspected side: the mean squared standardised residual is 1 + (n−1)ρ.
 */
export function honestCounts(
  counts: readonly ExpectedCount[],
  usual: number,
  parameters: Parameters,
): HonestCounts {
  const informative = counts.filter(({ trials }) => trials > 1);
  if (informative.length < parameters.number('objectivity.reference-schools')) {
    return { share: (expected) => expected, correlation: usual };
  }
  const sorted = informative.toSorted((first, second) => residualOf(first) - residualOf(second));
  const middle = sorted.slice(Math.floor(0.2 * sorted.length), Math.ceil(0.8 * sorted.length));
  const factor = oddsFactor(middle);
  const share = (expected: number) => (factor * expected) / (1 - expected + factor * expected);
  const lower = informative
    .map((count) => ({ trials: count.trials, residual: residualOf({ ...count, share: share(count.share) }) }))
    .filter(({ residual }) => residual < 0);
  const excess = lower.reduce((sum, { residual }) => sum + residual ** 2 - 1, 0);
  const scale = lower.reduce((sum, { trials }) => sum + trials - 1, 0);
  return { share, correlation: scale === 0 ? usual : Math.min(0.5, Math.max(0, excess / scale)) };
}

function residualOf({ successes, trials, share }: ExpectedCount): number {
  return (successes - trials * share) / Math.sqrt(trials * share * (1 - share));
}

/** The factor of the odds at which the expected total is the observed one, by halving; within 1/4 … 4. */
function oddsFactor(counts: readonly ExpectedCount[]): number {
  const observed = counts.reduce((sum, { successes }) => sum + successes, 0);
  let [low, high] = [0.25, 4];
  for (let step = 0; step < 30; step += 1) {
    const factor = Math.sqrt(low * high);
    const expected = counts.reduce(
      (sum, { trials, share }) => sum + (trials * factor * share) / (1 - share + factor * share),
      0,
    );
    if (expected < observed) low = factor;
    else high = factor;
  }
  return Math.sqrt(low * high);
}
