import type { Row } from '../../sheets/sheet.ts';
import type { Column } from '../columns.ts';
import type { Place, Reading } from '../layout.ts';

/** Grade of the programme, and grade in which the work was written. */
export interface Grades {
  programme: number;
  written: number;
}

/** What is known of the grade before the first participant. */
export interface KnownGrades {
  grade?: number;
  /** Grade in which all wrote, where the sheet says that it is not the programme's. */
  gradeWritten?: number;
  /** The work of autumn 2020: each wrote the programme of the grade before, and the code tells the grade. */
  writtenAYearLater?: boolean;
}

/**
 * Grade in which the work was written, by the participant's code: 40001 is grade 4. Codes of the senior grades
 * have no such digit (1001…, 20001), so only 4…9 say anything.
 */
function gradeOfCode(code: string): number | undefined {
  const digit = code.charCodeAt(0) - 48;
  return code.length === 5 && digit >= 4 && digit <= 9 ? digit : undefined;
}

/** Says that the code belongs to no participant of these grades. */
function contradicts(code: string, expected: readonly number[]): boolean {
  const told = gradeOfCode(code);
  if (told !== undefined) return !expected.includes(told);
  return code.length === 5 && !expected.some((grade) => grade >= 10);
}

/**
 * Tells the grades of each participant. Where nothing names the grade the codes do, as long as all agree:
 * a code that disagrees then cannot be stored. Where it is named, codes that disagree are counted and warned
 * of once, at the end.
 */
export function gradeReader(
  reading: Reading,
  known: KnownGrades,
  column: Column,
): { of(code: string, row: Row): Grades | undefined; end(): void } {
  const place = (row: number): Place => ({ row, column: column.index, header: column.header });
  let assumed: number | undefined;
  let mismatches = 0;
  let firstMismatch = 1;

  /** The grade by the first code. */
  function assume(code: string, row: Row): number | undefined {
    const told = gradeOfCode(code);
    if (told === undefined) {
      reading.error(
        'missing-grade',
        'Класс не указан, и код участника его не говорит. Добавьте в команду --grade 10 (класс программы).',
        place(row.number),
      );
    } else {
      reading.warn(
        'grade-assumed',
        `Класс не указан: по кодам участников это ${told} класс. Чтобы сказать точно, добавьте --grade ${told}.`,
        place(row.number),
      );
    }
    return told;
  }

  function of(code: string, row: Row): Grades | undefined {
    if (known.grade === undefined) {
      assumed ??= assume(code, row);
      if (assumed === undefined) return undefined;
      if (!contradicts(code, [assumed])) return { programme: assumed, written: assumed };
      reading.error(
        'missing-grade',
        `Коды участников говорят о разных классах (${assumed} и другой). Добавьте в команду --grade ${assumed} (класс программы) или разделите файл.`,
        place(row.number),
      );
      return undefined;
    }
    const programme = known.grade;
    const expected = known.writtenAYearLater ? [programme, programme + 1] : [known.gradeWritten ?? programme];
    if (contradicts(code, expected) && mismatches++ === 0) firstMismatch = row.number;
    if (known.writtenAYearLater) return { programme, written: gradeOfCode(code) ?? programme };
    return { programme, written: known.gradeWritten ?? programme };
  }

  function end(): void {
    if (mismatches === 0) return;
    reading.warn(
      'grade-mismatch',
      `Кодов участников, которые говорят о другом классе, чем указанный ${known.grade}: ${mismatches}. Проверьте, что класс верен.`,
      place(firstMismatch),
    );
  }

  return { of, end };
}
