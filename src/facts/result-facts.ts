import type { Procedure } from '../records/procedure.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Engine, SqlRow } from './engines/engine.ts';
import { liveRecords } from './live-records.ts';
import type { PaperBorders, PaperFacts } from './paper-facts.ts';

const ATTESTATION = "('oge', 'ege', 'gve9', 'gve11')";

/**
 * Facts counted from individual results, by school, paper and year, in one scan. Of several attempts of one
 * person in one paper of final attestation (main and reserve days, retakes) the best counts once.
 */
export async function resultFacts(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
): Promise<PaperFacts[]> {
  const years = [...new Set(borders.map(({ year }) => year))].sort();
  const live = liveRecords(
    workspace,
    engine,
    { kind: 'results', years },
    {
      procedure: 'text',
      subject: 'text',
      grade: 'integer',
      date: 'text',
      participant: 'text',
      primaryScore: 'number',
      testScore: 'number',
      mark: 'integer',
    },
    'r.date',
  );
  if (!live) return [];
  const rows = await engine.query(`
    WITH live AS (SELECT * FROM ${live} records),
    person AS (
      SELECT school, procedure, subject, 0 AS grade, year, participant,
        MAX(mark) AS mark, MAX(primaryScore) AS primaryScore, MAX(testScore) AS testScore
      FROM live WHERE procedure IN ${ATTESTATION}
      GROUP BY school, procedure, subject, year, participant
      UNION ALL
      SELECT school, procedure, subject, COALESCE(grade, 0) AS grade, year, participant, mark, primaryScore, testScore
      FROM live WHERE procedure NOT IN ${ATTESTATION}
    ),
    judged AS (
      SELECT p.school, p.procedure, p.subject, p.grade, p.year, p.primaryScore, p.testScore, b.minimum, b.top,
        COALESCE(p.mark, CASE
          WHEN p.primaryScore IS NULL OR b.two IS NULL THEN NULL
          WHEN p.primaryScore <= b.two THEN 2
          WHEN p.primaryScore <= b.three THEN 3
          WHEN p.primaryScore <= b.four THEN 4
          ELSE 5 END) AS mark
      FROM person p
      JOIN ${bordersRelation(engine, borders)} b
        ON b.procedure = p.procedure AND b.subject = p.subject AND b.grade = p.grade AND b.year = p.year
    )
    SELECT school, procedure, subject, grade, year,
      MAX(minimum) AS minimum, MAX(top) AS top_border,
      CAST(COUNT(*) AS DOUBLE) AS listed,
      CAST(SUM(CASE WHEN mark IS NOT NULL THEN 1 ELSE 0 END) AS DOUBLE) AS marked,
      CAST(SUM(CASE WHEN testScore IS NOT NULL THEN 1 ELSE 0 END) AS DOUBLE) AS tested,
      CAST(SUM(CASE WHEN mark IS NULL AND testScore IS NULL AND primaryScore IS NULL THEN 1 ELSE 0 END) AS DOUBLE) AS empty,
      CAST(SUM(CASE WHEN mark = 2 THEN 1 ELSE 0 END) AS DOUBLE) AS two,
      CAST(SUM(CASE WHEN mark = 3 THEN 1 ELSE 0 END) AS DOUBLE) AS three,
      CAST(SUM(CASE WHEN mark = 4 THEN 1 ELSE 0 END) AS DOUBLE) AS four,
      CAST(SUM(CASE WHEN mark = 5 THEN 1 ELSE 0 END) AS DOUBLE) AS five,
      CAST(SUM(CASE WHEN testScore < minimum THEN 1 ELSE 0 END) AS DOUBLE) AS below,
      CAST(SUM(CASE WHEN testScore >= top THEN 1 ELSE 0 END) AS DOUBLE) AS top,
      CAST(SUM(testScore) AS DOUBLE) AS test_sum, CAST(SUM(testScore * testScore) AS DOUBLE) AS test_squares,
      CAST(SUM(CASE WHEN primaryScore IS NOT NULL THEN 1 ELSE 0 END) AS DOUBLE) AS scored,
      CAST(SUM(primaryScore) AS DOUBLE) AS primary_sum, CAST(SUM(primaryScore * primaryScore) AS DOUBLE) AS primary_squares
    FROM judged
    GROUP BY school, procedure, subject, grade, year
    ORDER BY school, procedure, subject, grade, year`);
  return rows.map(toFacts);
}

function bordersRelation(engine: Engine, borders: readonly PaperBorders[]): string {
  return engine.constants(
    {
      procedure: 'text',
      subject: 'text',
      grade: 'integer',
      year: 'integer',
      two: 'number',
      three: 'number',
      four: 'number',
      minimum: 'number',
      top: 'number',
    },
    borders.map(({ procedure, subject, grade, year, scale, minimumTestScore, topTestScore }) => [
      procedure,
      subject,
      grade ?? 0,
      year,
      scale?.[0] ?? null,
      scale?.[1] ?? null,
      scale?.[2] ?? null,
      minimumTestScore ?? null,
      topTestScore ?? null,
    ]),
  );
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
    belowMinimum: byTest && known('minimum') ? count('below') : null,
    topScores: byTest && known('top_border') ? count('top') : null,
    withoutResult: count('empty'),
    withoutMark: byTest ? 0 : count('listed') - count('marked') - count('empty'),
    ...moments,
    problems: [],
  };
}

function momentsOf(
  n: number,
  sum: number,
  squares: number,
): { mean: number | null; deviation: number | null } {
  if (n === 0) return { mean: null, deviation: null };
  const mean = sum / n;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / n - mean * mean)) };
}
