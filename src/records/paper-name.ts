import { olympiadPaperName } from './olympiad.ts';
import { hasGrade, paperTitle } from './paper.ts';
import { PROCEDURES } from './procedure.ts';

/** Name of a paper by its id: `vpr-4-russian` → «ВПР · Русский язык, 4 класс». What is no id stays as it is. */
export function paperName(id: string): string {
  const procedure = PROCEDURES.find((known) => id.startsWith(`${known}-`));
  if (!procedure) return olympiadPaperName(id) ?? id;
  const rest = id.slice(procedure.length + 1);
  const graded = hasGrade(procedure) ? /^(\d+)-(.+)$/.exec(rest) : null;
  return paperTitle(
    graded ? { procedure, grade: Number(graded[1]), subject: graded[2]! } : { procedure, subject: rest },
  );
}
