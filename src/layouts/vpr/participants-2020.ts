import type { Row } from '../../sheets/sheet.ts';
import { type Column, findColumns, headersOf } from '../columns.ts';
import type { Layout } from '../layout.ts';
import { searchHeader } from '../search-header.ts';
import { JOURNAL_HEADERS, type ParticipantColumns, type TaskColumn } from './participant-columns.ts';
import { participantReader } from './participants.ts';
import { rejectAll } from './reject-all.ts';
import { settlePaper } from './settle-paper.ts';

const EXPECTED = '«user», «code», «klass», «var-1», «a-1-grade»';

/**
 * The forty slots of the export: the work's tasks, then «Учебник» in the slot after the last task, then slots
 * that no task has. What stands in those has slipped to the right.
 */
function tasksOf(headers: readonly Column[], textbook: Column | undefined): TaskColumn[] {
  return headers.flatMap((column) => {
    const code = /^a-(\d{1,2})-grade$/i.exec(column.header)?.[1];
    if (!code || (textbook && column.index > textbook.index)) return [];
    return [{ ...column, code }];
  });
}

function columnsOf(row: Row): ParticipantColumns | undefined {
  const headers = headersOf(row);
  const found = findColumns(row, {
    login: ['user'],
    code: ['code'],
    journal: JOURNAL_HEADERS,
    gender: ['gender'],
    class: ['klass'],
    variant: ['var-1'],
    total: ['sum'],
    textbook: ['учебник'],
  });
  const tasks = tasksOf(headers, found.textbook);
  if (!found.login || !found.code || !found.variant || tasks.length === 0) return undefined;
  const last = found.textbook ?? tasks.at(-1)!;
  return {
    ...found,
    code: found.code,
    variants: [found.variant],
    tasks,
    textbooks: found.textbook ? [found.textbook] : [],
    width: last.index + 1,
  };
}

/**
 * Raw results of autumn 2020: each grade wrote the programme of the grade before, so the file's grade is the
 * programme's, and the first digit of the code the grade in which the work was written.
 */
export const PARTICIPANTS_2020: Layout = {
  id: 'vpr-2020-participants',
  title: 'ВПР 2020: результаты участников',
  source: 'vpr',
  recognise: ({ rows }) =>
    rows.some(columnsOf) ? { confidence: 0.98, why: `строка заголовков ${EXPECTED}` } : undefined,
  open: (reading) =>
    searchHeader(reading, EXPECTED, (row) => {
      const columns = columnsOf(row);
      if (!columns) return undefined;
      const assumed = reading.given.year === undefined ? 2020 : undefined;
      const paper = settlePaper(reading, { year: assumed }, { row: row.number });
      if (!paper) return rejectAll;
      if (assumed) {
        reading.warn(
          'year-assumed',
          'Год не указан: таблица такого вида выгружалась в цикле ВПР 2020, взят 2020 год. Если это не так, добавьте --year.',
          { row: row.number },
        );
      }
      return participantReader(reading, columns, { ...paper, writtenAYearLater: true }, row.number);
    }),
};
