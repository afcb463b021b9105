import { momentsOf, type Reference, type ScoreCounts, type Sitting } from '../../facts/sitting.ts';
import type { Parameters } from '../parameters/parameters.ts';

/** What one sitting is held against. */
export interface Comparison {
  /** A published row of the region; many schools of the workspace; or the few schools of the municipality. */
  scope: 'published' | 'counted' | 'municipality';
  /** Pupils, their mean and standard deviation. */
  n: number;
  mean: number;
  deviation: number;
  /** Other schools counted; null for a published row. */
  schools: number | null;
  /** Σnᵢ²/N² over the counted schools: how much of one school's difference stays in their mean; 0 for a published row. */
  concentration: number;
  /** Pupils with a score. */
  count(score: number): number;
}

/**
 * The comparison of every sitting of one paper and year: the published row of the region; else all other schools
 * of the workspace, a region where they are many. A school is never compared with itself where it can be left out.
 * @param sittings all of one paper, year and measure
 * @param suspected which of them are left out of what the others are compared with
 * @returns in the order of `sittings`; null where there is nothing to compare with
 */
export function comparisons(
  sittings: readonly Sitting[],
  published: readonly Reference[],
  suspected: readonly boolean[],
  parameters: Parameters,
): (Comparison | null)[] {
  const measure = sittings[0]?.measure;
  const row = published.find((reference) => reference.measure === measure && reference.scores.length > 1);
  if (row) {
    const moments = momentsOf(row.scores)!;
    const counts = countsOf([row.scores]);
    const comparison: Comparison = {
      scope: 'published',
      ...moments,
      schools: null,
      concentration: 0,
      count: (score) => counts.get(score) ?? 0,
    };
    return sittings.map(() => (moments.deviation > 0 ? comparison : null));
  }

  const scope =
    sittings.length >= parameters.number('objectivity.reference-schools') ? 'counted' : 'municipality';
  const trusted = sittings.filter((_, index) => !suspected[index]);
  const counts = countsOf(trusted.map(({ scores }) => scores));
  const all = sums(counts);
  const squares = trusted.reduce((sum, { participants }) => sum + participants ** 2, 0);
  return sittings.map((sitting, index) => {
    // A suspected school is not among those counted, hence there is nothing to take out.
    const own = countsOf(suspected[index] ? [] : [sitting.scores]);
    const mine = sums(own);
    const n = all.n - mine.n;
    const others = trusted.length - (suspected[index] ? 0 : 1);
    if (others < parameters.number('objectivity.reference-minimum-schools') || n < 2) return null;
    const mean = (all.sum - mine.sum) / n;
    const deviation = Math.sqrt(Math.max(0, (all.squares - mine.squares) / n - mean ** 2));
    if (deviation < 1e-9) return null;
    return {
      scope,
      n,
      mean,
      deviation,
      schools: others,
      concentration: (squares - (suspected[index] ? 0 : sitting.participants ** 2)) / n ** 2,
      count: (score) => (counts.get(score) ?? 0) - (own.get(score) ?? 0),
    };
  });
}

/** Russian: against what the sittings of a year were held, for the notes of a report. */
export function comparisonNote(scope: Comparison['scope'], papers: number): string {
  switch (scope) {
    case 'published':
      return `Работ, где школы сравнены со строкой региона из отчётов ФИС ОКО: ${papers}.`;
    case 'counted':
      return `Работ, где школы сравнены с остальными школами рабочей папки как с регионом: ${papers}.`;
    case 'municipality':
      return (
        `Работ, где школы сравнены только с другими школами муниципалитета: ${papers}. Школ мало, сравнение ` +
        'ненадёжно: загрузите отчёты ФИС ОКО со строкой региона или результаты всех школ региона.'
      );
  }
}

function countsOf(groups: readonly ScoreCounts[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const scores of groups)
    for (const { score, count } of scores) counts.set(score, (counts.get(score) ?? 0) + count);
  return counts;
}

function sums(counts: ReadonlyMap<number, number>): { n: number; sum: number; squares: number } {
  const total = { n: 0, sum: 0, squares: 0 };
  for (const [score, count] of counts) {
    total.n += count;
    total.sum += score * count;
    total.squares += score * score * count;
  }
  return total;
}
