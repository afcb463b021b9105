import type { MedalCandidateRecord } from '../records/schemas.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Engine } from './engines/engine.ts';
import { examResults, NO_EXAMS } from './exam-results.ts';
import { liveRecords } from './live-records.ts';
import { type ExamMatch, groupRows, KEY_COLUMNS, matchPeople, seekerOf } from './person-matches.ts';

/** A medal candidate (претендент на медаль) with ЕГЭ of the same school and year. */
export interface MatchedCandidate extends ExamMatch {
  school: string;
  year: number;
  status: MedalCandidateRecord['status'];
  degree: number | null;
}

/** Medal candidates of a year, whatever came of them, each with their ЕГЭ where exactly one person fits. */
export async function matchCandidates(
  workspace: Workspace,
  engine: Engine,
  year: number,
): Promise<MatchedCandidate[]> {
  const live = liveRecords(
    workspace,
    engine,
    { kind: 'medal-candidates', years: [year] },
    { ...KEY_COLUMNS, degree: 'integer', status: 'text' },
    "''",
  );
  if (!live) return [];
  const rows = await engine.query(
    `SELECT school, participant, person, document, degree, status FROM ${live} c ORDER BY school, participant, status`,
  );
  const exams = await examResults(workspace, engine, live, [year]);
  return groupRows(rows, (row) => String(row.school)).flatMap((group) => {
    const school = String(group[0]!.school);
    const seekers = group.map((row) => seekerOf(row, [year, year]));
    return matchPeople(seekers, exams.get(school) ?? NO_EXAMS, year).map(
      ({ answer }, index): MatchedCandidate => {
        const { status, degree } = group[index]!;
        return {
          school,
          year,
          status: status as MatchedCandidate['status'],
          degree: degree === null ? null : Number(degree),
          ...answer,
        };
      },
    );
  });
}
