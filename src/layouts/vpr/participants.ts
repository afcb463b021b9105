import type { Procedure } from '../../records/procedure.ts';
import type { ResultRecord } from '../../records/schemas.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { Column } from '../columns.ts';
import type { Place, Reading, RowKind, RowReader } from '../layout.ts';
import { gradeReader, type KnownGrades } from './code-grade.ts';
import { participantCode } from './participant-code.ts';
import type { ParticipantColumns } from './participant-columns.ts';
import { detailReader, isAbsence } from './participant-details.ts';
import { remember } from './remember.ts';
import { givenSchool, rowSchoolReader } from './row-school.ts';
import { scoreReader } from './scores.ts';
import { slippedRowCheck } from './slipped-row.ts';

/** What is the same for all participants of a sheet. */
export interface Sitting extends KnownGrades {
  /** `vpr` where nothing else is said. */
  procedure?: Procedure;
  year: number;
  subject: string;
  /** The total is a formula of the sheet: a 0 beside scored tasks is a formula that was not computed. */
  totalIsFormula?: boolean;
  /** Maximum of the whole work. */
  maximum?: number | undefined;
  /** Of records of one participant the one with the highest version stays. */
  version?(row: Row): string | undefined;
}

/**
 * Reads rows of participants into `results`: one row, one participant.
 * @param header number of the header row: problems of the whole sheet are reported there
 */
export function participantReader(
  reading: Reading,
  columns: ParticipantColumns,
  sitting: Sitting,
  header: number,
): RowReader {
  const given = columns.login ? undefined : givenSchool(reading, { row: header });
  const schoolOf = columns.login ? rowSchoolReader(reading, columns) : () => given;
  const scoresOf = scoreReader(reading, columns, sitting);
  const detailsOf = detailReader(reading, columns);
  const checkSlipped = slippedRowCheck(reading, columns);
  const grades = gradeReader(reading, sitting, columns.code);
  const isAbsent = remember(isAbsence);
  const { code: codeColumn, variants, tasks } = columns;
  const procedure = sitting.procedure ?? 'vpr';
  const year = String(sitting.year);

  function row(row: Row): RowKind {
    const { absent, partly } = attendance(row);
    if (absent) return absentRow(row);
    const code = participantCode(row.cells[codeColumn.index]);
    if (!code) return withoutCode(row, code);

    const grade = grades.of(code, row);
    const school = grade && schoolOf(row);
    const scores = school && scoresOf(row);
    const details = scores && detailsOf(row);
    if (!details) return 'rejected';
    checkSlipped(row);
    if (partly) warnPartAbsent(row);

    const record: Omit<ResultRecord, 'at'> = {
      year: sitting.year,
      procedure,
      subject: sitting.subject,
      grade: grade.programme,
      school: school.code,
      participant: reading.pseudonym(procedure, year, school.key, String(grade.written), code),
      ...details,
      status: scores.primaryScore === undefined && details.mark === undefined ? 'no-result' : 'valid',
    };
    if (grade.written !== grade.programme) record.gradeWritten = grade.written;
    if (scores.primaryScore !== undefined) record.primaryScore = scores.primaryScore;
    if (sitting.maximum !== undefined) record.maximumScore = sitting.maximum;
    if (tasks.length > 0) record.tasks = scores.tasks;
    reading.emit('results', record, { row: row.number }, sitting.version?.(row));
    return 'record';
  }

  /** Nothing is stored of those who did not come; their school is covered by the file all the same. */
  function absentRow(row: Row): RowKind {
    const school = schoolOf(row);
    if (!school) return 'rejected';
    if (sitting.grade !== undefined) {
      const { year, subject, grade } = sitting;
      reading.cover({ year, procedure, subject, grade, school: school.code });
    }
    return 'absent';
  }

  /** Absent: «отсутствовал» under «Вариант», and no other part of the work has a variant. */
  function attendance(row: Row): { absent: boolean; partly: boolean } {
    let absences = 0;
    let parts = 0;
    for (const { index } of variants) {
      const text = row.cells[index]?.text ?? '';
      if (isAbsent(text)) absences++;
      else if (text.trim() !== '') parts++;
    }
    return { absent: absences > 0 && parts === 0, partly: absences > 0 && parts > 0 };
  }

  /** A form's blank row, a repeated header, or a participant whose code was lost. */
  function withoutCode(row: Row, code: string | undefined): RowKind {
    const text = row.cells[codeColumn.index]?.text.trim();
    if (code === undefined && text === codeColumn.header) return 'service';
    const isBlank = ({ index }: Column): boolean => (row.cells[index]?.text ?? '').trim() === '';
    if (code === '' && variants.every(isBlank) && tasks.every(isBlank)) return 'service';
    reading.error(
      'participant-code-missing',
      code === ''
        ? 'В строке есть вариант или баллы, а кода участника нет. Впишите код по протоколу или удалите строку.'
        : 'Код участника — не число. Впишите код из цифр по протоколу (имена и фамилии здесь не нужны).',
      placeOf(row, codeColumn),
    );
    return 'rejected';
  }

  function warnPartAbsent(row: Row): void {
    reading.warn(
      'part-absent',
      'Одну из частей работы участник не писал: запись сохранена с баллами остальных частей.',
      placeOf(row, variants[0]!),
    );
  }

  return { row, end: grades.end };
}

function placeOf(row: Row, column: Column): Place {
  return { row: row.number, column: column.index, header: column.header };
}
