import { type Paper, paperId } from '../records/paper.ts';
import type { Workspace } from '../workspace/open.ts';
import { countedResults, paperOf, times } from './counted-results.ts';
import type { Engine, SqlRow } from './engines/engine.ts';
import { JUDGED_MARK } from './joined-borders.ts';
import type { PaperBorders, PaperFacts } from './paper-facts.ts';

const COUNTS = {
  listed: 'COUNT(*)',
  marked: `COUNT(${JUDGED_MARK})`,
  tested: 'COUNT(testScore)',
  scored: 'COUNT(primaryScore)',
  without_result: times('mark IS NULL AND testScore IS NULL AND primaryScore IS NULL'),
  twos: times(`${JUDGED_MARK} = 2`),
  threes: times(`${JUDGED_MARK} = 3`),
  fours: times(`${JUDGED_MARK} = 4`),
  fives: times(`${JUDGED_MARK} = 5`),
  below_minimum: times('testScore < minimum'),
  from_average: times('testScore >= average'),
  from_top: times('testScore >= top'),
  test_sum: thousandths('testScore'),
  test_squares: thousandthsSquared('testScore'),
  primary_sum: thousandths('primaryScore'),
  primary_squares: thousandthsSquared('primaryScore'),
};

/**
 * Facts counted from individual results, by school, paper and year, in one scan. Of several attempts of one
 * person in one paper of final attestation (main and reserve days, retakes) the best counts once.
 */
export async function resultFacts(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
): Promise<PaperFacts[]> {
  const known = new Map(borders.map((border) => [keyOf(border), border]));
  const rows = await countedResults(workspace, engine, borders, { counts: COUNTS });
  return rows.map((row) => toFacts(row, known.get(keyOf({ ...paperOf(row), year: Number(row.year) }))!));
}

const keyOf = (paper: Paper & { year: number }): string => `${paperId(paper)} ${paper.year}`;

/**
 * Sums of scores in thousandths: whole numbers add up to the same in whatever order rows come, on one machine or on
 * many.
 */
function thousandths(score: string): string {
  return `SUM(ROUND(${score} * 1000))`;
}

function thousandthsSquared(score: string): string {
  return `SUM(ROUND(${score} * 1000) * ROUND(${score} * 1000))`;
}

function toFacts(row: SqlRow, border: PaperBorders): PaperFacts {
  const count = (name: keyof typeof COUNTS) => Number(row[name] ?? 0);
  const byTest = count('tested') > 0;
  const moments = byTest
    ? momentsOf(count('tested'), count('test_sum'), count('test_squares'))
    : momentsOf(count('scored'), count('primary_sum'), count('primary_squares'));
  return {
    school: String(row.school),
    year: Number(row.year),
    basis: 'results',
    participants: byTest ? count('tested') : count('marked'),
    marks:
      count('marked') > 0
        ? { 2: count('twos'), 3: count('threes'), 4: count('fours'), 5: count('fives') }
        : null,
    belowMinimum: byTest && border.minimumTestScore !== undefined ? count('below_minimum') : null,
    averageScores: byTest && border.averageTestScore !== undefined ? count('from_average') : null,
    topScores: byTest && border.topTestScore !== undefined ? count('from_top') : null,
    withoutResult: count('without_result'),
    withoutMark: byTest ? 0 : count('listed') - count('marked') - count('without_result'),
    problems: [],
    ...moments,
    ...paperOf(row),
  };
}

/** Moments from sums in thousandths, and of squares in millionths. */
function momentsOf(
  n: number,
  sum: number,
  squares: number,
): { mean: number | null; deviation: number | null } {
  if (n === 0) return { mean: null, deviation: null };
  const mean = sum / 1000 / n;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / 1_000_000 / n - mean * mean)) };
}
