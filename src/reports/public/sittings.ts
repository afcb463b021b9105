import type { Answer } from '../../regulation/systems/answer.ts';
import { PAPER_LEVEL_IDS } from '../../regulation/systems/computed/paper-levels.ts';
import { atom, minus, plus, type Sum } from '../../statistics/disclosure/sum.ts';

/** What is published of results: below the minimum, not below average, between, high. */
export type Level = 'low' | 'average' | 'basic' | 'top';

/** Indicators that count levels, and the level that each counts. */
export const LEVEL_OF: Readonly<Record<string, Level>> = {
  [PAPER_LEVEL_IDS.below]: 'low',
  [PAPER_LEVEL_IDS.average]: 'average',
  [PAPER_LEVEL_IDS.basic]: 'basic',
  [PAPER_LEVEL_IDS.high]: 'top',
  [PAPER_LEVEL_IDS.highBySubject]: 'top',
};

/** A school in a paper of a year, as sums of counts that nothing published splits. */
export interface SittingSums {
  school: string;
  paper: string;
  year: number;
  whole: Sum;
  levels: Partial<Record<Level, Sum>>;
}

const PAPER = 'paper:';

/**
 * The sittings of a year from the answers that count levels by school and paper. Levels that contradict each other
 * are left out: nothing is published of what cannot be added up.
 */
export function sittingsOf(answers: readonly Answer[], year: number): SittingSums[] {
  const found = new Map<
    string,
    { school: string; paper: string; people: number; counts: Partial<Record<Level, number>> }
  >();
  for (const { id, unit, code, breakdown, numerator, denominator } of answers) {
    const level = LEVEL_OF[id];
    if (!level || unit !== 'school' || !breakdown?.startsWith(PAPER)) continue;
    if (numerator === null || denominator === null) continue;
    const key = `${code} ${breakdown}`;
    const one = found.get(key) ?? {
      school: code,
      paper: breakdown.slice(PAPER.length),
      people: denominator,
      counts: {},
    };
    if (one.people === denominator) one.counts[level] = numerator;
    found.set(key, one);
  }
  return [...found.values()].map(({ school, paper, people, counts }) => ({
    ...{ school, paper, year },
    ...sumsOf(`${year} ${paper} ${school}`, people, counts),
  }));
}

function sumsOf(
  id: string,
  people: number,
  { low, average, top }: Partial<Record<Level, number>>,
): Pick<SittingSums, 'whole' | 'levels'> {
  const count = (name: string, value: number) => atom(`${id} ${name}`, value);
  const contradicts =
    [low, average, top].some((one) => one !== undefined && (one < 0 || one > people)) ||
    (low ?? 0) + Math.max(average ?? 0, top ?? 0) > people ||
    (average !== undefined && top !== undefined && top > average);
  if (contradicts) return { whole: count('all', people), levels: {} };
  const lowest = low === undefined ? undefined : count('low', low);
  const highest = top === undefined ? undefined : count('top', top);
  const upper = average === undefined ? undefined : count('upper', average - (top ?? 0));
  const rest = count('rest', people - (low ?? 0) - (average ?? top ?? 0));
  const sums = [lowest, highest, upper, rest].filter((sum) => sum !== undefined);
  const whole = plus(...sums);
  return {
    whole,
    levels: {
      ...(lowest ? { low: lowest } : {}),
      ...(highest ? { top: highest } : {}),
      ...(upper ? { average: highest ? plus(upper, highest) : upper } : {}),
      ...(lowest && highest ? { basic: minus(whole, lowest, highest) } : {}),
    },
  };
}
