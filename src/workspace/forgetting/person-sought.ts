import { PERSON_HEADERS, type PersonField, readPerson } from '../../layouts/person-columns.ts';
import { foldText } from '../../records/fold.ts';

/** What is told of a participant who is to be forgotten. It lives as long as the command, and is written nowhere. */
export interface PersonSought {
  /** Folded full name; empty where it is not told. */
  name: string;
  birth: string;
  snils: string;
  document: string;
  /** Codes of the schools in which the name alone may be looked for. */
  schools: readonly string[];
  /** Years in which it may; all of them for none. */
  years: readonly number[];
}

/** What is asked, in this order: the name of a line, and the words for a person. */
export const QUESTIONS = [
  ['фио', 'Фамилия, имя, отчество'],
  ['дата рождения', 'Дата рождения (дд.мм.гггг)'],
  ['документ', 'Серия и номер документа'],
  ['снилс', 'СНИЛС'],
  ['школа', 'Код школы (несколько — через запятую)'],
  ['год', 'Год результатов (несколько — через запятую)'],
] as const;

/**
 * Reads lines «Поле: значение».
 * @returns the person, or the number of the first line that is not understood: never its text
 */
export function parsePerson(text: string): PersonSought | { unknownLine: number } {
  const told = new Map<PersonField | 'schools' | 'years', string>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const field = colon < 0 ? undefined : fieldOf(foldText(line.slice(0, colon)));
    if (!field) return { unknownLine: index + 1 };
    told.set(field, line.slice(colon + 1).trim());
  }
  const { name, birth, snils, document } = readPerson((field) => told.get(field) ?? '');
  const words = (list: string | undefined) => (list ?? '').split(/[,;\s]+/).filter((word) => word !== '');
  return {
    ...{ name, birth, snils, document },
    schools: words(told.get('schools')),
    years: words(told.get('years')).map(Number),
  };
}

function fieldOf(name: string): PersonField | 'schools' | 'years' | undefined {
  if (/^(код )?(школ[аы]|оо)$/.test(name)) return 'schools';
  if (/^год(ы|а)?$/.test(name)) return 'years';
  return (Object.keys(PERSON_HEADERS) as PersonField[]).find((field) =>
    PERSON_HEADERS[field].some((header) =>
      typeof header === 'string' ? header === name : header.test(name),
    ),
  );
}
