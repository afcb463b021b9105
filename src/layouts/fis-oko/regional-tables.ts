import type { DistributionRecord } from '../../records/schemas.ts';
import { findSubject } from '../../records/subject.ts';
import { parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import { type Column, findColumns, isBlankRow, textAt } from '../columns.ts';
import type { Layout, Place, Reading, RowReader } from '../layout.ts';
import { parseInteger } from '../number.ts';
import { loginKey } from '../school-key.ts';
import { searchHeader } from '../search-header.ts';
import { cellPlace, readCount } from './counts.ts';
import { readShares } from './shares.ts';
import { numberedColumns, PARTICIPANTS_HEADERS, type SharesKind, sharesOf } from './shares-table.ts';

interface RegionalColumns {
  year: Column;
  grade: Column;
  subject: Column;
  login: Column;
  participants: Column;
  municipality?: Column | undefined;
  name?: Column | undefined;
  shares: readonly Column[];
}

function columnsOf(row: Row, kind: SharesKind): RegionalColumns | undefined {
  const { year, grade, subject, login, participants, ...rest } = findColumns(row, {
    year: ['год'],
    grade: ['класс'],
    subject: ['предмет'],
    login: ['логин', 'логин оо'],
    municipality: ['муниципалитет', 'район'],
    name: ['оо', 'наименование', 'наименование оо', 'название оо'],
    participants: PARTICIPANTS_HEADERS,
  });
  if (!year || !grade || !subject || !login || !participants) return undefined;
  const shares = sharesOf(numberedColumns(row), kind);
  return shares.length > 0 ? { year, grade, subject, login, participants, ...rest, shares } : undefined;
}

type RowPaper = Pick<DistributionRecord, 'year' | 'procedure' | 'subject' | 'grade'>;

/** The paper of one row; each of its cells that is none is reported. */
function paperOf(reading: Reading, row: Row, columns: RegionalColumns): RowPaper | undefined {
  const year = parseYear(textAt(row, columns.year.index));
  const subject = findSubject(textAt(row, columns.subject.index));
  const grade = parseInteger(textAt(row, columns.grade.index).replace(/ ?класс$/i, ''));
  const report = (code: string, column: Column, expected: string): void => {
    const place: Place = cellPlace(row, column);
    reading.error(code, `«${place.value}» — не ${expected}. Исправьте ячейку.`, place);
  };
  if (year === undefined) report('missing-year', columns.year, 'год: ожидалось вида 2024');
  if (subject === undefined) report('unknown-subject', columns.subject, 'известный предмет');
  const known = grade !== undefined && grade >= 1 && grade <= 11;
  if (!known) report('missing-grade', columns.grade, 'класс: ожидалось число от 1 до 11');
  return year === undefined || subject === undefined || !known
    ? undefined
    : { year, procedure: 'vpr', subject, grade };
}

function regionalReader(reading: Reading, columns: RegionalColumns, kind: SharesKind): RowReader {
  const { login, municipality, name, participants, shares } = columns;
  return {
    row(row) {
      if (isBlankRow(row) || textAt(row, login.index) === login.header) return 'service';
      const key = loginKey(textAt(row, login.index));
      if (key === undefined) {
        reading.error(
          'login-unknown',
          `«${textAt(row, login.index)}» — не логин ФИС ОКО: ожидалось вида edu990001. Исправьте ячейку.`,
          cellPlace(row, login),
        );
        return 'rejected';
      }
      const paper = paperOf(reading, row, columns);
      const count = paper && readCount(reading, row, participants);
      if (!paper || count === undefined) return 'rejected';
      const read = readShares(reading, row, shares, count);
      if (!read) return 'rejected';
      const title = name ? textAt(row, name.index).replace(/\s+/g, ' ') : '';
      const area = municipality ? textAt(row, municipality.index).replace(/\s+/g, ' ') : '';
      const code = reading.school(
        { by: 'login', key, ...(title ? { name: title } : {}), ...(area ? { municipality: area } : {}) },
        cellPlace(row, login),
      );
      if (code === undefined) return 'rejected';
      const record: Omit<DistributionRecord, 'at'> = {
        ...paper,
        unit: 'school',
        code,
        participants: count,
        scale: read.scale,
        [kind]: read.values,
      };
      reading.emit('distributions', record, { row: row.number });
      return 'record';
    },
  };
}

function regionalTable(id: string, title: string, kind: SharesKind, numbers: string): Layout {
  const expected = `«Год», «Класс», «Предмет», «Логин», «Кол-во участников», ${numbers}`;
  return {
    id,
    title,
    source: 'fis-oko',
    recognise: ({ rows }) =>
      rows.some((row) => columnsOf(row, kind))
        ? { confidence: 0.97, why: `строка заголовков ${expected}` }
        : undefined,
    open: (reading) =>
      searchHeader(reading, expected, (row) => {
        const columns = columnsOf(row, kind);
        return columns && regionalReader(reading, columns, kind);
      }),
  };
}

/** A region's own table of marks, all papers and years in one: the paper stands in each row. */
export const REGIONAL_MARKS = regionalTable(
  'regional-marks',
  'Сводная таблица региона: отметки по школам',
  'marks',
  '2, 3, 4, 5',
);

/** A region's own table of primary scores; cells beyond a work's maximum are empty. */
export const REGIONAL_SCORES = regionalTable(
  'regional-primary-scores',
  'Сводная таблица региона: первичные баллы по школам',
  'scores',
  '0, 1, 2 …',
);
