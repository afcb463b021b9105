import type { Workspace } from '../workspace/open.ts';
import { type ColumnType, type Engine, literal } from './engines/engine.ts';
import { isFinalAttestation } from './final-attestation.ts';
import { liveResults } from './live-results.ts';
import type { PaperBorders } from './paper-facts.ts';
import { type PaperInYear, papersWithAttempts } from './papers-with-attempts.ts';

const GRADE = `CASE WHEN ${isFinalAttestation('procedure')} THEN 0 ELSE COALESCE(grade, 0) END`;

/**
 * SQL of individual results with their mark: as it stands in the file, or found from the primary score by the
 * scale of the year. Of several attempts of one person in one paper of final attestation the best counts once.
 * Only papers and years with borders are there; `minimum`, `average` and `top` are theirs.
 * @param more columns to keep beside school, paper, year, scores and mark; of several attempts the greatest
 * @returns `undefined` where no import holds such results
 */
export function judgedResults(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
  more: Readonly<Record<string, ColumnType>> = {},
): string | undefined {
  const years = [...new Set(borders.map(({ year }) => year))].sort();
  const live = liveResults(workspace, engine, years, {
    primaryScore: 'number',
    testScore: 'number',
    mark: 'integer',
    ...more,
  });
  if (!live) return undefined;
  const kept = Object.keys(more);
  const attempts = papersWithAttempts(workspace, years);
  const repeated = isOneOf(attempts);
  const list = (text: (name: string) => string) => kept.map((name) => `, ${text(name)}`).join('');
  const best = `
      UNION ALL
      SELECT school, procedure, subject, 0 AS grade, year, participant,
        MAX(mark) AS mark, MAX(primaryScore) AS primaryScore, MAX(testScore) AS testScore${list((name) => `MAX(${name}) AS ${name}`)}
      FROM ${live} l WHERE ${repeated}
      GROUP BY school, procedure, subject, year, participant`;
  return `(
    SELECT p.school, p.procedure, p.subject, p.grade, p.year, p.participant, p.primaryScore, p.testScore, b.minimum, b.average, b.top,
      COALESCE(p.mark, CASE
        WHEN p.primaryScore IS NULL OR b.two IS NULL THEN NULL
        WHEN p.primaryScore <= b.two THEN 2
        WHEN p.primaryScore <= b.three THEN 3
        WHEN p.primaryScore <= b.four THEN 4
        ELSE 5 END) AS mark${list((name) => `p.${name}`)}
    FROM (
      SELECT school, procedure, subject, ${GRADE} AS grade, year, participant,
        mark, primaryScore, testScore${list((name) => name)}
      FROM ${live} l WHERE NOT ${repeated}${attempts.length === 0 ? '' : best}
    ) p
    JOIN ${bordersRelation(engine, borders)} b
      ON b.procedure = p.procedure AND b.subject = p.subject AND b.grade = p.grade AND b.year = p.year
  )`;
}

/** SQL that is true of the rows of these papers. */
function isOneOf(papers: readonly PaperInYear[]): string {
  const each = papers.map(
    ({ procedure, subject, year }) =>
      `procedure = ${literal(procedure)} AND subject = ${literal(subject)} AND year = ${year}`,
  );
  return `(${each.map((one) => `(${one})`).join(' OR ') || '1 = 0'})`;
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
      average: 'number',
      top: 'number',
    },
    borders.map(
      ({ procedure, subject, grade, year, scale, minimumTestScore, averageTestScore, topTestScore }) => [
        procedure,
        subject,
        grade ?? 0,
        year,
        scale?.[0] ?? null,
        scale?.[1] ?? null,
        scale?.[2] ?? null,
        minimumTestScore ?? null,
        averageTestScore ?? null,
        topTestScore ?? null,
      ],
    ),
  );
}
