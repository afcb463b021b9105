import { foldText } from '../../records/fold.ts';
import type { ResultRecord } from '../../records/schemas.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { Place, Reading, RowKind } from '../layout.ts';
import { parseMark } from '../mark.ts';
import { parseNumber } from '../number.ts';
import { documentDigits, documentInOneCell, foldName } from '../person.ts';
import { giaCode } from '../school-key.ts';
import { shown } from '../shown.ts';
import { tasksOf } from './answers.ts';
import type { Field, Header } from './header.ts';
import { type GiaProcedure, hasTestScore } from './procedure.ts';

/** The exam to which a row belongs. */
export interface Exam {
  year: number;
  date?: string | undefined;
  procedure: GiaProcedure;
  subject: string;
}

type State = 'absent' | 'annulled' | 'no-result';

/** What the words in place of a result mean. */
function stateOf(text: string): State | undefined {
  const folded = foldText(text);
  if (/^(не ?яв|отсутств|н\/я$)/.test(folded)) return 'absent';
  if (/^(удален|аннулир|не ?заверш|недействит)/.test(folded)) return 'annulled';
  return /^(нет результата|не проверен|результат скрыт)/.test(folded) ? 'no-result' : undefined;
}

/** The column with the result of an exam. */
export function resultField(header: Header, exam: Exam): Field | undefined {
  if (hasTestScore(exam.procedure, exam.subject)) return header.has('score') ? 'score' : undefined;
  if (header.has('mark')) return 'mark';
  return exam.subject === 'mathematics-base' && header.has('score') ? 'score' : undefined;
}

/**
 * Turns one row of participants into a record of `results`. Names and documents leave it as pseudonyms only.
 * @returns what became of the row
 */
export function readResult(reading: Reading, header: Header, row: Row, exam: Exam): RowKind {
  const field = resultField(header, exam);
  const asTestScore = hasTestScore(exam.procedure, exam.subject);
  const text = field ? header.text(row, field) : '';
  const states = [text, header.text(row, 'primary'), header.text(row, 'status')].map(stateOf);
  const state = states.find((found) => found !== undefined);
  if (state === 'absent') return absentRow(reading, header, row, exam);

  let sound = true;
  const refuse = (code: string, message: string, place: Place) => {
    reading.error(code, message, place);
    sound = false;
  };
  const scores: Pick<ResultRecord, 'primaryScore' | 'testScore' | 'mark'> = {};
  let status: ResultRecord['status'] = state ?? 'valid';
  if (status === 'valid') {
    const primary = header.text(row, 'primary');
    const score = primary ? parseNumber(primary) : undefined;
    if (score !== undefined && score >= 0 && score <= 1000) scores.primaryScore = score;
    else if (primary && !/^[-–—]$/.test(primary)) {
      refuse(
        'not-a-score',
        'Первичный балл должен быть числом от 0. Исправьте ячейку или возьмите протокол заново.',
        {
          ...header.place(row, 'primary'),
          ...shown(primary),
        },
      );
    }
    if (field && asTestScore && !/^[-–—]?$/.test(text)) {
      const testScore = parseNumber(text);
      if (testScore !== undefined && testScore >= 0 && testScore <= 100) scores.testScore = testScore;
      else {
        refuse('not-a-score', 'Тестовый балл ЕГЭ должен быть числом от 0 до 100. Исправьте ячейку.', {
          ...header.place(row, field),
          ...shown(text),
        });
      }
    } else if (field && !asTestScore) {
      const mark = parseMark(text);
      if (mark) scores.mark = mark;
      else if (mark === undefined) {
        refuse('mark-unknown', 'Отметка должна быть 2, 3, 4 или 5. Исправьте ячейку.', {
          ...header.place(row, field),
          ...shown(text),
        });
      }
    }
    const found = field ? (asTestScore ? scores.testScore : scores.mark) : scores.primaryScore;
    if (sound && found === undefined) status = 'no-result';
  }

  const school = schoolOf(reading, header, row, exam);
  const fullName = header.has('fullName')
    ? foldName([header.text(row, 'fullName')])
    : foldName([header.text(row, 'surname'), header.text(row, 'name'), header.text(row, 'patronymic')]);
  const document = header.has('document')
    ? documentInOneCell(header.text(row, 'document'))
    : documentDigits(header.text(row, 'series'), header.text(row, 'documentNumber'));
  const code = header.text(row, 'participant') || header.text(row, 'id');
  if (!document && !code && !fullName) {
    refuse(
      'missing-participant',
      'В строке нет ни фамилии, ни документа, ни кода участника. Дополните строку.',
      {
        row: row.number,
      },
    );
  }
  if (!school || !sound) return 'rejected';

  const className = classOf(header.text(row, 'class'));
  // The key of the file, not the code of the roster: a roster may come between the main and the reserve day.
  const schoolKey = giaCode(header.text(row, 'school')) ?? school;
  const record: Omit<ResultRecord, 'at'> = {
    year: exam.year,
    procedure: exam.procedure,
    subject: exam.subject,
    school,
    participant: document
      ? reading.pseudonym('document', document)
      : code
        ? reading.pseudonym('participant-code', String(exam.year), exam.procedure, schoolKey, code)
        : reading.pseudonym('name', fullName, schoolKey, className ?? ''),
    status,
  };
  if (exam.date) record.date = exam.date;
  if (className) record.class = className;
  if (fullName) record.person = reading.pseudonym('person', fullName);
  if (document) record.document = reading.pseudonym('document', document);
  const variant = header.text(row, 'variant');
  if (/^[\d-]{1,16}$/.test(variant)) record.variant = variant;
  if (status === 'valid') {
    Object.assign(record, scores);
    const tasks = readTasks(reading, header, row);
    if (tasks) record.tasks = tasks;
  } else if (status === 'no-result') {
    reading.warn(
      'no-result',
      'Результата в строке нет: участник сохранён без результата. Если результат есть, возьмите протокол заново.',
      { ...header.place(row, field ?? 'primary') },
    );
  }
  reading.emit('results', record, { row: row.number });
  return 'record';
}

