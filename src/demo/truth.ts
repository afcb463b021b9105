import type { Procedure } from '../records/procedure.ts';
import type { Exam } from './exams.ts';
import { type Participation, participations } from './sittings.ts';

/** What is true of a school, a paper and a year, counted straight from the invented participants. */
export interface DemoTruth {
  school: string;
  procedure: Procedure;
  subject: string;
  /** Programme's grade; ВПР only. */
  grade?: number;
  year: number;
  participants: number;
  /** Participants by mark; absent for ЕГЭ on the 100-point scale. */
  marks?: { 2: number; 3: number; 4: number; 5: number };
  /** With mark «2»; for ЕГЭ below the minimum (24 in Russian, 27 in profile maths). */
  below: number;
  /** With mark «5»; for ЕГЭ with 81 test points and more. */
  top: number;
}

const MINIMUM: Record<string, number> = { russian: 24, 'mathematics-profile': 27 };

/** The truth of one exam, a row for each school with participants. */
export function truthOf({ paper, year }: Exam): DemoTruth[] {
  const bySchool = new Map<string, Participation[]>();
  for (const one of participations(paper, year)) {
    bySchool.set(one.school.code, [...(bySchool.get(one.school.code) ?? []), one]);
  }
  return [...bySchool].map(([school, group]) => ({
    school,
    procedure: paper.procedure,
    subject: paper.subject,
    ...(paper.procedure === 'vpr' && { grade: paper.grade }),
    year,
    participants: group.length,
    ...(paper.testScale ? byTestScore(group, MINIMUM[paper.subject]!) : byMark(group)),
  }));
}

function byTestScore(group: readonly Participation[], minimum: number): { below: number; top: number } {
  const tests = group.map(({ score }) => score.test!);
  return {
    below: tests.filter((test) => test < minimum).length,
    top: tests.filter((test) => test >= 81).length,
  };
}

function byMark(group: readonly Participation[]): Pick<DemoTruth, 'marks' | 'below' | 'top'> {
  const marks = countMarks(group);
  return { marks, below: marks[2], top: marks[5] };
}

/** Participants by mark. */
function countMarks(group: readonly Participation[]): { 2: number; 3: number; 4: number; 5: number } {
  const withMark = (mark: number): number => group.filter(({ score }) => score.mark === mark).length;
  return { 2: withMark(2), 3: withMark(3), 4: withMark(4), 5: withMark(5) };
}
