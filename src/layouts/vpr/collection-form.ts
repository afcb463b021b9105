import type { Row } from '../../sheets/sheet.ts';
import { findColumns, headersOf } from '../columns.ts';
import type { Layout } from '../layout.ts';
import { searchHeader } from '../search-header.ts';
import {
  JOURNAL_HEADERS,
  maximumOf,
  type ParticipantColumns,
  taskColumns,
  variantColumns,
} from './participant-columns.ts';
import { participantReader } from './participants.ts';
import { rejectAll } from './reject-all.ts';
import { settlePaper } from './settle-paper.ts';

const EXPECTED = '«Код участника», «Вариант», задания вида «1 (5б)», «Итого баллов»';

function columnsOf(row: Row): ParticipantColumns | undefined {
  const headers = headersOf(row);
  const found = findColumns(row, {
    user: ['пользователь', 'логин', 'логин школы', 'оо'],
    code: ['код участника', 'код'],
    class: ['порядковый номер класса', 'наименование класса', /^класс( |$)/],
    gender: ['пол'],
    journal: JOURNAL_HEADERS,
    total: ['итого баллов', 'всего баллов'],
  });
  const variants = variantColumns(headers);
  const tasks = taskColumns(headers);
  if (found.user || !found.code || !found.total || variants.length === 0 || tasks.length === 0)
    return undefined;
  return {
    ...found,
    code: found.code,
    variants,
    tasks,
    textbooks: [],
    // The form keeps its lists of scores to the right of the table, without headers.
    width: Number.POSITIVE_INFINITY,
  };
}

/**
 * A form in two parts has a second sheet, «Протокол_2», for schools that did not split the work. A participant who
 * stands on both is taken from the first.
 */
function sheetVersion(sheetName: string): string {
  const second = /[_ ](\d+)$/.exec(sheetName.trim())?.[1];
  return String(100 - Math.min(Number(second ?? 1), 99)).padStart(3, '0');
}

/** The form by which a school sends its results (форма сбора результатов), 2025 and later. */
export const COLLECTION_FORM: Layout = {
  id: 'vpr-collection-form',
  title: 'ВПР: форма сбора результатов школы',
  source: 'vpr',
  companions: [/^служебный/i, /^порядковый номер класса/i, /^классы$/i],
  recognise: ({ rows, sheetNames }) => {
    if (!rows.some(columnsOf)) return undefined;
    const whole = sheetNames.some((name) => /^(служебный|порядковый номер класса)/i.test(name));
    return { confidence: whole ? 0.97 : 0.9, why: `строка заголовков ${EXPECTED}, логина школы нет` };
  },
  open: (reading) =>
    searchHeader(reading, EXPECTED, (row) => {
      const columns = columnsOf(row);
      if (!columns) return undefined;
      const paper = settlePaper(reading, {}, { row: row.number }, 'codes-may-tell');
      if (!paper) return rejectAll;
      const sitting = {
        ...paper,
        maximum: maximumOf(columns.tasks),
        totalIsFormula: true,
        version: () => sheetVersion(reading.sheetName),
      };
      return participantReader(reading, columns, sitting, row.number);
    }),
};
