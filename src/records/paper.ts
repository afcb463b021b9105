import { foundOrMade } from './found-or-made.ts';
import type { Procedure } from './procedure.ts';
import { PROCEDURE_TITLES, PROCEDURES } from './procedure.ts';
import { subjectTitle } from './subject.ts';

/** A paper (работа): one procedure in one subject, and in one grade where the procedure has grades. */
export interface Paper {
  procedure: Procedure;
  subject: string;
  /** The programme's grade (класс, программа которого проверяется); absent where the procedure has none. */
  grade?: number | undefined;
}

/** Ids by procedure, subject and grade (0 where there is none): put together once, not for every participant. */
const ids = new Map<Procedure, Map<string, string[]>>();

/** Stable id of a paper: `vpr-4-russian`, `oge-mathematics`, `ege-mathematics-profile`. */
export function paperId({ procedure, subject, grade }: Paper): string {
  const inGrade = (hasGrade(procedure) && grade) || 0;
  const bySubject = foundOrMade(ids, procedure, () => new Map<string, string[]>());
  const byGrade = foundOrMade(bySubject, subject, () => []);
  byGrade[inGrade] ??= inGrade ? `${procedure}-${inGrade}-${subject}` : `${procedure}-${subject}`;
  return byGrade[inGrade];
}

/**
 * The paper of an id that `paperId` made.
 * @throws Error where the id names no paper
 */
export function parsePaperId(id: string): Paper {
  const procedure = PROCEDURES.find((name) => id.startsWith(`${name}-`));
  const [, grade, subject] =
    /^(?:(\d{1,2})-)?([a-z-]+)$/.exec(procedure ? id.slice(procedure.length + 1) : '') ?? [];
  if (!procedure || !subject) throw new Error(`invalid paper: ${id}`);
  return { procedure, subject, ...(grade ? { grade: Number(grade) } : {}) };
}

/** Name of a paper for people: «ВПР · Русский язык, 4 класс». */
export function paperTitle(paper: Paper): string {
  const grade = hasGrade(paper.procedure) && paper.grade ? `, ${paper.grade} класс` : '';
  return `${PROCEDURE_TITLES[paper.procedure]} · ${subjectTitle(paper.subject)}${grade}`;
}

/** Procedures of final attestation (государственная итоговая аттестация). */
export const FINAL_ATTESTATION: readonly Procedure[] = ['oge', 'ege', 'gve9', 'gve11'];

/** Final attestation has one grade by its nature; the other procedures are told apart by grade. */
export function hasGrade(procedure: Procedure): boolean {
  return !FINAL_ATTESTATION.includes(procedure);
}
