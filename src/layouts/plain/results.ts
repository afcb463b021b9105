import { foldText } from '../../records/fold.ts';
import { memo } from '../../records/memo.ts';
import { hasGrade } from '../../records/paper.ts';
import { PROCEDURE_TITLES, PROCEDURES, type Procedure } from '../../records/procedure.ts';
import type { ResultRecord } from '../../records/schemas.ts';
import { findSubject } from '../../records/subject.ts';
import { parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { HeaderMatcher } from '../columns.ts';
import type { Layout, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { parseMark } from '../mark.ts';
import { parseNumber } from '../number.ts';
import { foldName } from '../person.ts';
import { searchHeader } from '../search-header.ts';
import { shown } from '../shown.ts';
import { parseClass } from './class-cell.ts';
import { isServiceRow, SCHOOL_HEADERS, type Table, tableOf, widthCheck, YEAR_HEADERS } from './table.ts';

const COLUMNS = {
  school: SCHOOL_HEADERS,
  year: YEAR_HEADERS,
  procedure: ['процедура', 'оценочная процедура'],
  subject: ['предмет', 'учебный предмет'],
  class: ['класс'],
  participant: ['участник', 'код участника'],
  primary: ['первичный балл'],
  test: ['тестовый балл'],
  mark: ['отметка', 'отметка за работу'],
  journal: ['отметка по журналу'],
} satisfies Record<string, readonly HeaderMatcher[]>;

type Key = keyof typeof COLUMNS;

/** The plain table of results: a row a participant of one paper, of any procedure. */
export const plainResults: Layout = {
  id: 'plain-results',
  title: 'Таблица результатов',
  source: 'statistics',
  rowsStandAlone: true,
  recognise({ rows }: Preview) {
    const headed = rows.some((row) => isResultsHeader(tableOf(row, COLUMNS)));
    return headed
      ? { confidence: 0.9, why: 'столбцы «Код ОО», «Процедура», «Предмет», «Участник» и результат' }
      : undefined;
  },
  open: (reading) =>
    searchHeader(reading, '«Код ОО», «Год», «Процедура», «Предмет», «Участник»', (row) => {
      const table = tableOf(row, COLUMNS);
      return isResultsHeader(table) ? readResults(reading, table, row) : undefined;
    }),
};

function isResultsHeader(table: Table<Key>): boolean {
  const result = table.has('primary') || table.has('test') || table.has('mark');
  const paper = table.has('procedure') && table.has('subject');
  return table.has('participant') && paper && result && (table.has('school') || table.has('year'));
}

const PROCEDURE_BY_NAME = new Map<string, Procedure>(
  PROCEDURES.flatMap((procedure) => [
    [procedure, procedure] as const,
    [foldText(PROCEDURE_TITLES[procedure]), procedure] as const,
    [foldText(PROCEDURE_TITLES[procedure]).replaceAll('-', ''), procedure] as const,
  ]),
);

function parseProcedure(text: string): Procedure | undefined {
  const folded = foldText(text).replace(/\s+/g, '').replace(/[–—]/g, '-');
  return PROCEDURE_BY_NAME.get(foldText(text)) ?? PROCEDURE_BY_NAME.get(folded);
}

/** Subject of a procedure: mathematics of ЕГЭ is the profile one unless the table says otherwise. */
function parseSubject(procedure: Procedure, text: string): string | undefined {
  const subject = findSubject(text);
  return procedure === 'ege' && subject === 'mathematics' ? 'mathematics-profile' : subject;
}

/** A cell of a score column: a number, `absent`, nothing (`null`), or something else (`undefined`). */
function parseScore(text: string): number | 'absent' | null | undefined {
  if (text === '' || /^[-–—]$/.test(text)) return null;
  const number = parseNumber(text);
  return number ?? (isAbsence(text) ? 'absent' : undefined);
}

function parseMarkCell(text: string): number | 'absent' | null | undefined {
  return isAbsence(text) ? 'absent' : parseMark(text);
}

function isAbsence(text: string): boolean {
  return /^(отсутств|не ?яв|н\/я$)/.test(foldText(text));
}

/** Reads rows by the million: every text but the participant's is read once and remembered. */
function readResults(reading: Reading, table: Table<Key>, header: Row): RowReader {
  const { given } = reading;
  const year = memo(parseYear);
  const procedure = memo(parseProcedure);
  const subjects = new Map(PROCEDURES.map((id) => [id, memo((text) => parseSubject(id, text))]));
  const classOf = memo(parseClass);
  const score = memo(parseScore);
  const mark = memo(parseMarkCell);
  const schools = new Map<string, string>();
  const checkWidth = widthCheck(reading, header);

  const schoolOf = (text: string, row: Row): string | undefined => {
    const known = schools.get(text);
    if (known) return known;
    const code = reading.school({ by: 'code', key: text }, table.place(row, 'school'));
    if (code) schools.set(text, code);
    return code;
  };

  return {
    row(row): RowKind {
      const schoolText = table.text(row, 'school') || (table.has('school') ? '' : (given.school ?? ''));
      // A row of a school that is known is no row of totals.
      if (!schools.has(schoolText) && isServiceRow(row, table, 'school')) return 'service';
      let sound = true;
      const refuse = (code: string, message: string, key: Key, value?: string): undefined => {
        reading.error(code, message, table.place(row, key, value));
        sound = false;
      };

      const texts = { primary: table.text(row, 'primary'), test: table.text(row, 'test') };
      const primary = score(texts.primary);
      const test = score(texts.test);
      const markText = table.text(row, 'mark');
      const found = mark(markText);
      const absent = primary === 'absent' || test === 'absent' || found === 'absent';

      const yearText = table.text(row, 'year');
      const procedureText = table.text(row, 'procedure');
      const subjectText = table.text(row, 'subject');
      const classText = table.text(row, 'class');
      const participant = table.text(row, 'participant');

      const school = schoolText ? schoolOf(schoolText, row) : undefined;
      if (!schoolText) refuse('missing-school', 'Нет кода школы. Впишите его в столбец «Код ОО».', 'school');
      const inYear = yearText ? year(yearText) : given.year;
      if (inYear === undefined) {
        refuse('year-unknown', 'Год не понятен: нужен 2021 или 2020/21. Исправьте ячейку.', 'year', yearText);
      }
      const of = procedureText ? procedure(procedureText) : given.procedure;
      if (!of) {
        const known = PROCEDURES.map((id) => `${PROCEDURE_TITLES[id]} (${id})`).join(', ');
        refuse(
          'unknown-procedure',
          `Процедура не известна. Впишите одну из: ${known}.`,
          'procedure',
          procedureText,
        );
      }
      const subject = subjectText ? of && subjects.get(of)!(subjectText) : given.subject;
      if (of && !subject) {
        refuse(
          'unknown-subject',
          'Предмет не известен. Впишите его название («Русский язык») или id (russian).',
          'subject',
          subjectText,
        );
      }
      const inClass = classText ? classOf(classText) : given.grade ? { grade: given.grade } : undefined;
      if (of && hasGrade(of) && !inClass) {
        refuse(
          'missing-grade',
          'Для этой процедуры нужен класс от 1 до 12. Заполните столбец «Класс».',
          'class',
          shown(classText).value,
        );
      }
      if (!participant) {
        refuse('missing-participant', 'Нет участника. Впишите его код в столбец «Участник».', 'participant');
      }
      if (primary === undefined || (typeof primary === 'number' && (primary < 0 || primary > 1000))) {
        refuse(
          'not-a-score',
          'Первичный балл должен быть числом от 0. Исправьте ячейку.',
          'primary',
          shown(texts.primary).value,
        );
      }
      if (test === undefined || (typeof test === 'number' && (test < 0 || test > 100))) {
        refuse(
          'not-a-score',
          'Тестовый балл должен быть числом от 0 до 100. Исправьте ячейку.',
          'test',
          shown(texts.test).value,
        );
      }
      if (found === undefined) {
        refuse(
          'mark-unknown',
          'Отметка должна быть 2, 3, 4 или 5. Исправьте ячейку.',
          'mark',
          shown(markText).value,
        );
      }
      if (!sound || !school || !of || !subject || inYear === undefined) return 'rejected';
      const who = reading.pseudonym('plain', schoolText, String(inYear), of, participant);
      if (absent) {
        const grade = hasGrade(of) ? { grade: inClass!.grade } : {};
        const ground = { year: inYear, procedure: of, subject, school, ...grade };
        reading.cover(ground, { participant: who, row: row.number });
        return 'absent';
      }

      const record: Omit<ResultRecord, 'at'> = {
        year: inYear,
        procedure: of,
        subject,
        school,
        participant: who,
        status: primary === null && test === null && found === null ? 'no-result' : 'valid',
      };
      // Of final attestation a participant is met again among medal candidates and in olympiads.
      if (!hasGrade(of)) record.person = reading.pseudonym('person', foldName([participant]));
      if (hasGrade(of)) record.grade = inClass!.grade;
      if (inClass && 'class' in inClass) record.class = inClass.class;
      if (typeof primary === 'number') record.primaryScore = primary;
      if (typeof test === 'number') record.testScore = test;
      if (typeof found === 'number') record.mark = found;
      const journalText = table.text(row, 'journal');
      if (journalText) {
        const journal = mark(journalText);
        record.journalMark = typeof journal === 'number' ? journal : null;
        if (journal === undefined) {
          const message = 'Отметка по журналу должна быть 2, 3, 4 или 5: сохранено «нет отметки».';
          reading.warn(
            'journal-mark-unknown',
            message,
            table.place(row, 'journal', shown(journalText).value),
          );
        }
      }
      if (record.status === 'no-result') {
        const message = 'В строке нет ни балла, ни отметки: участник сохранён без результата.';
        reading.warn('no-result', message, { row: row.number });
      }
      checkWidth(row);
      reading.emit('results', record, { row: row.number });
      return 'record';
    },
  };
}
