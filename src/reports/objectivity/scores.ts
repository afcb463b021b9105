import type { Sitting } from '../../facts/sitting.ts';
import { paperId } from '../../records/paper.ts';
import type { Objectivity, PaperSigns } from '../../regulation/objectivity/objectivity.ts';
import type { Standing } from '../../regulation/objectivity/paper-year.ts';
import { bunching } from '../../statistics/bunching.ts';
import type { ObjectivityContext } from './context.ts';
import { ranked } from './schools.ts';

/** One bar of a histogram: a score, or a band of test scores. */
export interface ScoreBar {
  label: string;
  /** The mark that begins with this score: 3, 4, 5. */
  begins: number | null;
  count: number;
  /** Fraction of the others with this score; null where there is nothing to compare with. */
  elsewhere: number | null;
  /** Pupils whom a smooth distribution gives scores next to a border; null elsewhere. */
  smooth: number | null;
}

/** The scores of a flagged paper. */
export interface FlaggedScores {
  school: string;
  name: string;
  paper: PaperSigns;
  participants: number;
  bars: readonly ScoreBar[];
}

/** Degree of the polynomial that stands for the smooth distribution (Dee, Dobbie, Jacob, Rockoff 2019). */
const DEGREE = 4;
/** Test scores of 0 to 100 are counted by tens. */
const BAND = 10;

/** Scores of the flagged papers, in the order of their sheet. */
export function flaggedScores(data: Objectivity, { papers, borders }: ObjectivityContext): FlaggedScores[] {
  return ranked(data.schools).flatMap(({ school, name, signs }) =>
    signs
      .filter(({ flagged }) => flagged)
      .flatMap((paper): FlaggedScores[] => {
        const held = papers.find(
          ({ id, sittings }) => id === paper.paper && sittings.some((one) => one.school === school),
        );
        const at = held?.sittings.findIndex((one) => one.school === school) ?? -1;
        const sitting = held?.sittings[at];
        if (!sitting || sitting.scores.length === 0) return [];
        const scale = borders.find((border) => paperId(border) === paper.paper)?.scale;
        const bars = barsOf(
          sitting,
          held?.standings[at] ?? null,
          sitting.measure === 'primary' ? scale : undefined,
        );
        return [{ school, name, paper, participants: sitting.participants, bars }];
      }),
  );
}

function barsOf(
  sitting: Sitting,
  standing: Standing | null,
  scale: readonly [number, number, number] | undefined,
): ScoreBar[] {
  const step = sitting.measure === 'test' ? BAND : 1;
  const first = sitting.measure === 'mark' ? 2 : 0;
  const last = highest(sitting, standing, scale);
  const count = (from: number) =>
    sum(from, step, (score) => sitting.scores.find((one) => one.score === score)?.count ?? 0);
  const elsewhere = (from: number) =>
    standing && sum(from, step, (score) => standing.comparison.count(score)) / standing.comparison.n;
  const starts = Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, index) => first + index * step,
  );
  const smooth = scale ? smoothAt(starts.map(count), scale) : new Map<number, number>();
  return starts.map((from) => {
    const mark = scale ? scale.indexOf(from - 1) : -1;
    const begins = mark === -1 ? null : mark + 3;
    return {
      label: labelOf(sitting.measure, from, begins),
      begins,
      count: count(from),
      elsewhere: elsewhere(from),
      smooth: smooth.get(from) ?? null,
    };
  });
}

function labelOf(measure: Sitting['measure'], from: number, begins: number | null): string {
  if (measure === 'mark') return `«${from}»`;
  if (measure === 'test') return from === 100 ? '100' : `${from}–${from + BAND - 1}`;
  return begins === null ? String(from) : `${from} · «${begins}»`;
}

/** The highest score that anyone had here or elsewhere, and no less than the border of «5». */
function highest(
  { measure, scores }: Sitting,
  standing: Standing | null,
  scale: readonly [number, number, number] | undefined,
): number {
  if (measure === 'mark') return 5;
  if (measure === 'test') return 100;
  let last = Math.max(scores.at(-1)!.score, scale ? scale[2] + 1 : 0);
  // no primary score of any procedure is so high
  for (let score = last + 1; standing && score <= 100; score += 1) {
    if (standing.comparison.count(score) > 0) last = score;
  }
  return Math.floor(last);
}

/** What a smooth distribution gives the last score of each mark and the first of the next; never less than nought. */
function smoothAt(counts: readonly number[], scale: readonly [number, number, number]): Map<number, number> {
  const near = [...new Set(scale.flatMap((upper) => [upper, upper + 1]))].filter(
    (score) => score < counts.length,
  );
  if (counts.length - near.length <= DEGREE) return new Map();
  return new Map(bunching(counts, near, DEGREE).map(({ score, fitted }) => [score, Math.max(0, fitted)]));
}

function sum(from: number, step: number, count: (score: number) => number): number {
  let total = 0;
  for (let score = from; score < from + step; score += 1) total += count(score);
  return total;
}
