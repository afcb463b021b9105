import type { Sitting } from '../../../facts/sitting.ts';
import { betaBinomialUpperTail } from '../../../statistics/beta-binomial.ts';
import { binomialUpperTail } from '../../../statistics/binomial-tail.ts';
import { borderSpike } from '../../../statistics/border-spike.ts';
import type { Parameters } from '../../parameters/parameters.ts';
import { borderOf } from '../../risk-schools.ts';
import { type Finding, notAssessable, shown } from '../finding.ts';
import type { PaperYear } from '../paper-year.ts';
import type { Comparison } from '../reference.ts';
import { intraclass } from '../spread.ts';

/** Scores next to the lowest score of a mark. */
interface Window {
  mark: 3 | 4 | 5;
  border: number;
  scores: readonly number[];
}

interface Spike {
  mark: 3 | 4 | 5 | null;
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
  const { sittings, standings, paper, year } = paperYear;
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
  const pooled = spikes.flatMap((found) => (found && found.pooled.pupils > 0 ? [found.pooled] : []));
  const usual = parameters.number('objectivity.usual-border-variation');
  const alike = intraclass(pooled.map(asCount), usual, parameters);

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
    if (found.pooled.pupils === 0) return notAssessable('нет участников с баллами у границ отметок');
    const p = (spike: Spike) => tailOf(spike, alike, standings[index]!.comparison);
    const singles = found.single.filter(({ pupils }) => pupils > 0);
    const strongest = singles.toSorted((first, second) => p(first) - p(second))[0]!;
    const alone = Math.min(1, p(strongest) * singles.length);
    const [decisive, best] = alone < p(found.pooled) ? [strongest, alone] : [found.pooled, p(found.pooled)];
    const excess = decisive.at - decisive.pupils * decisive.share;
    const where = decisive.mark === null ? 'на границах отметок' : `на границе «${decisive.mark}»`;
    const reason =
      `${where} ${decisive.at} из ${decisive.pupils} учеников с близкими баллами, в регионе доля ` +
      `${shown(100 * decisive.share, 1)} %, избыток ${shown(excess, 1)} чел.; ${smooth.reason}`;
    const pSign = Math.min(1, 2 * best);
    return {
      ...finding(pSign, smooth.excess, reason, pSign),
      stands: (q) => q !== null && q <= level && excess >= least,
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

function spikesOf(
  sitting: Sitting,
  comparison: Comparison,
  windows: readonly Window[],
): { pooled: Spike; single: Spike[] } {
  const own = (score: number) => sitting.scores.find((one) => one.score === score)?.count ?? 0;
  const total = (count: (score: number) => number, scores: readonly number[]) =>
    scores.reduce((sum, score) => sum + count(score), 0);
  const single = windows.map(({ mark, border, scores }): Spike => {
    // One imagined pupil on every score keeps the share off 0 and 1 where the others are few.
    const share = (comparison.count(border) + 1) / (total(comparison.count, scores) + scores.length);
    return { mark, at: own(border), pupils: total(own, scores), share };
  });
  const pupils = single.reduce((sum, spike) => sum + spike.pupils, 0);
  const expected = single.reduce((sum, spike) => sum + spike.pupils * spike.share, 0);
  const at = single.reduce((sum, spike) => sum + spike.at, 0);
  return { single, pooled: { mark: null, at, pupils, share: pupils === 0 ? 0.5 : expected / pupils } };
}

function asCount({ at, pupils, share }: Spike) {
  return { successes: at, trials: pupils, share };
}

/** Upper tail, schools differing in habit by `alike` and the region's share known as well as its pupils allow. */
function tailOf({ at, pupils, share }: Spike, alike: number, { n }: Comparison): number {
  const spread = alike / (1 - alike) + 1 / n;
  return spread < 1e-6
    ? binomialUpperTail(at, pupils, share)
    : betaBinomialUpperTail(at, pupils, { a: share / spread, b: (1 - share) / spread });
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