/** Nothing is stored of those who did not come; the school is covered by the file all the same. */
function absentRow(reading: Reading, header: Header, row: Row, exam: Exam): RowKind {
  const school = schoolOf(reading, header, row, exam);
  if (!school) return 'rejected';
  const { year, procedure, subject, date } = exam;
  reading.cover({ year, procedure, subject, school, ...(date ? { date } : {}) });
  return 'absent';
}

function schoolOf(reading: Reading, header: Header, row: Row, exam: Exam): string | undefined {
  const by = exam.procedure === 'oge' || exam.procedure === 'gve9' ? 'oge' : 'ege';
  const place = header.place(row, 'school');
  if (!header.has('school') && reading.given.school) {
    return reading.school({ by: 'code', key: reading.given.school }, place);
  }
  const text = header.text(row, 'school');
  const key = giaCode(text);
  if (key) {
    const name = header.text(row, 'schoolName');
    return reading.school({ by, key, ...(name ? { name } : {}) }, { ...place, value: text });
  }
  if (!text) {
    const message = 'Нет кода школы. Впишите код ОО в строку, или укажите школу: --school КОД.';
    reading.error('missing-school', message, place);
  } else {
    reading.error('school-code-unknown', 'Код ОО должен состоять из цифр. Исправьте ячейку.', {
      ...place,
      ...shown(text),
    });
  }
  return undefined;
}

/** Class as it stands in the file: `9А`, `11`; a text that begins with no grade is no class. */
function classOf(text: string): string | undefined {
  return gradeOf(text) !== undefined && text.length <= 16 ? text : undefined;
}

/** Grade of a class: `9А`, `9 а`, `11`; `undefined` for «прошлых лет». */
export function gradeOf(text: string): number | undefined {
  const grade = Number(/^(\d{1,2})(?!\d)/.exec(text)?.[1]);
  return grade >= 1 && grade <= 12 ? grade : undefined;
}

function readTasks(reading: Reading, header: Header, row: Row): (number | null)[] | undefined {
  const read = tasksOf(header.cell(row, 'short'), [header.cell(row, 'extended'), header.cell(row, 'oral')]);
  if (!('unreadable' in read)) return read.tasks;
  const field = read.unreadable === 'short' ? 'short' : read.unreadable === 0 ? 'extended' : 'oral';
  reading.warn(
    'answers-unreadable',
    'Ответы по заданиям не читаются (их могла испортить электронная таблица): взят только итог. Чтобы иметь и задания, загрузите протокол, который не пересохраняли.',
    { ...header.place(row, field), ...shown(header.text(row, field)) },
  );
  return undefined;
}
