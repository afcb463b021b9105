import type { TaskStanding } from './task-profile.ts';

/** How a school's tasks lie about those of the region once its level is allowed for. */
export interface TaskSlope {
  /** Level of the school: a shift of all log-odds of the region. */
  shift: number;
  /** Change of the log-odds by one logit of ease, beyond the level: negative where hard tasks were done better. */
  slope: number;
  /** Sampling variance of the slope. */
  variance: number;
}

const logit = (share: number) => Math.log(share / (1 - share));
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** The share of a task expected in a school of the given level. */
export function expectedAt(ease: number, shift: number): number {
  return logistic(logit(ease) + shift);
}

/**
 * Score test of the slope in logit(own) = logit(ease) + shift + slope·logit(ease). In a stronger school all
 * log-odds rise alike (the Rasch model), so its percentages gain least on easy tasks by themselves: the plain
 * difference of percentages takes an honest strong school for a biased one, this does not.
 * @param pupils of the school
 */
export function taskSlope(tasks: readonly TaskStanding[], pupils: number): TaskSlope {
  const shift = shiftOf(tasks);
  let information = 0;
  let centre = 0;
  const parts = tasks.map(({ own, ease, dispersion }) => {
    const expected = expectedAt(ease, shift);
    const weight = (pupils * expected * (1 - expected)) / dispersion;
    information += weight;
    centre += weight * logit(ease);
    return { x: logit(ease), weight, score: (pupils * (own - expected)) / dispersion };
  });
  centre /= information;
  const curvature = parts.reduce((sum, { x, weight }) => sum + weight * (x - centre) ** 2, 0);
  const score = parts.reduce((sum, part) => sum + part.score * (part.x - centre), 0);
  return curvature > 0
    ? { shift, slope: score / curvature, variance: 1 / curvature }
    : { shift, slope: 0, variance: Infinity };
}

/** The level at which the expected sum of parts is the observed one, by halving; within ±6 logits. */
export function shiftOf(tasks: readonly TaskStanding[]): number {
  let [low, high] = [-6, 6];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    const missing = tasks.reduce(
      (sum, { own, ease, dispersion }) => sum + (own - expectedAt(ease, middle)) / dispersion,
      0,
    );
    if (missing > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
