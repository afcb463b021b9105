import { foldText } from '../../records/fold.ts';
import { findSubject, subjectByCode } from '../../records/subject.ts';
import type { Row } from '../../sheets/sheet.ts';
import { parseDate } from '../date.ts';

/** The line that heads a block of a protocol: `12 - Обществознание 2026.07.03`. */
export interface ExamLine {
  /** Code of the subject in РИС ГИА; absent for foreign languages. */
  code?: number;
  /** Name of the subject as it stands in the line. */
  name: string;
  /** ISO day of the exam, the written one where there are two; absent where the date is impossible. */
  date?: string;
  /** The form of the exam, where the line names it: `РУС_ГВЭ`, `Физика (ОГЭ)`. */
  form?: 'ege' | 'oge' | 'gve';
}

const DATES =
  /(?:(?<![а-яё])([пу])[.а-яё]*\s*:\s*)?(?<!\d)(20\d\d[./-]\d\d[./-]\d\d|\d\d[./-]\d\d[./-]20\d\d)(?!\d)/giu;
const FORMS = { ЕГЭ: 'ege', ОГЭ: 'oge', ГВЭ: 'gve' } as const;

/**
 * Reads an exam line. Only this line has a date: `99 - Энская область` is not one.
 * @returns `undefined` where the text is no exam line
 */
export function parseExamLine(text: string): ExamLine | undefined {
  const dates = [...text.matchAll(DATES)];
  const first = dates[0];
  if (!first) return undefined;
  const written = dates.find((found) => /^п$/iu.test(found[1] ?? '')) ?? first;
  const before = text
    .slice(0, first.index)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  const numbered = /^(\d{1,3})\s*[-–—._]\s*(.+)$/.exec(before);
  const form = /(?:^|[^а-яё])(ЕГЭ|ОГЭ|ГВЭ)(?:-?(?:9|11))?(?![а-яё])/iu.exec(numbered?.[2] ?? before);
  const name = (numbered?.[2] ?? before)
    .replace(/[\s_(-]*(?<![а-яё])(?:ЕГЭ|ОГЭ|ГВЭ)(?:-?(?:9|11))?(?![а-яё])\)?/giu, ' ')
    .replace(/[\s,;:([-]+$/, '')
    .trim();
  if (!name || (!numbered && !findSubject(name))) return undefined;
  const line: ExamLine = { name };
  if (numbered) line.code = Number(numbered[1]);
  const date = parseDate(written[2]!);
  if (date) line.date = date;
  if (form) line.form = FORMS[form[1]!.toUpperCase() as keyof typeof FORMS];
  return line;
}

/** The exam line of a row, in any of its columns, or spread over several. */
export function examLineOf(row: Row): ExamLine | undefined {
  const texts = row.cells.flatMap((cell) => (cell && !cell.master && cell.text.trim() ? [cell.text] : []));
  if (texts.length === 0 || texts.length > 4) return undefined;
  for (const text of texts) {
    const line = parseExamLine(text);
    if (line) return line;
  }
  return texts.length > 1 ? parseExamLine(texts.join(' ')) : undefined;
}

export interface SubjectOfExam {
  /** Subject id; `mathematics` is not yet told apart by form of the exam. */
  subject?: string;
  /** The code means another subject than the name: the name is trusted. */
  disagrees?: boolean;
  /** The name is unknown: the code was taken. */
  byCode?: boolean;
}

/** Subject of an exam line: by its name, by its code only where the name is unknown. */
export function subjectOfExam({ code, name }: ExamLine): SubjectOfExam {
  const named = findSubject(name) ?? findSubject(foldText(name).replace(/\s*\([^)]*\)/g, ''));
  const coded = code === undefined ? undefined : subjectByCode(code);
  if (!named) return coded ? { subject: coded, byCode: /\D/.test(name) } : {};
  if (!coded || coded === named) return { subject: named };
  const plainName = named === 'mathematics' && coded === 'mathematics-base';
  if (plainName) return { subject: coded };
  if (coded === 'mathematics' && named === 'mathematics-profile') return { subject: named };
  return { subject: named, disagrees: true };
}
