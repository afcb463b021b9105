import { FINAL_ATTESTATION } from '../records/paper.ts';
import type { Procedure } from '../records/procedure.ts';
import type { Workspace } from '../workspace/open.ts';
import { times } from './counted-results.ts';
import type { Engine } from './engines/engine.ts';
import { judgedResults } from './judged-results.ts';
import type { PaperBorders } from './paper-facts.ts';

/** Where the results of one participant in all papers of a procedure lie, counted over the participants of a school. */
export interface OutcomeFacts {
  school: string;
  procedure: Procedure;
  year: number;
  /** Participants with at least one result that can be judged. */
  participants: number;
  /** Of them, with a result in at least one mass subject (массовый предмет). */
  inMassSubjects: number;
  /** Below the lower bound in at least one mass subject. */
  belowInMassSubject: number;
  /** Not below average in every mass subject that they took. */
  averageInMassSubjects: number;
  /** At or above the high border in every subject that they took. */
  highInAll: number;
  /** At or above the high border in at least one. */
  highInAny: number;
}

/** Borders that tell average results, and the mass subjects of each procedure. */
export interface OutcomeBorders {
  averageMark: number;
  averageTestScore: number;
  massSubjects: Readonly<Record<string, readonly string[]>>;
}

/**
 * Counts participants by how they did in all their papers of final attestation, by school, procedure and year. A
 * participant of ВПР is known by a code that means nothing outside its paper: papers of one child cannot be joined.
 */
export async function outcomeFacts(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
  { averageMark, averageTestScore, massSubjects }: OutcomeBorders,
): Promise<OutcomeFacts[]> {
  const judged = judgedResults(
    workspace,
    engine,
    borders.filter(({ procedure }) => FINAL_ATTESTATION.includes(procedure)),
  );
  if (!judged) return [];
  const mass = engine.constants(
    { procedure: 'text', subject: 'text', listed: 'integer' },
    Object.entries(massSubjects).flatMap(([procedure, subjects]) =>
      subjects.map((subject) => [procedure, subject, 1]),
    ),
  );
  const rows = await engine.query(`
    SELECT school, procedure, year, CAST(COUNT(*) AS DOUBLE) AS participants,
      CAST(${times('mass_taken > 0')} AS DOUBLE) AS mass,
      CAST(${times('mass_low > 0')} AS DOUBLE) AS mass_below,
      CAST(${times('mass_taken > 0 AND mass_fair = mass_taken')} AS DOUBLE) AS mass_average,
      CAST(${times('highs = papers')} AS DOUBLE) AS high_all,
      CAST(${times('highs > 0')} AS DOUBLE) AS high_any
    FROM (
      SELECT school, procedure, year, participant, COUNT(*) AS papers, SUM(high) AS highs, SUM(mass) AS mass_taken,
        SUM(mass * below) AS mass_low, SUM(mass * average) AS mass_fair
      FROM (
        SELECT j.school, j.procedure, j.year, j.participant,
          CASE WHEN m.listed IS NULL THEN 0 ELSE 1 END AS mass,
          CASE WHEN j.testScore < j.minimum OR j.testScore IS NULL AND j.judged = 2 THEN 1 ELSE 0 END AS below,
          CASE WHEN j.testScore >= ${averageTestScore} OR j.testScore IS NULL AND j.judged >= ${averageMark} THEN 1 ELSE 0 END AS average,
          CASE WHEN j.testScore >= j.top OR j.testScore IS NULL AND j.judged = 5 THEN 1 ELSE 0 END AS high
        FROM ${judged} j LEFT JOIN ${mass} m ON m.procedure = j.procedure AND m.subject = j.subject
        WHERE j.testScore IS NOT NULL OR j.judged IS NOT NULL
      ) levels
      GROUP BY school, procedure, year, participant
    ) people
    GROUP BY school, procedure, year
    ORDER BY school, procedure, year`);
  return rows.map((row) => ({
    school: String(row.school),
    procedure: String(row.procedure) as Procedure,
    year: Number(row.year),
    participants: Number(row.participants),
    inMassSubjects: Number(row.mass),
    belowInMassSubject: Number(row.mass_below),
    averageInMassSubjects: Number(row.mass_average),
    highInAll: Number(row.high_all),
    highInAny: Number(row.high_any),
  }));
}
