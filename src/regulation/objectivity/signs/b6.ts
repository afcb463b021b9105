import type { Parameters } from '../../parameters/parameters.ts';
import { type Finding, notAssessable, shown } from '../finding.ts';
import type { PaperYear } from '../paper-year.ts';

/** Exams that speak of a subject of ВПР; the base level of mathematics is not measured on a scale of points. */
const EXAM_SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  mathematics: ['mathematics', 'mathematics-profile'],
};

/**
 * B6, no corroboration (нет подтверждения на ОГЭ и ЕГЭ): z of the paper ≥ +1 while the mean z of the school's
 * ОГЭ and ЕГЭ in the subject over the window is ≤ 0. Value: z of the paper − mean z of the exams. It has no test of
 * its own, hence no p.
 * @param exams ОГЭ and ЕГЭ of the years of the window
 */
export function b6(
  { sittings, standings, paper }: PaperYear,
  exams: readonly PaperYear[],
  parameters: Parameters,
): Finding[] {
  const high = parameters.number('objectivity.corroboration-vpr');
  const low = parameters.number('objectivity.corroboration-exam');
  if (paper.procedure !== 'vpr') return sittings.map(() => notAssessable('признак касается только ВПР'));
  const subjects = EXAM_SUBJECTS[paper.subject] ?? [paper.subject];
  const fitting = exams.filter((exam) => subjects.includes(exam.paper.subject));
  return sittings.map(({ school }, index): Finding => {
    const standing = standings[index];
    if (!standing) return notAssessable('нет данных региона и достаточного числа других школ для сравнения');
    const held = fitting.flatMap((exam) => {
      const at = exam.sittings.findIndex((sitting) => sitting.school === school);
      const found = exam.standings[at];
      return found ? [found.z] : [];
    });
    if (held.length === 0) return notAssessable('нет результатов ОГЭ и ЕГЭ этой школы по предмету');
    const exam = held.reduce((sum, z) => sum + z, 0) / held.length;
    return {
      lacking: null,
      p: null,
      value: standing.z - exam,
      reason: `z ВПР = ${shown(standing.z)}, среднее z ОГЭ и ЕГЭ = ${shown(exam)}`,
      stands: () => standing.z >= high && exam <= low,
      evidence: null,
    };
  });
}
