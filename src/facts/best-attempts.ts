import { literal } from './engines/engine.ts';
import type { PaperInYear } from './papers-with-attempts.ts';

/** SQL that is true of the rows of these papers. */
export function isOneOf(papers: readonly PaperInYear[]): string {
  const each = papers.map(
    ({ procedure, subject, year }) =>
      `procedure = ${literal(procedure)} AND subject = ${literal(subject)} AND year = ${year}`,
  );
  return `(${each.map((one) => `(${one})`).join(' OR ') || '1 = 0'})`;
}

/**
 * SQL that takes the best of several attempts of one person in one of these papers of final attestation, in one school.
 * @param live relation of the results that count
 * @param columns of each the greatest is taken
 */
export function bestAttempts(
  live: string,
  papers: readonly PaperInYear[],
  columns: readonly string[],
): string {
  return (
    `SELECT school, procedure, subject, 0 AS grade, year, participant, ${columns.map((name) => `MAX(${name}) AS ${name}`).join(', ')} ` +
    `FROM ${live} l WHERE ${isOneOf(papers)} GROUP BY school, procedure, subject, year, participant`
  );
}
