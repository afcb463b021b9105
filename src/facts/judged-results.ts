import type { Workspace } from '../workspace/open.ts';
import type { ColumnType, Engine } from './engines/engine.ts';
import { liveResults } from './live-results.ts';
import type { PaperBorders } from './paper-facts.ts';

const ATTESTATION = "('oge', 'ege', 'gve9', 'gve11')";

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
  const list = (text: (name: string) => string) => kept.map((name) => `, ${text(name)}`).join('');
  return `(
    SELECT p.school, p.procedure, p.subject, p.grade, p.year, p.participant, p.primaryScore, p.testScore, b.minimum, b.average, b.top,
      COALESCE(p.mark, CASE
        WHEN p.primaryScore IS NULL OR b.two IS NULL THEN NULL
        WHEN p.primaryScore <= b.two THEN 2
        WHEN p.primaryScore <= b.three THEN 3
        WHEN p.primaryScore <= b.four THEN 4
        ELSE 5 END) AS mark${list((name) => `p.${name}`)}
    FROM (
      SELECT school, procedure, subject, 0 AS grade, year, participant,
        MAX(mark) AS mark, MAX(primaryScore) AS primaryScore, MAX(testScore) AS testScore${list((name) => `MAX(${name}) AS ${name}`)}
      FROM ${live} l WHERE procedure IN ${ATTESTATION}
      GROUP BY school, procedure, subject, year, participant
      UNION ALL
      SELECT school, procedure, subject, COALESCE(grade, 0) AS grade, year, participant,
        mark, primaryScore, testScore${list((name) => name)}
      FROM ${live} l WHERE procedure NOT IN ${ATTESTATION}
    ) p
    JOIN ${bordersRelation(engine, borders)} b
      ON b.procedure = p.procedure AND b.subject = p.subject AND b.grade = p.grade AND b.year = p.year
  )`;
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
