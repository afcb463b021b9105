import type { Procedure } from '../../records/procedure.ts';
import { findSubject } from '../../records/subject.ts';
import type { Place, Reading } from '../layout.ts';
import { settlePaper, type ToldPaper } from '../vpr/settle-paper.ts';
import type { Preamble } from './preamble.ts';

/** The paper of a whole report. */
export interface ReportPaper {
  procedure: Procedure;
  year: number;
  subject: string;
  grade: number;
  gradeWritten?: number;
  date?: string;
  maximum?: number;
}

/** Short subject and grade that begin the name of a sheet: `РУ 4 Статистика по отметкам`. */
function toldBySheet(sheetName: string): ToldPaper {
  const found = /^([А-ЯЁ]{2,3}) (\d{1,2})(?: |$)/u.exec(sheetName);
  const grade = Number(found?.[2]);
  if (!found || !findSubject(found[1]!) || grade < 1 || grade > 11) return {};
  return { subjectText: found[1]!, grade };
}

/**
 * The paper of a report: from the preamble, then the name of the sheet, then options and the file's name.
 * @returns `undefined` where something is missing or unknown (reported at `place`)
 */
export function reportPaper(reading: Reading, preamble: Preamble, place: Place): ReportPaper | undefined {
  const { cycle } = preamble;
  const sheet = toldBySheet(reading.sheetName);
  const written = cycle?.grade;
  const programme = cycle?.programmeGrade ?? programmeOf2020(reading, preamble, place) ?? written;
  const settled = settlePaper(
    reading,
    {
      year: cycle?.year,
      subjectText: preamble.subjectText ?? cycle?.subjectText ?? sheet.subjectText,
      grade: programme ?? sheet.grade,
    },
    place,
  );
  if (settled?.grade === undefined) return undefined;
  return {
    procedure: cycle?.procedure ?? 'vpr',
    year: settled.year,
    subject: settled.subject,
    grade: settled.grade,
    ...(written !== undefined && written !== settled.grade ? { gradeWritten: written } : {}),
    ...(preamble.date === undefined ? {} : { date: preamble.date }),
    ...(preamble.maximum === undefined ? {} : { maximum: preamble.maximum }),
  };
}

/**
 * In autumn 2020 grades 5…9 wrote the programme of the grade before, and reports name the grade that wrote.
 * `--grade` may say otherwise: the same grade or the one before.
 */
function programmeOf2020(reading: Reading, { cycle }: Preamble, place: Place): number | undefined {
  const written = cycle?.grade;
  if (cycle?.procedure !== 'vpr' || cycle.year !== 2020 || written === undefined) return undefined;
  if (written < 5 || written > 9) return undefined;
  const { grade } = reading.given;
  if (grade === written || grade === written - 1) return grade;
  reading.warn(
    'grade-assumed',
    `В цикле ВПР 2020 ${written} класс писал работу по программе ${written - 1} класса: взята программа ${written - 1} класса. Если это не так, добавьте в команду --grade ${written}.`,
    place,
  );
  return written - 1;
}
