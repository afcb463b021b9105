import { foldText } from '../../records/fold.ts';
import type { RosterRecord } from '../../records/schemas.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { HeaderMatcher } from '../columns.ts';
import { parseMoment } from '../date.ts';
import type { Layout, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { isEmpty, type Table, tableOf } from '../plain/table.ts';
import { giaCode, loginKey } from '../school-key.ts';
import { searchHeader } from '../search-header.ts';

/** The columns that are read; directors, phones, e-mails and addresses are not among them. */
const COLUMNS = {
  login: ['логин', 'пользователь', 'логин оо'],
  school: ['школа', 'название оо'],
  fullName: [/полное наименование/],
  shortName: [/сокращенное наименование/, /^\d+[.)] ?сокращенное/],
  municipality: ['муниципалитет'],
  region: ['регион'],
  oge: [/код огэ$/],
  ege: [/код егэ$/],
  uploaded: ['дата загрузки'],
} satisfies Record<string, readonly HeaderMatcher[]>;

type Key = keyof typeof COLUMNS;

/** Contextual survey of schools (сбор контекстных данных об ОО, 2021 and 2022): logins, names, ГИА codes. */
export const contextualSurvey: Layout = {
  id: 'contextual-survey',
  title: 'Сбор контекстных данных об ОО',
  source: 'statistics',
  companions: [/^образовательная деятельность оо/i],
  recognise({ rows }: Preview) {
    for (const row of rows) {
      const years = surveyOf(row);
      if (years === '2022') return { confidence: 0.95, why: 'столбцы «Пользователь», «Код ОГЭ», «Код ЕГЭ»' };
      if (years === '2021') return { confidence: 0.95, why: 'столбец «логин» и вопросы об ОО' };
    }
    return undefined;
  },
  open: (reading) =>
    searchHeader(reading, '«Пользователь» (или «логин») и наименование ОО', (row) =>
      surveyOf(row) ? readSurvey(reading, tableOf(row, COLUMNS)) : undefined,
    ),
};

function surveyOf(row: Row): '2021' | '2022' | undefined {
  const table = tableOf(row, COLUMNS);
  if (!table.has('login')) return undefined;
  if (table.has('oge') && table.has('ege')) return '2022';
  const asked = row.cells.some(
    (cell) =>
      cell && /организационно-правовая форма|где расположена|согласно уставу/.test(foldText(cell.text)),
  );
  return asked && (table.has('school') || table.has('fullName')) ? '2021' : undefined;
}

function readSurvey(reading: Reading, table: Table<Key>): RowReader {
  return {
    row(row): RowKind {
      if (isEmpty(row)) return 'service';
      const login = table.text(row, 'login');
      const code = loginKey(login);
      if (!code) {
        reading.error(
          'login-unknown',
          'Логин ФИС ОКО пишется как edu990001 или sch990001. Исправьте ячейку или выгрузите опрос заново.',
          table.place(row, 'login', /^[a-z\d]{0,16}$/i.test(login) ? login : undefined),
        );
        return 'rejected';
      }
      const name = afterBar(table.text(row, 'school')) || tidy(table.text(row, 'fullName'));
      if (!name) {
        reading.error('missing-name', 'Нет названия ОО. Впишите его в строку.', table.place(row, 'school'));
        return 'rejected';
      }
      const record: Omit<RosterRecord, 'at'> = { code, name, logins: [code] };
      const shortName = tidy(table.text(row, 'shortName'));
      if (shortName && shortName !== name) record.shortName = shortName;
      const oge = codeOf(reading, table, row, 'oge');
      if (oge) record.ogeCode = oge;
      const ege = codeOf(reading, table, row, 'ege');
      if (ege) record.egeCode = ege;
      const municipality = afterBar(table.text(row, 'municipality'));
      if (municipality) record.municipality = municipality;
      const region = afterBar(table.text(row, 'region'));
      if (/[а-яё]/i.test(region)) record.region = region;
      reading.emit('roster', record, { row: row.number }, parseMoment(table.text(row, 'uploaded')));
      return 'record';
    },
  };
}

/** A ГИА code as schools wrote it; what is no code is left out with a warning, the school stays. */
function codeOf(reading: Reading, table: Table<Key>, row: Row, key: 'oge' | 'ege'): string | undefined {
  const text = table.text(row, key);
  if (!text || /^(нет|[-–—0]+)$/i.test(text)) return undefined;
  const code = giaCode(text);
  if (!code) {
    const message = 'Код ГИА не понятен и не взят: нужны только цифры. Впишите код в реестр ОО.';
    reading.warn('school-code-unknown', message, table.place(row, key));
  }
  return code;
}

/** `edu990001 | МБОУ "СОШ №1"` → the name behind the bar. */
function afterBar(text: string): string {
  return tidy(text.slice(text.indexOf('|') + 1));
}

function tidy(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}
