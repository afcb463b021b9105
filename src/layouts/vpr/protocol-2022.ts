import type { Row } from '../../sheets/sheet.ts';
import { findColumns, headersOf } from '../columns.ts';
import { parseMoment } from '../date.ts';
import type { Layout, Reading, RowReader } from '../layout.ts';
import { searchHeader } from '../search-header.ts';
import {
  headerWidth,
  JOURNAL_HEADERS,
  maximumOf,
  type ParticipantColumns,
  taskColumns,
  variantColumns,
} from './participant-columns.ts';
import { participantReader } from './participants.ts';
import { rejectAll } from './reject-all.ts';
import { remember } from './remember.ts';
import { settlePaper } from './settle-paper.ts';

const EXPECTED = '«Пользователь», «Школа», «Код», «Вариант», задания вида «1 (1б)», «Итого баллов»';

function columnsOf(row: Row): ParticipantColumns | undefined {
  const headers = headersOf(row);
  const found = findColumns(row, {
    school: ['школа', 'оо'],
    user: ['пользователь', 'логин', 'логин школы'],
    municipality: ['муниципалитет'],
    uploaded: ['дата загрузки'],
    code: ['код', 'код участника'],
    class: ['наименование класса', /порядковый номер класса/, /^класс/],
    gender: ['пол'],
    journal: JOURNAL_HEADERS,
    total: ['итого баллов', 'всего баллов'],
  });
  const variants = variantColumns(headers);
  const tasks = taskColumns(headers);
  const { user, school } = found;
  if (!user || !found.code || !found.total || variants.length === 0 || tasks.length === 0) return undefined;
  return {
    ...found,
    login: school ?? user,
    schoolName: school,
    code: found.code,
    variants,
    tasks,
    textbooks: [],
    width: headerWidth(row),
  };
}

/** The year of a work is at worst told by the time of its upload: all years' works are uploaded in their year. */
function withYear(reading: Reading, columns: ParticipantColumns, header: number): RowReader {
  const open = (first: Row | undefined): RowReader => {
    const year = reading.given.year ?? yearOf(first, columns);
    const paper = settlePaper(reading, { year }, { row: header }, 'codes-may-tell');
    if (!paper) return rejectAll;
    if (reading.given.year === undefined) {
      reading.warn(
        'year-assumed',
        `Год не указан: по дате загрузки это ${year}. Если это не так, добавьте в команду --year.`,
        { row: header },
      );
    }
    const timeOf = remember(parseMoment);
    return participantReader(
      reading,
      columns,
      {
        ...paper,
        maximum: maximumOf(columns.tasks),
        totalIsFormula: true,
        version: (row) => timeOf(columns.uploaded ? (row.cells[columns.uploaded.index]?.text ?? '') : ''),
      },
      header,
    );
  };
  let body = reading.given.year === undefined ? undefined : open(undefined);
  return {
    row(row) {
      body ??= open(row);
      return body.row(row);
    },
    end: () => body?.end?.(),
  };
}

function yearOf(row: Row | undefined, { uploaded }: ParticipantColumns): number | undefined {
  const time = uploaded && parseMoment(row?.cells[uploaded.index]?.text ?? '');
  return time === undefined ? undefined : Number(time.slice(0, 4));
}

/** Regional protocol of 2022 and later: sheets «Классы» and «Протокол». */
export const PROTOCOL_2022: Layout = {
  id: 'vpr-2022-protocol',
  title: 'ВПР с 2022: протоколы школ',
  source: 'vpr',
  companions: [/^классы$/i],
  recognise: ({ rows }) =>
    rows.some(columnsOf) ? { confidence: 0.97, why: `строка заголовков ${EXPECTED}` } : undefined,
  open: (reading) =>
    searchHeader(reading, EXPECTED, (row) => {
      const columns = columnsOf(row);
      return columns && withYear(reading, columns, row.number);
    }),
};
