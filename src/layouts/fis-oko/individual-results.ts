import { foldText } from '../../records/fold.ts';
import type { Row } from '../../sheets/sheet.ts';
import { findColumns, headersOf, textAt } from '../columns.ts';
import type { Layout, Reading, RowReader } from '../layout.ts';
import { parseInteger } from '../number.ts';
import { searchHeader } from '../search-header.ts';
import {
  JOURNAL_HEADERS,
  maximumOf,
  type ParticipantColumns,
  taskColumns,
  variantColumns,
} from '../vpr/participant-columns.ts';
import { participantReader } from '../vpr/participants.ts';
import { rejectAll } from '../vpr/reject-all.ts';
import { preambleReader } from './preamble.ts';
import { reportPaper } from './report-paper.ts';

const EXPECTED = '«ОО», «Код участника», «Вариант», «Первичный балл», «Отметка»';

function columnsOf(row: Row): ParticipantColumns | undefined {
  const found = findColumns(row, {
    login: ['оо', 'логин', 'логин оо'],
    municipality: ['муниципалитет'],
    schoolName: ['название оо', 'наименование оо'],
    code: ['код участника'],
    class: ['класс', 'порядковый номер класса'],
    gender: ['пол'],
    total: ['первичный балл'],
    mark: ['отметка'],
    journal: JOURNAL_HEADERS,
  });
  const headers = headersOf(row);
  const tasks = taskColumns(headers);
  if (!found.login || !found.code || !found.total || tasks.length === 0) return undefined;
  return {
    ...found,
    code: found.code,
    variants: variantColumns(headers),
    tasks,
    textbooks: [],
    width: Number.POSITIVE_INFINITY,
  };
}

/** The title of a school's section: `МБОУ «СОШ №1»(edu990001) | Кол-во участников: 89`. */
function sectionCount(row: Row): number | undefined {
  const text = row.cells.find((cell) => cell && cell.text.trim() !== '')?.text ?? '';
  const found = /(?:кол-во|количество) участников\s*:?\s*([\d\s\u00a0]+)$/i.exec(foldText(text));
  return found ? parseInteger(found[1]!) : undefined;
}

/** Reads the sections of the schools, and checks that each holds as many participants as its title says. */
function sectionReader(reading: Reading, columns: ParticipantColumns, participants: RowReader): RowReader {
  let section: { row: number; announced: number; read: number } | undefined;

  function close(): void {
    if (section && section.announced !== section.read) {
      reading.warn(
        'count-differs',
        `В заголовке школы участников ${section.announced}, а строк прочитано ${section.read}. Проверьте, что отчёт выгружен целиком.`,
        { row: section.row },
      );
    }
    section = undefined;
  }

  return {
    row(row) {
      if (textAt(row, columns.code.index) === '') {
        const announced = sectionCount(row);
        if (announced !== undefined) {
          close();
          section = { row: row.number, announced, read: 0 };
          return 'service';
        }
      }
      const kind = participants.row(row);
      if (section && kind !== 'service') section.read++;
      return kind;
    },
    end() {
      close();
      participants.end?.();
    },
  };
}

/** «Индивидуальные результаты» (Ф1): a row for each participant who wrote, in sections by school. */
export const INDIVIDUAL_RESULTS: Layout = {
  id: 'fis-oko-individual-results',
  title: 'ФИС ОКО: «Индивидуальные результаты»',
  source: 'fis-oko',
  recognise: ({ rows }) =>
    rows.some(columnsOf) ? { confidence: 0.98, why: `строка заголовков ${EXPECTED}` } : undefined,
  open(reading) {
    const { see, preamble } = preambleReader();
    return searchHeader(reading, EXPECTED, (row) => {
      const columns = columnsOf(row);
      if (!columns) {
        see(row);
        return undefined;
      }
      const paper = reportPaper(reading, preamble, { row: row.number });
      if (!paper) return rejectAll;
      // The report's date is the day of the export, not of the work: it does not tell results apart.
      const sitting = { ...paper, maximum: paper.maximum ?? maximumOf(columns.tasks) };
      return sectionReader(reading, columns, participantReader(reading, columns, sitting, row.number));
    });
  },
};
