import type { Row } from '../../sheets/sheet.ts';
import { findColumns, headersOf } from '../columns.ts';
import type { Layout } from '../layout.ts';
import { searchHeader } from '../search-header.ts';
import { headerWidth, JOURNAL_HEADERS, type ParticipantColumns, taskColumns } from './participant-columns.ts';
import { participantReader } from './participants.ts';
import { rejectAll } from './reject-all.ts';
import { settlePaper } from './settle-paper.ts';

const EXPECTED = '«логин школы», «код обучающегося», «вариант», «балл за 1»';

function columnsOf(row: Row): ParticipantColumns | undefined {
  const headers = headersOf(row);
  const found = findColumns(row, {
    login: ['логин школы', 'логин оо', 'логин'],
    municipality: ['регион', 'муниципалитет'],
    code: ['код обучающегося', 'код участника'],
    journal: JOURNAL_HEADERS,
    gender: ['пол'],
    class: ['класс', 'наименование класса'],
    variant: ['вариант'],
    total: ['всего баллов', 'итого баллов'],
    textbook: ['учебник', /^основной учебник/],
  });
  const tasks = taskColumns(headers).filter(({ header }) => /^балл за /i.test(header));
  if (!found.login || !found.code || !found.variant || tasks.length === 0) return undefined;
  return {
    ...found,
    code: found.code,
    variants: [found.variant],
    tasks,
    textbooks: found.textbook ? [found.textbook] : [],
    width: headerWidth(row),
  };
}

/** Raw results of a region, spring 2021: «логин школы», «код обучающегося», «балл за 1» … «Учебник». */
export const PARTICIPANTS_2021: Layout = {
  id: 'vpr-2021-participants',
  title: 'ВПР 2021: результаты участников',
  source: 'vpr',
  recognise: ({ rows }) =>
    rows.some(columnsOf) ? { confidence: 0.98, why: `строка заголовков ${EXPECTED}` } : undefined,
  open: (reading) =>
    searchHeader(reading, EXPECTED, (row) => {
      const columns = columnsOf(row);
      if (!columns) return undefined;
      const paper = settlePaper(reading, {}, { row: row.number }, 'codes-may-tell');
      return paper ? participantReader(reading, columns, paper, row.number) : rejectAll;
    }),
};
