import { overdispersion } from '../../statistics/overdispersion.ts';
import type { Parameters } from '../parameters/parameters.ts';

/** An estimate of something that is about nought in an honest school, with the variance that sampling gives it. */
export interface Estimate {
  value: number;
  variance: number;
}

/**
 * Variance between honest schools over and above sampling, by the additive model of the funnel (Spiegelhalter
 * 2005), the ends drawn in so that the suspected do not excuse themselves.
 * @param usual the variance to take where the schools are too few to measure it
 */
export function spreadBetween(estimates: readonly Estimate[], usual: number, parameters: Parameters): number {
  if (estimates.length < parameters.number('objectivity.reference-schools')) return usual;
  return overdispersion(
    estimates.map(({ value, variance }) => value / Math.sqrt(variance)),
    estimates.map(({ variance }) => 1 / variance),
    1,
    parameters.number('objectivity.winsorised-tails'),
  ).tau2;
}

/** Middle of the values, 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((first, second) => first - second);
  const middle = sorted.length / 2;
  return sorted.length === 0 ? 0 : (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** A school's count against the share expected of it. */
export interface ExpectedCount {
  successes: number;
  trials: number;
  /** Fraction, strictly between 0 and 1. */
  share: number;
}

/**
 * Intraclass correlation ρ of counts about their expected shares, by moments: the mean of the squared
 * standardised residuals is 1 + (n−1)ρ. Residuals are drawn in at both ends.
 */
export function intraclass(counts: readonly ExpectedCount[], usual: number, parameters: Parameters): number {
  const informative = counts.filter(({ trials }) => trials > 1);
  if (informative.length < parameters.number('objectivity.reference-schools')) return usual;
  const tails = parameters.number('objectivity.winsorised-tails');
  const squares = informative
    .map(({ successes, trials, share }) => ({
      residual: (successes - trials * share) / Math.sqrt(trials * share * (1 - share)),
      trials,
    }))
    .toSorted((first, second) => first.residual - second.residual)
    .slice(Math.floor(tails * informative.length), Math.ceil((1 - tails) * informative.length));
  const excess = squares.reduce((sum, { residual }) => sum + residual ** 2 - TRIMMED, 0);
  const scale = squares.reduce((sum, { trials }) => sum + (trials - 1) * TRIMMED, 0);
  return Math.min(0.5, Math.max(0, excess / scale));
}

/** Mean square of a standard normal between its 10 % and 90 % quantiles. */
const TRIMMED = 0.4377;
