import { findSubject } from '../../records/subject.ts';
import type { Place, Reading } from '../layout.ts';

/** What the cells of a sheet say of the paper; options and the file's name stand in where they are silent. */
export interface ToldPaper {
  year?: number | undefined;
  /** Subject as it is written in the sheet. */
  subjectText?: string | undefined;
  grade?: number | undefined;
}

/** A paper that is known. `grade` is absent only where the layout said that codes will tell it. */
export interface SettledPaper {
  year: number;
  subject: string;
  grade?: number;
}

const ORIGINAL_NAME =
  'верните файлу исходное имя вида «Проведение работы по математике, 4 класс. ВПР 2021.xlsx»';

/**
 * Settles year, subject and grade: cells first, then options and the name of the file. What is missing or
 * unknown is reported, each once, at `place`.
 * @returns `undefined` where anything is missing
 */
export function settlePaper(
  reading: Reading,
  told: ToldPaper,
  place: Place,
  grade: 'needed' | 'codes-may-tell' = 'needed',
): SettledPaper | undefined {
  const { given } = reading;
  const year = told.year ?? given.year;
  const subject = settleSubject(reading, told, place);
  const settledGrade = told.grade ?? given.grade;
  warnOfDifference(reading, told, subject, place);

  if (year === undefined) {
    reading.error(
      'missing-year',
      `Не сказано, за какой год работа. Добавьте в команду --year 2021 (год цикла) или ${ORIGINAL_NAME}.`,
      place,
    );
  }
  if (settledGrade === undefined && grade === 'needed') {
    reading.error(
      'missing-grade',
      `Не сказано, за какой класс работа. Добавьте в команду --grade 4 (класс программы) или ${ORIGINAL_NAME}.`,
      place,
    );
  }
  if (year === undefined || subject === undefined) return undefined;
  if (settledGrade !== undefined) return { year, subject, grade: settledGrade };
  return grade === 'codes-may-tell' ? { year, subject } : undefined;
}

function settleSubject(reading: Reading, told: ToldPaper, place: Place): string | undefined {
  const text = told.subjectText ?? reading.given.subject;
  if (text === undefined) {
    reading.error(
      'missing-subject',
      `Не сказано, по какому предмету работа. Добавьте в команду --subject mathematics или ${ORIGINAL_NAME}.`,
      place,
    );
    return undefined;
  }
  const subject = findSubject(text);
  if (subject === undefined) {
    reading.error(
      'unknown-subject',
      `Предмет «${text}» неизвестен. Исправьте название предмета в файле или в параметре --subject.`,
      { ...place, value: text },
    );
  }
  return subject;
}

function warnOfDifference(
  reading: Reading,
  told: ToldPaper,
  subject: string | undefined,
  place: Place,
): void {
  const { given } = reading;
  const differences: string[] = [];
  if (told.year !== undefined && given.year !== undefined && told.year !== given.year) {
    differences.push(`год ${told.year}, а не ${given.year}`);
  }
  if (told.grade !== undefined && given.grade !== undefined && told.grade !== given.grade) {
    differences.push(`класс ${told.grade}, а не ${given.grade}`);
  }
  if (told.subjectText !== undefined && subject && given.subject) {
    const expected = findSubject(given.subject);
    if (expected !== undefined && expected !== subject) differences.push(`предмет «${told.subjectText}»`);
  }
  if (differences.length === 0) return;
  reading.warn(
    'given-differs',
    `В файле ${differences.join(', ')}, как сказано в параметрах или имени файла: взято из файла. Проверьте, тот ли это файл.`,
    place,
  );
}
