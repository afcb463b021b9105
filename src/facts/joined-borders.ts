import type { Engine } from './engines/engine.ts';
import { isFinalAttestation } from './final-attestation.ts';
import type { PaperBorders } from './paper-facts.ts';

/** What is read of a result to judge it. */
export const SCORES = { primaryScore: 'number', testScore: 'number', mark: 'integer' } as const;

/** SQL of the grade of a result's paper, 0 where it has none. */
export const GRADE = `CASE WHEN ${isFinalAttestation('procedure')} THEN 0 ELSE COALESCE(grade, 0) END`;

/**
 * SQL of a result's mark, beside joined borders: as it stands in the file, or found from the primary score by the
 * scale of the year.
 */
export const JUDGED_MARK = `COALESCE(mark, CASE
  WHEN primaryScore IS NULL OR two IS NULL THEN NULL
  WHEN primaryScore <= two THEN 2
  WHEN primaryScore <= three THEN 3
  WHEN primaryScore <= four THEN 4
  ELSE 5 END)`;

/**
 * SQL that joins results to the borders of their paper and year, and leaves out those that have none: `two`, `three`
 * and `four` (highest primary scores of these marks), `minimum`, `average` and `top` (test scores).
 * @param grade expression of the grade of a result's paper
 */
export function joinedBorders(engine: Engine, borders: readonly PaperBorders[], grade = GRADE): string {
  const relation = engine.constants(
    {
      of_procedure: 'text',
      of_subject: 'text',
      of_grade: 'integer',
      of_year: 'integer',
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
  return `JOIN ${relation} k ON procedure = of_procedure AND subject = of_subject AND ${grade} = of_grade AND year = of_year`;
}

/** The years that borders are of. */
export function yearsOf(borders: readonly PaperBorders[]): number[] {
  return [...new Set(borders.map(({ year }) => year))].sort();
}
