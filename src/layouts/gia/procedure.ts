import { foldText } from '../../records/fold.ts';
import type { Procedure } from '../../records/procedure.ts';

export type GiaProcedure = 'ege' | 'oge' | 'gve9' | 'gve11';

/** What a protocol says of the procedure outside its columns. */
export interface ProtocolTitle {
  form?: 'ege' | 'oge' | 'gve';
  /** Level of schooling that the exam ends: grade 9 or 11. */
  level?: 9 | 11;
}

export interface ProcedureFacts {
  given?: Procedure | undefined;
  title?: ProtocolTitle | undefined;
  /** Code of the exam line; 51 and above are ГВЭ. */
  code?: number | undefined;
  form?: 'ege' | 'oge' | 'gve' | undefined;
  subject: string;
  /** Which result columns the header has. */
  hasScore: boolean;
  hasMark: boolean;
  /** Grade of the participant's class, where it is known. */
  grade?: number | undefined;
}

/** Reads form and level from the words of a title. */
export function readTitle(text: string): ProtocolTitle {
  const folded = foldText(text);
  const title: ProtocolTitle = {};
  if (/(^|[^а-я])(гвэ|государственн\S* выпускн\S* экзамен)/.test(folded)) title.form = 'gve';
  else if (/(^|[^а-я])(егэ|един\S* государственн\S* экзамен)/.test(folded)) title.form = 'ege';
  else if (/(^|[^а-я])(огэ|основн\S* государственн\S* экзамен)/.test(folded)) title.form = 'oge';
  if (/гвэ-?9|основного общего образования/.test(folded)) title.level = 9;
  else if (/гвэ-?11|среднего (полного )?общего образования/.test(folded)) title.level = 11;
  return title;
}

/**
 * Tells the procedure of an exam: what was given wins, then the words of the title, then what the header and
 * the class give away. ГВЭ codes stand above all, because such a work is neither ЕГЭ nor ОГЭ.
 * @returns `undefined` where it cannot be told without guessing
 */
export function procedureOf(facts: ProcedureFacts): GiaProcedure | undefined {
  const { given, title, grade } = facts;
  const gradeLevel = grade === undefined ? undefined : grade <= 9 ? 9 : 11;
  if ((facts.code !== undefined && facts.code > 50) || [facts.form, title?.form].includes('gve')) {
    const level = levelOf(given) ?? title?.level ?? gradeLevel;
    return level === undefined ? undefined : level === 9 ? 'gve9' : 'gve11';
  }
  if (given === 'ege' || given === 'oge' || given === 'gve9' || given === 'gve11') return given;
  const form = facts.form ?? title?.form;
  if (form === 'ege' || form === 'oge') return form;
  if (title?.level) return title.level === 9 ? 'oge' : 'ege';
  if (facts.subject === 'mathematics-base') return 'ege';
  if (facts.hasScore && (!facts.hasMark || gradeLevel === 11)) return gradeLevel === 9 ? undefined : 'ege';
  if (!facts.hasMark || gradeLevel === undefined) return undefined;
  return gradeLevel === 9 ? 'oge' : 'gve11';
}

function levelOf(procedure: Procedure | undefined): 9 | 11 | undefined {
  if (procedure === 'oge' || procedure === 'gve9') return 9;
  return procedure === 'ege' || procedure === 'gve11' ? 11 : undefined;
}

/**
 * Subject of the paper: ЕГЭ in mathematics is the profile one, unless it gives a mark alone, which only the
 * base one does.
 */
export function subjectOfPaper(
  procedure: GiaProcedure,
  subject: string,
  columns: { hasScore: boolean; hasMark: boolean },
): string {
  if (procedure !== 'ege' || subject !== 'mathematics') return subject;
  return columns.hasMark && !columns.hasScore ? 'mathematics-base' : 'mathematics-profile';
}

/** Says that the result is a test score of 0…100; otherwise it is a mark of 2…5. */
export function hasTestScore(procedure: GiaProcedure, subject: string): boolean {
  return procedure === 'ege' && subject !== 'mathematics-base';
}
