import type { OlympiadStage } from '../records/olympiad.ts';
import type { OlympiadResultRecord } from '../records/schemas.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Engine, SqlRow } from './engines/engine.ts';
import { bestOf, type ExamPool, examResults, NO_EXAMS } from './exam-results.ts';
import { liveRecords } from './live-records.ts';
import { type ExamMatch, groupRows, KEY_COLUMNS, matchPeople, seekerOf } from './person-matches.ts';
import type { Seeker } from './settle-matches.ts';

/** The grade that takes ЕГЭ. */
const LAST_GRADE = 11;

/** A winner or prize-winner of an olympiad with ЕГЭ of the same school, in the years that the diploma is valid. */
export interface MatchedHolder extends ExamMatch {
  olympiad: string;
  stage: OlympiadStage;
  subject: string;
  school: string;
  /** Year of the olympiad; of several diplomas of one person the last. */
  year: number;
  status: OlympiadResultRecord['status'];
}

/**
 * Winners and prize-winners whose diploma is valid in a year, each with the best ЕГЭ since the olympiad. Who is told
 * by anything weaker than a document is looked for in the year in which the grade finishes school. Several diplomas
 * of one person in the same olympiad, stage and subject count once.
 * @param validYears how many years after its own a diploma is valid
 */
export async function matchHolders(
  workspace: Workspace,
  engine: Engine,
  year: number,
  validYears: number,
): Promise<MatchedHolder[]> {
  const years = Array.from({ length: validYears + 1 }, (_, index) => year - validYears + index);
  const live = liveRecords(
    workspace,
    engine,
    { kind: 'olympiad-results', years },
    {
      ...KEY_COLUMNS,
      olympiad: 'text',
      stage: 'text',
      subject: 'text',
      grade: 'integer',
      gradeOwn: 'integer',
      status: 'text',
    },
    "''",
  );
  if (!live) return [];
  const holders = `(SELECT * FROM ${live} o WHERE status IN ('winner', 'prize-winner'))`;
  const rows = await engine.query(
    `SELECT olympiad, stage, subject, school, year, participant, person, document, grade, gradeOwn, status ` +
      `FROM ${holders} h ORDER BY olympiad, stage, subject, school, year, participant, status DESC, grade`,
  );
  const exams = await examResults(workspace, engine, holders, years);
  return groupRows(rows, (row) => `${row.olympiad} ${row.stage} ${row.subject} ${row.school}`).flatMap(
    (diplomas) => {
      const pool = exams.get(String(diplomas[0]!.school)) ?? NO_EXAMS;
      const people = new Map<string, MatchedHolder>();
      const known = new Map<string, string>();
      for (const [seeker, row, { id, answer }] of matchYears(diplomas, pool, year)) {
        const names = [seeker.participant!, ...(id ? [id] : [])];
        const who = names.map((name) => known.get(name)).find((name) => name !== undefined) ?? names[0]!;
        for (const name of names) known.set(name, who);
        people.set(who, { ...holderOf(row), ...better(people.get(who), answer) });
      }
      return [...people.values()];
    },
  );
}

type Matched = ReturnType<typeof matchPeople>[number];

/** Matches the diplomas of one olympiad, stage, subject and school, the people of each year among themselves. */
function matchYears(diplomas: readonly SqlRow[], pool: ExamPool, until: number): [Seeker, SqlRow, Matched][] {
  return groupRows(diplomas, (row) => String(row.year)).flatMap((group) => {
    const since = Number(group[0]!.year);
    // A person may hold diplomas for the tasks of two grades.
    const people = groupRows(group, (row) => String(row.participant)).map((own) => own[0]!);
    const seekers = people.map((row) => seekerOf(row, expectedYears(row, since, until)));
    const matched = matchPeople(seekers, pool, since);
    return seekers.map((seeker, index): [Seeker, SqlRow, Matched] => [
      seeker,
      people[index]!,
      matched[index]!,
    ]);
  });
}

/** Years in which a holder's ЕГЭ is expected: that of the last grade, where the own grade is known. */
function expectedYears({ grade, gradeOwn }: SqlRow, since: number, until: number): [number, number] {
  const finishes = since + Math.max(0, LAST_GRADE - Number(gradeOwn ?? grade ?? LAST_GRADE));
  // The grade of participation may be above the own one: school is finished then or later.
  return [finishes, gradeOwn === null ? until : finishes];
}

function holderOf({ olympiad, stage, subject, school, year, status }: SqlRow) {
  return {
    olympiad: String(olympiad),
    stage: stage as OlympiadStage,
    subject: String(subject),
    school: String(school),
    year: Number(year),
    status: status as MatchedHolder['status'],
  };
}

/** What is known of one person from two diplomas. */
function better(before: ExamMatch | undefined, answer: ExamMatch): ExamMatch {
  if (before?.match !== 'matched') return answer;
  return answer.match === 'matched' ? { match: 'matched', ...bestOf([before, answer]) } : before;
}
