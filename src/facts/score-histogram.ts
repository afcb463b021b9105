import { hasGrade, type Paper } from '../records/paper.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Engine } from './engines/engine.ts';
import { liveResults } from './live-results.ts';

/** How many participants of a school had each score in one year: the test score where there is one, else the primary. */
export interface ScoreHistogram {
  year: number;
  /** Rising by score; scores that nobody had are left out. */
  scores: readonly { score: number; count: number }[];
}

/**
 * Score histograms of one school in one paper, from individual results. Of several attempts of one person in
 * final attestation the best counts once.
 */
export async function scoreHistograms(
  workspace: Workspace,
  engine: Engine,
  school: string,
  paper: Paper,
  years: readonly number[],
): Promise<ScoreHistogram[]> {
  const live = liveResults(workspace, engine, years, { primaryScore: 'number', testScore: 'number' });
  if (!live) return [];
  const graded = hasGrade(paper.procedure) && paper.grade ? ` AND grade = ${paper.grade}` : '';
  const rows = await engine.query(`
    SELECT year, score, CAST(COUNT(*) AS DOUBLE) AS count
    FROM (
      SELECT year, participant, COALESCE(MAX(testScore), MAX(primaryScore)) AS score
      FROM ${live} records
      WHERE school = ${engine.literal(school)} AND procedure = ${engine.literal(paper.procedure)}
        AND subject = ${engine.literal(paper.subject)}${graded}
      GROUP BY year, participant
    ) best
    WHERE score IS NOT NULL GROUP BY year, score ORDER BY year, score`);
  return years.flatMap((year) => {
    const scores = rows
      .filter((row) => row.year === year)
      .map((row) => ({ score: Number(row.score), count: Number(row.count) }));
    return scores.length > 0 ? [{ year, scores }] : [];
  });
}
