import { requireCounts } from './admissible.ts';
import { type BetaBinomial, betaBinomialLogLikelihood, type GroupCount } from './beta-binomial.ts';

/** A beta-binomial fitted to the groups of a region. */
export interface BetaBinomialFit extends BetaBinomial {
  logLikelihood: number;
  /** False where the groups differ no more than chance makes them: a + b is then the greatest tried, 10⁶. */
  overdispersed: boolean;
}

/** θ = 1/(a+b) tried for the first bracket: 10⁻⁶ (as good as binomial) … 10³ (all or nothing), ten a decade. */
const SPREADS = Array.from({ length: 91 }, (_, index) => 10 ** (index / 10 - 6));

/** A gain of log-likelihood below this is rounding. */
const NO_GAIN = 1e-9;

/** How many groups reach each count: entry i is the number of groups with a count above i. */
interface Reached {
  successes: number[];
  failures: number[];
  trials: number[];
}

/**
 * Maximum-likelihood beta-binomial of the groups' counts, in μ = a/(a+b) and θ = 1/(a+b) (Griffiths 1973;
 * Smith 1983, AS 189), where the binomial is the plain limit θ → 0. For a given θ the likelihood is concave in μ,
 * so μ̂(θ) is the one root of its derivative; θ is bracketed on a grid and found by halving on the profile.
 * @throws RangeError where there are fewer than two groups, a count is no count, or all counts are nought or all
 * full, which tells nothing of the spread
 */
export function fitBetaBinomial(groups: readonly GroupCount[]): BetaBinomialFit {
  for (const { successes, trials } of groups) requireCounts(successes, trials);
  if (groups.length < 2) throw new RangeError(`too few groups: ${groups.length}`);
  const reached: Reached = {
    successes: exceedances(groups.map(({ successes }) => successes)),
    failures: exceedances(groups.map(({ successes, trials }) => trials - successes)),
    trials: exceedances(groups.map(({ trials }) => trials)),
  };
  if (reached.successes.length === 0 || reached.failures.length === 0) {
    throw new RangeError('no variation: all counts are nought or all are full');
  }

  const profile = SPREADS.map((theta) => kernel(reached, bestMean(reached, theta), theta));
  const top = profile.indexOf(Math.max(...profile));
  const overdispersed = profile[top]! - profile[0]! > NO_GAIN;
  const theta = overdispersed ? bestSpread(reached, top) : SPREADS[0]!;
  const mean = bestMean(reached, theta);
  const fitted = { a: mean / theta, b: (1 - mean) / theta };
  return { ...fitted, logLikelihood: betaBinomialLogLikelihood(groups, fitted), overdispersed };
}

function exceedances(counts: readonly number[]): number[] {
  const above = new Array<number>(Math.max(...counts)).fill(0);
  for (const count of counts) for (let i = 0; i < count; i += 1) above[i]! += 1;
  return above;
}

/** The log-likelihood but for the binomial coefficients, which depend on no parameter. */
function kernel({ successes, failures, trials }: Reached, mean: number, theta: number): number {
  const sum = (weights: readonly number[], start: number) =>
    weights.reduce((total, weight, i) => total + weight * Math.log(start + i * theta), 0);
  return sum(successes, mean) + sum(failures, 1 - mean) - sum(trials, 1);
}

/** μ̂(θ): where the derivative of the likelihood by μ, which only falls, is nought. */
function bestMean({ successes, failures }: Reached, theta: number): number {
  const sum = (weights: readonly number[], start: number) =>
    weights.reduce((total, weight, i) => total + weight / (start + i * theta), 0);
  return halve(0, 1, (mean) => sum(successes, mean) > sum(failures, 1 - mean));
}

/** θ̂ within the neighbours of the best of the grid: where the derivative of the profile changes its sign. */
function bestSpread(reached: Reached, top: number): number {
  const { successes, failures, trials } = reached;
  const sum = (weights: readonly number[], start: number, theta: number) =>
    weights.reduce((total, weight, i) => total + (weight * i) / (start + i * theta), 0);
  return halve(SPREADS[top - 1]!, SPREADS[top + 1] ?? SPREADS[top]!, (theta) => {
    const mean = bestMean(reached, theta);
    return sum(successes, mean, theta) + sum(failures, 1 - mean, theta) > sum(trials, 1, theta);
  });
}

/** The point between `low` and `high` up to which `rising` holds, to the precision of the numbers. */
function halve(low: number, high: number, rising: (value: number) => boolean): number {
  let [from, to] = [low, high];
  for (let middle = (from + to) / 2; middle > from && middle < to; middle = (from + to) / 2) {
    if (rising(middle)) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
