import type { Procedure } from '../../records/procedure.ts';

/** What the line of the cycle says: «ВПР 2026 Русский язык 4 класс». */
export interface Cycle {
  procedure: Procedure;
  year?: number;
  /** Subject, where the line names it. */
  subjectText?: string;
  /** Grade named first: the one in which the work was written. */
  grade?: number;
  /** «(по программе 4 класса)», «(по образцу 7 класса)», «(по программе предыдущего года)». */
  programmeGrade?: number;
}

/**
 * Reads the line that names procedure and cycle: `ВПР 2026 Русский язык 4 класс`, `ВПР 2021. 4 класс`,
 * `ВПР. Весна 2019. Математика. 4 класс`, `ВПР 2020 Биология 6 класс (по программе 5 класса)`.
 * @returns `undefined` where the text is no such line
 */
export function parseCycle(text: string): Cycle | undefined {
  const line = text.replace(/[\s\u00a0]+/g, ' ').trim();
  const named = /^(впр|нико)(?![а-яё])/iu.exec(line)?.[1]?.toLowerCase();
  if (!named) return undefined;
  const cycle: Cycle = { procedure: named === 'нико' ? 'niko' : 'vpr' };
  const year = /(?<!\d)20\d\d(?!\d)/.exec(line);
  if (year) cycle.year = Number(year[0]);
  const [plain = '', note = ''] = splitNote(line);
  const grade = /(?<!\d)(\d{1,2})(?:-?й)? ?(?:класс|кл)(?![а-яё]*ов)/iu.exec(plain);
  const first = grade ? gradeNumber(grade[1]) : undefined;
  if (first !== undefined) cycle.grade = first;
  const programme = gradeNumber(/по (?:программе|образцу) (?:за )?(\d{1,2})/iu.exec(note)?.[1]);
  if (programme !== undefined) cycle.programmeGrade = programme;
  else if (first !== undefined && /предыдущего (?:года|класса)/iu.test(note))
    cycle.programmeGrade = first - 1;
  const subject = plain
    .slice(year && year.index < plain.length ? year.index + 4 : named.length, grade?.index)
    .replace(/^[\s.,:;–—-]+|[\s.,:;–—-]+$/g, '')
    .replace(/^(?:весна|осень)[\s.,]*/iu, '');
  if (subject) cycle.subjectText = subject;
  return cycle;
}

/** Splits the note «(по программе …)» off; brackets of a subject, «(английский)», stay with it. */
function splitNote(line: string): [string, string] {
  const at = line.search(/\(?по (?:программе|образцу)/iu);
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at)];
}

function gradeNumber(text: string | undefined): number | undefined {
  const grade = Number(text);
  return grade >= 1 && grade <= 11 ? grade : undefined;
}
