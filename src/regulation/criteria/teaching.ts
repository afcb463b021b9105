import type { Paper } from '../../records/paper.ts';
import { academicYear } from '../../records/year.ts';
import { type Question, yearsBefore } from './criterion.ts';

/** The grade whose pupils sit a paper (for ВПР: whose programme it is about). */
function gradeOf({ procedure, grade }: Paper): number {
  if (procedure === 'oge' || procedure === 'gve9') return 9;
  return grade ?? 11;
}

/**
 * Why a school cannot have participants in a paper: it does not teach the grade by the roster, or, for the exams
 * of grade 11, it had no senior pupils in any year for which their number is known.
 * @returns a Russian reason, or `undefined` where nothing is known against it
 */
export function notTaught(paper: Paper, question: Question): string | undefined {
  const grade = gradeOf(paper);
  if (question.evidence.grades) return noSuchGrade(grade, question);
  return grade === 11 ? noSeniorPupils(question) : undefined;
}

/** Why a grade is not taught, where the roster names the grades of the school and this one is not among them. */
export function noSuchGrade(grade: number, { evidence: { grades } }: Question): string | undefined {
  return grades && (grade < grades[0] || grade > grades[1]) ? `в школе нет ${grade} класса` : undefined;
}

function noSeniorPupils({ year, evidence, parameters }: Question): string | undefined {
  const years = [...yearsBefore(year, parameters.number('low.window-years')), year];
  const known = years.filter((one) => evidence.value('senior-pupils', one) !== undefined);
  if (known.length === 0 || known.some((one) => evidence.value('senior-pupils', one)! > 0)) return undefined;
  return `в школе нет старших классов (обучающихся по ООП СОО 0: ${known.map(academicYear).join(', ')})`;
}
