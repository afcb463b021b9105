import { type OlympiadPaper, VSOSH } from '../../records/olympiad.ts';
import { findSubject, subjectTitle } from '../../records/subject.ts';
import { academicYear, parseYear } from '../../records/year.ts';
import type { Place, Reading } from '../layout.ts';
import { shown } from '../shown.ts';
import { type Heading, stageNamed, subjectIn } from './heading.ts';
import { olympiadIn, olympiadNamed } from './olympiad-id.ts';

/** Olympiad, stage, subject and year of a row. */
export interface SettledOlympiad extends OlympiadPaper {
  year: number;
}

/** Texts of the columns that name the olympiad in each row, where a table has them. */
export interface ToldInRow {
  olympiad: string;
  stage: string;
  subject: string;
  year: string;
}

/**
 * Settles what the rows of a sheet belong to: columns first, then the lines above the table, the name of the
 * sheet, the options and the name of the file. What is missing is reported once.
 */
export function olympiadSettler(
  reading: Reading,
): (told: ToldInRow, heading: Heading, place: Place) => SettledOlympiad | undefined {
  const { given, fileName, sheetName } = reading;
  const named = namesOf(fileName, sheetName);
  const known = new Map<string, SettledOlympiad | undefined>();
  const reported = new Set<string>();
  const once = (report: Reading['error'], code: string, message: string, place: Place) => {
    const key = code.startsWith('missing') || code === 'given-differs' ? code : `${code}|${place.row}`;
    if (!reported.has(key)) report(code, message, place);
    reported.add(key);
  };

  const settle = (told: ToldInRow, heading: Heading, place: Place): SettledOlympiad | undefined => {
    const refuse = (code: string, message: string, text = '') =>
      once(reading.error, code, message, { ...place, ...(text ? shown(text) : {}) });

    const written = told.subject ? findSubject(told.subject) : (heading.subject ?? named.subject);
    const subject = written ?? (told.subject ? undefined : given.subject && findSubject(given.subject));
    if (!subject) {
      const text = told.subject || given.subject;
      if (text) {
        refuse(
          'unknown-subject',
          'Предмет олимпиады не известен. Исправьте его название («Физика», «Право») или параметр --subject.',
          text,
        );
      } else {
        refuse(
          'missing-subject',
          'Не сказано, по какому предмету олимпиада. Добавьте в команду --subject physics или впишите предмет в заголовок.',
        );
      }
    }

    const stage = told.stage ? stageNamed(told.stage) : (heading.stage ?? named.stage);
    if (!stage) {
      refuse(
        told.stage ? 'unknown-stage' : 'missing-stage',
        told.stage
          ? 'Этап не известен. Впишите: школьный, муниципальный, региональный или заключительный.'
          : 'Не сказано, какой это этап олимпиады. Впишите его в имя файла, например «Физика муниципальный этап 2021.xlsx» (школьный, муниципальный, региональный, заключительный).',
      );
    }

    const fromFile = told.year ? parseYear(told.year) : heading.year;
    const year = fromFile ?? (told.year ? undefined : given.year);
    if (year === undefined) {
      if (told.year) {
        refuse('year-unknown', 'Год не понятен: нужен 2021 или 2020/21. Исправьте ячейку.', told.year);
      } else {
        refuse(
          'missing-year',
          'Не сказано, за какой год олимпиада. Добавьте в команду --year 2020/21 (учебный год).',
        );
      }
    }
    if (!subject || !stage || year === undefined) return undefined;

    const differences = [
      ...(given.year !== undefined && year !== given.year ? [`${academicYear(year)} учебный год`] : []),
      ...(given.subject && findSubject(given.subject) !== subject
        ? [`предмет «${subjectTitle(subject)}»`]
        : []),
    ];
    if (differences.length > 0 && !told.subject && !told.year) {
      once(
        reading.warn,
        'given-differs',
        `В файле ${differences.join(' и ')}: в параметрах или имени файла сказано другое, взято из файла. Проверьте, тот ли это файл.`,
        place,
      );
    }
    const olympiad = told.olympiad ? olympiadNamed(told.olympiad) : (heading.olympiad ?? named.olympiad);
    return { olympiad: olympiad ?? VSOSH, stage, subject, year };
  };

  return (told, heading, place) => {
    const key = JSON.stringify([told, heading.olympiad, heading.stage, heading.subject, heading.year]);
    if (!known.has(key)) known.set(key, settle(told, heading, place));
    return known.get(key);
  };
}

/** What the names of the sheet, the file and its folders say, the nearest first. */
function namesOf(fileName: string, sheetName: string): Heading {
  const names = [sheetName, ...fileName.split(/[\\/]/).reverse()];
  const stage = names.map(stageNamed).find((found) => found !== undefined);
  const olympiad = names.map(olympiadIn).find((found) => found !== undefined);
  const subject = findSubject(sheetName) ?? subjectIn(sheetName);
  return { ...(stage ? { stage } : {}), ...(olympiad ? { olympiad } : {}), ...(subject ? { subject } : {}) };
}
