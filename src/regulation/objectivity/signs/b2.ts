import type { Sitting } from '../../../facts/sitting.ts';
import { betaBinomialMasses } from '../../../statistics/beta-binomial.ts';
import { borderSpike } from '../../../statistics/border-spike.ts';
import type { Parameters } from '../../parameters/parameters.ts';
import { borderOf } from '../../risk-schools.ts';
import { type Finding, notAssessable, shown } from '../finding.ts';
import type { PaperYear } from '../paper-year.ts';
import type { Comparison } from '../reference.ts';
import { type HonestCounts, honestCounts } from '../spread.ts';

/** Scores next to the lowest score of a mark. */
interface Window {
  mark: 3 | 4 | 5;
  border: number;
  scores: readonly number[];
}

interface Spike {
  mark: 3 | 4 | 5;
  at: number;
  pupils: number;
  share: number;
}

/**
 * B2, a spike at the borders of marks (всплеск на границах отметок): q ≤ 0.01 and at least 3 excess pupils.
 * Two forms: against a smooth distribution (Frandsen 2017), always the value, in pupils; and against the region,
 * where a spike is usual, which decides unless the parameter says otherwise.
 */
export function b2(paperYear: PaperYear, parameters: Parameters): Finding[] {
  const { sittings, standings, suspected, paper, year } = paperYear;
  const scale = borderOf(paper, year, parameters).scale;
  const absent = notAssessable(
    paper.procedure === 'vpr'
      ? 'шкала перевода баллов в отметки для этой работы и года не подтверждена (параметр vpr-scale)'
      : 'границы отметок этой процедуры не заданы',
  );
  if (!scale || sittings[0]?.measure !== 'primary') {
    return sittings.map(() => (scale ? notAssessable('нет распределения первичных баллов') : absent));
  }
  const windows = windowsOf(scale, parameters.number('objectivity.border-reach'));
  const level = parameters.number('objectivity.level');
  const least = parameters.number('objectivity.border-excess');
  const byRegion = parameters.word('objectivity.border-form') === 'region';

  const spikes = sittings.map((sitting, index) => {
    const comparison = standings[index]?.comparison;
    return comparison ? spikesOf(sitting, comparison, windows) : null;
  });
  // Honest schools differ in habit, and not alike at every border: most round up to the «3».
  const usual = parameters.number('objectivity.usual-border-variation');
  const habits = windows.map((_, place) =>
    honestCounts(
      spikes.flatMap((found, index) => (found && !suspected[index] ? [found[place]!] : [])).map(asCount),
      usual,
      parameters,
    ),
  );

  return sittings.map((sitting, index): Finding => {
    const smooth = againstSmooth(sitting, scale, parameters);
    if (!smooth) return notAssessable('нет участников с баллами у границ отметок');
    if (!byRegion) {
      return {
        ...finding(smooth.p, smooth.excess, smooth.reason, null),
        stands: (q) => q !== null && q <= level && smooth.excess >= least,
      };
    }
    const found = spikes[index];
    if (!found) return notAssessable('нет данных региона, чтобы сравнить всплеск на границах отметок');
    const near = found.filter(({ pupils }) => pupils > 0);
    if (near.length === 0) return notAssessable('нет участников с баллами у границ отметок');
    const comparison = standings[index]!.comparison;
    const laws = near.map((spike) => massesOf(spike, habits[spike.mark - 3]!, comparison));
    const alone = near
      .map((spike, place) => ({
        spikes: [spike],
        p: Math.min(1, near.length * tailOf(spike.at, laws[place]!)),
      }))
      .toSorted((first, second) => first.p - second.p)[0]!;
    const together = { spikes: near, p: tailOf(sum(near.map(({ at }) => at)), laws.reduce(convolved)) };
    const decisive = alone.p < together.p ? alone : together;
    const p = Math.min(1, (near.length === 1 ? 1 : 2) * decisive.p);
    const at = sum(decisive.spikes.map((spike) => spike.at));
    const pupils = sum(decisive.spikes.map((spike) => spike.pupils));
    const expected = sum(decisive.spikes.map((spike) => spike.pupils * spike.share));
    const where =
      decisive.spikes.length === 1 ? `на границе «${decisive.spikes[0]!.mark}»` : 'на границах отметок';
    const reason =
      `${where} ${at} из ${pupils} учеников с близкими баллами, по доле региона ожидалось ` +
      `${shown(expected, 1)}; ${smooth.reason}`;
    return {
      ...finding(p, smooth.excess, reason, p),
      stands: (q) => q !== null && q <= level && at - expected >= least,
    };
  });
}

