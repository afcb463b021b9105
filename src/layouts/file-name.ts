import { PROCEDURES, type Procedure } from '../records/procedure.ts';
import { findSubject } from '../records/subject.ts';
import { parseYear } from '../records/year.ts';
import type { Given } from './layout.ts';

/**
 * What the name of a file says of its content: «Проведение работы по математике, 4 класс. ВПР 2021.xlsx»,
 * `vpr2021_ma4.xlsx`, `2020/4/Математика.xlsx`. Everything found is a hint: options and cells come first.
 * @param path path with its folders, either separator
 */
export function hintsFromName(path: string): Given {
  const parts = path.split(/[\\/]/);
  const name = (parts.pop() ?? '').replace(/\.[a-z0-9]+$/i, '').normalize('NFC');
  const folders = parts.slice(-3);
  const given: Given = {};
  const year = yearIn(name) ?? folders.map(folderYear).findLast((found) => found !== undefined);
  if (year !== undefined) given.year = year;
  const grade = gradeIn(name) ?? folders.map(folderGrade).findLast((found) => found !== undefined);
  if (grade !== undefined) given.grade = grade;
  const subject = subjectIn(name);
  if (subject !== undefined) given.subject = subject;
  const procedure = procedureIn(name) ?? folders.map(procedureIn).findLast((found) => found !== undefined);
  if (procedure !== undefined) given.procedure = procedure;
  return given;
}

function yearIn(text: string): number | undefined {
  const academic = /(?<!\d)20\d\d[ _]?[–_-][ _]?20\d\d(?!\d)/.exec(text)?.[0];
  const ends = academic && parseYear(academic.replaceAll('_', '-'));
  if (ends) return ends;
  const found = /(?<!\d)(20[0-3]\d)(?!\d)/.exec(text)?.[1];
  return found ? Number(found) : undefined;
}

/** A folder says a year only where the year is its name: «2020», «ВПР 2020», «2019-2020 учебный год». */
function folderYear(text: string): number | undefined {
  const name = text
    .trim()
    .replace(/^(?:впр|vpr|огэ|oge|егэ|ege|гиа)[\s_-]*/i, '')
    .replace(/\s*(?:уч[а-яё.]*)?\s*год$/i, '');
  return parseYear(name);
}

function gradeIn(text: string): number | undefined {
  const sample = /по\s+(?:образцу|программе)\s+(\d{1,2})\s*(?:-?го)?\s*класса/i.exec(text)?.[1];
  const found =
    sample ??
    /(?<!\d)(\d{1,2})\s*(?:-?й)?\s*[_ ]?(?:класс|кл)(?![а-яё]*ы)/i.exec(text)?.[1] ??
    /(?:^|[_ ,.-])[a-zа-яё]{2,4}[ _]?(\d{1,2})(?=$|[_ .-])/iu.exec(
      text.replace(/(впр|vpr|егэ|огэ|ege|oge)[ _-]?\d{4}/gi, ''),
    )?.[1] ??
    /(?:^|_)(\d{1,2})_/.exec(text)?.[1];
  const grade = Number(found);
  return grade >= 1 && grade <= 12 ? grade : undefined;
}

function folderGrade(text: string): number | undefined {
  const grade = Number(/^(\d{1,2})(?:\s*класс)?$/i.exec(text)?.[1]);
  return grade >= 1 && grade <= 11 ? grade : undefined;
}

function subjectIn(name: string): string | undefined {
  const dative = /по\s+([а-яё ]+?)(?=\s*(?:[,.(_]|\d|$))/iu.exec(name)?.[1];
  if (dative) {
    const found = findSubject(dative);
    if (found) return found;
  }
  const words = name.split(/[_,.()\d-]+/).map((word) => word.trim());
  for (const word of words) {
    const found = word ? findSubject(word) : undefined;
    if (found && word.length > 2) return found;
  }
  const tokens = words
    .flatMap((word) => word.split(/\s+/))
    .filter((token) => !/^(впр|vpr|егэ|огэ)$/i.test(token));
  for (let size = 3; size > 0; size--) {
    for (let start = 0; start + size <= tokens.length; start++) {
      const found = findSubject(tokens.slice(start, start + size).join(' '));
      if (found) return found;
    }
  }
  return undefined;
}

function procedureIn(text: string): Given['procedure'] {
  const words = text.toLowerCase().split(/[^a-zа-яё0-9]+|(?<=[a-zа-яё])(?=\d)/u);
  const names = new Map<string, Procedure>([
    ['впр', 'vpr'],
    ['егэ', 'ege'],
    ['огэ', 'oge'],
    ['нико', 'niko'],
  ]);
  for (const word of words) {
    const found = names.get(word) ?? PROCEDURES.find((procedure) => procedure === word);
    if (found) return found;
  }
  return undefined;
}
