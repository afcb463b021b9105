import { olympiadPaperId } from '../../records/olympiad.ts';
import type { OlympiadResultRecord } from '../../records/schemas.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { Place, Reading, RowKind } from '../layout.ts';
import { personKeys, readPerson } from '../person-columns.ts';
import { shown } from '../shown.ts';
import { parseGrades } from './grade.ts';
import type { Field, Header } from './header.ts';
import type { Heading } from './heading.ts';
import type { SettledOlympiad } from './paper.ts';
import type { OlympiadSchool } from './row-school.ts';
import { parseScore } from './score.ts';
import { parseStanding } from './status.ts';
import { totalOf } from './total.ts';

/** Column in which the standing of a row is written; «Результат» may hold scores or standings. */
export function standingText(header: Header, row: Row): string {
  const status = header.text(row, 'status');
  if (header.has('status')) return status;
  const score = header.text(row, 'score');
  return parseScore(score) === undefined ? score : '';
}

/**
 * Turns one row of participants into a record of `olympiad-results`. Names, birth dates and СНИЛС leave it as
 * pseudonyms only; teachers are not looked at.
 */
export function readParticipant(
  reading: Reading,
  header: Header,
  row: Row,
  paper: SettledOlympiad,
  heading: Heading,
  schoolOf: (header: Header, row: Row) => OlympiadSchool | undefined,
): RowKind {
  let sound = true;
  const refuse = (code: string, message: string, field: Field | undefined, text = ''): void => {
    const place: Place = field ? header.place(row, field) : { row: row.number };
    reading.error(code, message, { ...place, ...(text ? shown(text) : {}) });
    sound = false;
  };

  const standing = parseStanding(standingText(header, row));
  const total = totalOf(header, row);
  const missed = standing === 'absent' || total.absent;
  const nothing = standing === null && total.score === undefined && total.unreadable === undefined;
  const school = schoolOf(header, row);
  if (missed || nothing) {
    if (!school) return 'rejected';
    if (nothing && !missed) {
      const message =
        'В строке нет ни балла, ни статуса: считается, что участника не было. Если он был, дополните строку.';
      reading.warn('no-result', message, { row: row.number });
    }
    const { olympiad, stage, subject, year } = paper;
    reading.cover({ olympiad, stage, subject, year, school: school.code });
    return 'absent';
  }

  if (standing === undefined) {
    refuse(
      'status-unknown',
      'Статус не понятен: ожидалось «победитель», «призёр», «участник» или «неявка». Исправьте ячейку.',
      header.has('status') ? 'status' : 'score',
    );
  }
  if (total.unreadable) {
    refuse(
      'not-a-score',
      'Балл должен быть числом от 0. Исправьте ячейку (если в ней дата, верните число: 12,5).',
      total.unreadable,
      header.text(row, total.unreadable),
    );
  }
  const own = parseGrades(header.text(row, 'gradeOwn'));
  const participation = parseGrades(header.text(row, 'grade'));
  const gradeOwn = own?.from === own?.to ? own?.from : undefined;
  const grade = gradeOf(participation, gradeOwn) ?? gradeOwn ?? heading.grade ?? reading.given.grade;
  const keys =
    school &&
    personKeys(
      reading,
      readPerson((field) => header.text(row, field)),
      [school.key, String(gradeOwn ?? '')],
      codeOf(header, row, paper, school.key),
    );
  if (school && !keys) {
    refuse('missing-participant', 'В строке нет ни имени, ни кода участника. Дополните строку.', undefined);
  }
  if (!school || !keys || !sound) return 'rejected';

  const record: Omit<OlympiadResultRecord, 'at'> = {
    ...paper,
    school: school.code,
    ...keys,
    status: standing === 'winner' || standing === 'prize-winner' ? standing : 'participant',
  };
  if (grade !== undefined) record.grade = grade;
  if (gradeOwn !== undefined) record.gradeOwn = gradeOwn;
  if (total.score !== undefined) record.score = total.score;
  const maximum = parseScore(header.text(row, 'maximum')) ?? heading.maximum;
  if (maximum) record.maximum = maximum;
  warnOf(reading, header, row, record, standing === 'appeal', total.expected);
  reading.emit('olympiad-results', record, { row: row.number });
  return 'record';
}

/** Grade of participation; of a joint one («9–11») the participant's own. */
function gradeOf(grades: { from: number; to: number } | undefined, own: number | undefined) {
  if (!grades) return undefined;
  if (grades.from === grades.to) return grades.from;
  return own !== undefined && own >= grades.from && own <= grades.to ? own : undefined;
}

/** A code stands for a person only within its school and paper. */
function codeOf(header: Header, row: Row, paper: SettledOlympiad, school: string): string[] | undefined {
  const code = header.text(row, 'id') || header.text(row, 'cipher');
  return code ? [String(paper.year), olympiadPaperId(paper), school, code] : undefined;
}

function warnOf(
  reading: Reading,
  header: Header,
  row: Row,
  { grade, gradeOwn, score, maximum }: Omit<OlympiadResultRecord, 'at'>,
  appeal: boolean,
  expected: number | undefined,
): void {
  const scoreField = (['final', 'score', 'primary'] as const).find((field) => header.text(row, field));
  const place = scoreField ? header.place(row, scoreField) : { row: row.number };
  if (appeal) {
    const message =
      'Статус «апелляция»: итог ещё не известен, сохранён как участник. После апелляции загрузите протокол заново.';
    reading.warn('appeal-pending', message, header.place(row, 'status'));
  }
  if (expected !== undefined && score !== undefined && Math.abs(expected - score) > 0.005) {
    reading.warn(
      'total-differs',
      `Итог ${score} не равен сумме ${expected}: взят итог. Проверьте строку.`,
      place,
    );
  }
  if (score !== undefined && maximum !== undefined && score > maximum) {
    reading.warn(
      'score-above-maximum',
      `Балл ${score} больше максимального ${maximum}. Проверьте строку.`,
      place,
    );
  }
  if (grade !== undefined && gradeOwn !== undefined && grade < gradeOwn) {
    const message = `Класс участия ${grade} младше класса, в котором участник учится (${gradeOwn}). Проверьте строку.`;
    reading.warn('grade-below-own', message, header.place(row, 'grade'));
  }
}
