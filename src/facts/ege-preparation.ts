import type { Workspace } from '../workspace/open.ts';
import { times } from './counted-results.ts';
import type { Engine } from './engines/engine.ts';
import { judgedResults } from './judged-results.ts';
import type { PaperBorders } from './paper-facts.ts';

/** Participants of ЕГЭ of a school in a year, and those who may apply to a university with their results. */
export interface EgePreparation {
  school: string;
  year: number;
  participants: number;
  /** With the university minimum in Russian, and in enough subjects together. */
  prepared: number;
}

/** The university minimum (минимум для поступления в вуз) of one subject in one year. */
export interface UniversityMinimum {
  subject: string;
  year: number;
  score: number;
}

/**
 * Counts participants of ЕГЭ with the university minimum in Russian and in at least `subjects` subjects together;
 * base mathematics has marks and does not count.
 */
export async function egePreparation(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
  minimums: readonly UniversityMinimum[],
  subjects: number,
): Promise<EgePreparation[]> {
  const judged = judgedResults(
    workspace,
    engine,
    borders.filter(({ procedure }) => procedure === 'ege'),
  );
  if (!judged) return [];
  const relation = engine.constants(
    { subject: 'text', year: 'integer', score: 'number' },
    minimums.map(({ subject, year, score }) => [subject, year, score]),
  );
  const rows = await engine.query(`
    SELECT school, year, CAST(COUNT(*) AS DOUBLE) AS participants,
      CAST(${times(`russian > 0 AND passed >= ${subjects}`)} AS DOUBLE) AS prepared
    FROM (
      SELECT j.school, j.year, j.participant,
        ${times("j.subject = 'russian' AND j.testScore >= m.score")} AS russian,
        ${times('j.testScore >= m.score')} AS passed
      FROM ${judged} j LEFT JOIN ${relation} m ON m.subject = j.subject AND m.year = j.year
      WHERE j.testScore IS NOT NULL OR j.judged IS NOT NULL
      GROUP BY j.school, j.year, j.participant
    ) people
    GROUP BY school, year
    ORDER BY school, year`);
  return rows.map((row) => ({
    school: String(row.school),
    year: Number(row.year),
    participants: Number(row.participants),
    prepared: Number(row.prepared),
  }));
}
