import { foldText } from '../../records/fold.ts';
import type { MedalCandidateRecord } from '../../records/schemas.ts';
import { parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { HeaderMatcher } from '../columns.ts';
import type { Layout, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { PERSON_HEADERS, personKeys, readPerson } from '../person-columns.ts';
import { schoolReference } from '../school-reference.ts';
import { searchHeader } from '../search-header.ts';
import { shown } from '../shown.ts';
import { isServiceRow, SCHOOL_HEADERS, type Table, tableOf, widthCheck, YEAR_HEADERS } from './table.ts';

const COLUMNS = {
  school: SCHOOL_HEADERS,
  year: [...YEAR_HEADERS, 'год выпуска'],
  ...PERSON_HEADERS,
  degree: ['степень', /^степень (медали|аттестата)$/],
  status: ['статус', 'состояние', /^статус (медали|претендента|кандидата)$/],
} satisfies Record<string, readonly HeaderMatcher[]>;

type Key = keyof typeof COLUMNS;

/** The plain table of medal candidates: a row a graduate with the final marks that a medal needs. */
export const medalCandidates: Layout = {
  id: 'medal-candidates',
  title: 'Претенденты на медаль',
  source: 'statistics',
  recognise({ fileName, sheetName, rows }: Preview) {
    const named = /медал/.test(foldText(`${fileName} ${sheetName}`));
    for (const row of rows) {
      const table = tableOf(row, COLUMNS);
      if (!isMedalHeader(table)) continue;
      if (table.has('degree') || named) {
        return { confidence: 0.95, why: 'столбцы «Код ОО», участника и степени медали или её статуса' };
      }
    }
    return undefined;
  },
  open: (reading) =>
    searchHeader(reading, '«Код ОО», «Год», «Фамилия» или «Участник», «Степень», «Статус»', (row) => {
      const table = tableOf(row, COLUMNS);
      return isMedalHeader(table) ? readCandidates(reading, table, row) : undefined;
    }),
};

function isMedalHeader(table: Table<Key>): boolean {
  const named = table.has('surname') || table.has('fullName') || table.has('participant');
  const placed = table.has('school') || table.has('year');
  return named && placed && (table.has('degree') || table.has('status'));
}

/** Degree of the medal: `1`, `I`, «первая», «II степени»; `null` where there is none. */
function parseDegree(text: string): 1 | 2 | null | undefined {
  const folded = foldText(text).replace(/ ?(степен[а-я]*|ст\.?)$/, '');
  if (/^[-–—]?$|^(нет|без)$/.test(folded)) return null;
  if (/^(1|i|перв[а-я]+|1-?[а-я]{1,2})$/.test(folded)) return 1;
  return /^(2|ii|втор[а-я]+|2-?[а-я]{1,2})$/.test(folded) ? 2 : undefined;
}

/** What came of the candidate; an empty cell says that nothing is decided yet. */
function parseStatus(text: string): MedalCandidateRecord['status'] | undefined {
  const folded = foldText(text);
  if (/^(отказ|не ?награжд|не ?получ|не ?подтв|лишен|refused$)/.test(folded)) return 'refused';
  if (/^(награжд|получи|выдана|вручена|медалист|awarded$)/.test(folded)) return 'awarded';
  return /^([-–—]?$|кандидат|претенд|candidate$)/.test(folded) ? 'candidate' : undefined;
}

function readCandidates(reading: Reading, table: Table<Key>, header: Row): RowReader {
  const { given } = reading;
  const checkWidth = widthCheck(reading, header);
  return {
    row(row): RowKind {
      if (isServiceRow(row, table, 'school')) return 'service';
      let sound = true;
      const refuse = (code: string, message: string, key: Key): void => {
        const personal = key in PERSON_HEADERS;
        reading.error(code, message, {
          ...table.place(row, key),
          ...(personal ? {} : shown(table.text(row, key))),
        });
        sound = false;
      };
      const schoolText = table.text(row, 'school') || (table.has('school') ? '' : (given.school ?? ''));
      const yearText = table.text(row, 'year');
      const year = yearText ? parseYear(yearText) : given.year;
      const degree = parseDegree(table.text(row, 'degree'));
      const status = parseStatus(table.text(row, 'status'));
      const keys = personKeys(
        reading,
        readPerson((field) => table.text(row, field)),
        [schoolText],
      );
      if (!schoolText) refuse('missing-school', 'Нет кода школы. Впишите его в столбец «Код ОО».', 'school');
      if (year === undefined) {
        const message =
          'Год не понятен: нужен год выпуска, 2021 или 2020/21. Исправьте ячейку или укажите --year.';
        refuse('year-unknown', message, 'year');
      }
      if (degree === undefined) {
        const message = 'Степень медали должна быть 1 или 2 (до 2024 года — пусто). Исправьте ячейку.';
        refuse('degree-unknown', message, 'degree');
      }
      if (!status) {
        refuse('status-unknown', 'Статус не понятен. Впишите: кандидат, награждён или отказано.', 'status');
      }
      if (!keys) {
        const message = 'Нет выпускника. Впишите фамилию, имя, отчество или код в столбец «Участник».';
        refuse('missing-participant', message, table.has('participant') ? 'participant' : 'surname');
      }
      const school = schoolText
        ? reading.school(schoolReference(schoolText), table.place(row, 'school'))
        : undefined;
      if (!sound || !school || !keys || !status || year === undefined) return 'rejected';
      checkWidth(row);
      const record: Omit<MedalCandidateRecord, 'at'> = { year, school, ...keys, status };
      if (degree) record.degree = degree;
      reading.emit('medal-candidates', record, { row: row.number });
      return 'record';
    },
  };
}
