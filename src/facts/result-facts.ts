import type { Procedure } from '../records/procedure.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Engine, SqlRow } from './engines/engine.ts';
import { judgedResults } from './judged-results.ts';
import type { PaperBorders, PaperFacts } from './paper-facts.ts';

/**
 * Facts counted from individual results, by school, paper and year, in one scan. Of several attempts of one
 * person in one paper of final attestation (main and reserve days, retakes) the best counts once.
 */
export async function resultFacts(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
): Promise<PaperFacts[]> {
  const judged = judgedResults(workspace, engine, borders);
  if (!judged) return [];
  const rows = await engine.query(`
    SELECT school, procedure, subject, grade, year,
      MAX(minimum) AS minimum_border, MAX(average) AS average_border, MAX(top) AS top_border,
      CAST(COUNT(*) AS DOUBLE) AS listed,
      CAST(COUNT(mark) AS DOUBLE) AS marked,
      CAST(COUNT(testScore) AS DOUBLE) AS tested,
      CAST(SUM(CASE WHEN mark IS NULL AND testScore IS NULL AND primaryScore IS NULL THEN 1 ELSE 0 END) AS DOUBLE) AS empty,
      CAST(SUM(CASE WHEN mark = 2 THEN 1 ELSE 0 END) AS DOUBLE) AS two,
      CAST(SUM(CASE WHEN mark = 3 THEN 1 ELSE 0 END) AS DOUBLE) AS three,
      CAST(SUM(CASE WHEN mark = 4 THEN 1 ELSE 0 END) AS DOUBLE) AS four,
      CAST(SUM(CASE WHEN mark = 5 THEN 1 ELSE 0 END) AS DOUBLE) AS five,
      CAST(SUM(CASE WHEN testScore < minimum THEN 1 ELSE 0 END) AS DOUBLE) AS below,
      CAST(SUM(CASE WHEN testScore >= average THEN 1 ELSE 0 END) AS DOUBLE) AS at_average,
      CAST(SUM(CASE WHEN testScore >= top THEN 1 ELSE 0 END) AS DOUBLE) AS at_top,
      ${thousandths('testScore')} AS test_sum, ${thousandthsSquared('testScore')} AS test_squares,
      CAST(COUNT(primaryScore) AS DOUBLE) AS scored,
      ${thousandths('primaryScore')} AS primary_sum, ${thousandthsSquared('primaryScore')} AS primary_squares
    FROM ${judged} judged
    GROUP BY school, procedure, subject, grade, year
    ORDER BY school, procedure, subject, grade, year`);
  return rows.map(toFacts);
}

/**
 * Sums of scores in thousandths: whole numbers add up to the same in whatever order rows come, on one machine or on
 * many.
 */
function thousandths(score: string): string {
  return `CAST(SUM(ROUND(${score} * 1000)) AS DOUBLE)`;
}

function thousandthsSquared(score: string): string {
  return `CAST(SUM(ROUND(${score} * 1000) * ROUND(${score} * 1000)) AS DOUBLE)`;
}

function toFacts(row: SqlRow): PaperFacts {
  const count = (name: string) => Number(row[name] ?? 0);
  const known = (name: string) => row[name] !== null && row[name] !== undefined;
  const byTest = count('tested') > 0;
  const participants = byTest ? count('tested') : count('marked');
  const moments = byTest
    ? momentsOf(count('tested'), count('test_sum'), count('test_squares'))
    : momentsOf(count('scored'), count('primary_sum'), count('primary_squares'));
  const grade = count('grade');
  return {
    school: String(row.school),
    procedure: String(row.procedure) as Procedure,
    subject: String(row.subject),
    ...(grade > 0 ? { grade } : {}),
    year: count('year'),
    basis: 'results',
    participants,
    marks:
      count('marked') > 0 ? { 2: count('two'), 3: count('three'), 4: count('four'), 5: count('five') } : null,
    belowMinimum: byTest && known('minimum_border') ? count('below') : null,
    averageScores: byTest && known('average_border') ? count('at_average') : null,
    topScores: byTest && known('top_border') ? count('at_top') : null,
    withoutResult: count('empty'),
    withoutMark: byTest ? 0 : count('listed') - count('marked') - count('empty'),
    ...moments,
    problems: [],
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