function finding(p: number, value: number, reason: string, evidence: number | null): Omit<Finding, 'stands'> {
  return { lacking: null, p, value, reason, evidence };
}

/** Disjoint windows: from `reach` scores below each border, or from the end of the window before, to one above. */
function windowsOf(scale: readonly [number, number, number], reach: number): Window[] {
  let free = 0;
  return scale.map((upper, index) => {
    const border = upper + 1;
    const from = Math.max(free, border - reach);
    free = border + 2;
    const scores = Array.from({ length: free - from }, (_, step) => from + step);
    return { mark: (index + 3) as Window['mark'], border, scores };
  });
}

function spikesOf(sitting: Sitting, comparison: Comparison, windows: readonly Window[]): Spike[] {
  const own = (score: number) => sitting.scores.find((one) => one.score === score)?.count ?? 0;
  const total = (count: (score: number) => number, scores: readonly number[]) =>
    scores.reduce((sum, score) => sum + count(score), 0);
  return windows.map(({ mark, border, scores }): Spike => {
    // One imagined pupil on every score keeps the share off 0 and 1 where the others are few.
    const share = (comparison.count(border) + 1) / (total(comparison.count, scores) + scores.length);
    return { mark, at: own(border), pupils: total(own, scores), share };
  });
}

function asCount({ at, pupils, share }: Spike) {
  return { successes: at, trials: pupils, share };
}

/** P of each number at one border, schools differing in habit and the region's share known as well as its pupils allow. */
function massesOf({ pupils, share }: Spike, habit: HonestCounts, { n }: Comparison): number[] {
  const mean = habit.share(share);
  const spread = habit.correlation / (1 - habit.correlation) + 1 / n;
  return betaBinomialMasses(pupils, { a: mean / spread, b: (1 - mean) / spread });
}

/** P(X ≥ at) by the masses of X, from the rarest on: no small term is lost beside a large one. */
function tailOf(at: number, masses: readonly number[]): number {
  return at === 0 ? 1 : Math.min(1, sum(masses.slice(at).reverse()));
}

/** The law of the number at two borders together; plain loops, for large schools have a million pairs of numbers. */
function convolved(first: readonly number[], second: readonly number[]): number[] {
  const masses = new Float64Array(first.length + second.length - 1);
  for (let i = 0; i < first.length; i += 1) {
    const left = first[i]!;
    for (let j = 0; j < second.length; j += 1) masses[i + j]! += left * second[j]!;
  }
  return Array.from(masses);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function againstSmooth(
  sitting: Sitting,
  scale: readonly [number, number, number],
  parameters: Parameters,
): { p: number; excess: number; reason: string } | null {
  const own = (score: number) => sitting.scores.find((one) => one.score === score)?.count ?? 0;
  const curvature = parameters.number('objectivity.border-curvature');
  const borders = scale.flatMap((upper) => {
    const counts = { below: own(upper), at: own(upper + 1), above: own(upper + 2) };
    return counts.below + counts.at + counts.above === 0 ? [] : [borderSpike(counts, curvature)];
  });
  if (borders.length === 0) return null;
  const p = Math.min(1, borders.length * Math.min(...borders.map((border) => border.p)));
  const excess = borders.reduce((sum, border) => sum + border.excess, 0);
  return { p, excess, reason: `против гладкого распределения избыток ${shown(excess, 1)} чел.` };
}
