import { requirePositive } from './admissible.ts';

/** What the answers of one class to one paper look like. */
export interface ClassPattern {
  /** Mean total, a fraction of the maximum. */
  mean: number;
  /** Standard deviation of the totals between pupils, in the same fractions. */
  sd: number;
  /** Mean over the tasks of the normalised Gini heterogeneity: 0 where all pupils score alike, 1 at most. */
  gini: number;
  /** Part of the answers that are missing. */
  missing: number;
}

/**
 * Normalised Gini heterogeneity of a frequency table: (1 − Σf²)·m/(m−1), m the number of categories
 * (Quintano, Castellano, Longobardi 2009). 0 where all fall in one category, 1 where all are equally frequent.
 * @param frequencies how many in each possible category, those with none included
 * @throws RangeError where there are fewer than two categories, nobody at all, or a frequency is no count
 */
export function giniHeterogeneity(frequencies: readonly number[]): number {
  const categories = frequencies.length;
  if (categories < 2) throw new RangeError(`too few categories: ${categories}`);
  let total = 0;
  for (const frequency of frequencies) {
    if (!Number.isInteger(frequency) || frequency < 0) throw new RangeError(`invalid count: ${frequency}`);
    total += frequency;
  }
  requirePositive(total, 'total');
  const alike = frequencies.reduce((sum, frequency) => sum + (frequency / total) ** 2, 0);
  return ((1 - alike) * categories) / (categories - 1);
}

/**
 * The four inputs of the INVALSI class index from the pupils' scores by task. A missing answer adds nothing to
 * the total and is left out of the task's Gini; a task that nobody answered has none.
 * @param works one row a pupil, whole points by task, null where there is no answer
 * @param maxima the most points of each task
 * @throws RangeError where there is no answer at all, a row does not fit the tasks, or a score is not whole or
 * outside 0 … maximum
 */
export function classPattern(
  works: readonly (readonly (number | null)[])[],
  maxima: readonly number[],
): ClassPattern {
  for (const maximum of maxima) requireScore(maximum, Infinity);
  for (const work of works) {
    if (work.length !== maxima.length)
      throw new RangeError(`scores: ${work.length}, tasks: ${maxima.length}`);
    work.forEach((score, task) => {
      if (score !== null) requireScore(score, maxima[task]!);
    });
  }

  const ginis: number[] = [];
  let missing = 0;
  maxima.forEach((maximum, task) => {
    const frequencies = new Array<number>(maximum + 1).fill(0);
    for (const work of works) {
      const score = work[task]!;
      if (score === null) missing += 1;
      else frequencies[score]! += 1;
    }
    if (frequencies.some((frequency) => frequency > 0)) ginis.push(giniHeterogeneity(frequencies));
  });
  if (ginis.length === 0) throw new RangeError('no answers');

  const full = maxima.reduce((sum, maximum) => sum + maximum, 0);
  const totals = works.map((work) => work.reduce<number>((sum, score) => sum + (score ?? 0), 0) / full);
  const mean = average(totals);
  return {
    mean,
    sd: Math.sqrt(average(totals.map((total) => (total - mean) ** 2))),
    gini: average(ginis),
    missing: missing / (works.length * maxima.length),
  };
}

function requireScore(score: number, maximum: number): void {
  if (!Number.isInteger(score) || score < 0 || score > maximum) {
    throw new RangeError(`invalid score: ${score} of ${maximum}`);
  }
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
