import { paperId } from '../../records/paper.ts';
import { findSubject } from '../../records/subject.ts';
import { parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import { type Column, findColumns, headersOf, isBlankRow, textAt } from '../columns.ts';
import type { Layout, Reading, RowKind, RowReader } from '../layout.ts';
import { isBlankText, parseInteger } from '../number.ts';
import { loginKey } from '../school-key.ts';
import { searchHeader } from '../search-header.ts';
import { cellPlace } from './counts.ts';

const EXPECTED = '«Год», «Логин», столбцы работ вида «4 РУ», «Количество маркеров»';

/** A column of one paper: `4 РУ`. */
interface PaperColumn extends Column {
  /** Absent where the letters name no known subject. */
  paper?: string;
}

interface MarkerColumns {
  year: Column;
  login: Column;
  name?: Column | undefined;
  municipality?: Column | undefined;
  count?: Column | undefined;
  papers: readonly PaperColumn[];
}

function columnsOf(row: Row): MarkerColumns | undefined {
  const { year, login, ...rest } = findColumns(row, {
    year: ['год'],
    login: ['логин', 'логин оо'],
    municipality: ['муниципалитет', 'район'],
    name: ['оо', 'наименование', 'название оо', 'наименование оо'],
    count: ['количество маркеров', 'кол-во маркеров'],
  });
  const papers = headersOf(row).flatMap((column): PaperColumn[] => {
    const found = /^(\d{1,2}) ?([А-ЯЁ]{2,3})$/u.exec(column.header);
    if (!found) return [];
    const subject = findSubject(found[2]!);
    if (!subject) return [column];
    return [{ ...column, paper: paperId({ procedure: 'vpr', subject, grade: Number(found[1]) }) }];
  });
  return year && login && papers.length > 0 ? { year, login, ...rest, papers } : undefined;
}

/** A marker: 1 stands; 0 in one year, an empty cell in another mean that it does not. */
function markerOf(text: string): boolean | undefined {
  if (isBlankText(text) || parseInteger(text) === 0) return false;
  return parseInteger(text) === 1 ? true : undefined;
}

function markerReader(reading: Reading, columns: MarkerColumns): RowReader {
  const { year: yearColumn, login, name, municipality, count, papers } = columns;
  const seen = new Set<string>();
  let repeats = 0;
  let firstRepeat = 1;

  function row(row: Row): RowKind {
    if (isBlankRow(row) || textAt(row, login.index) === login.header) return 'service';
    const whole = row.cells.map((cell) => cell?.text.trim() ?? '').join('\u0000');
    if (seen.has(whole)) {
      if (repeats++ === 0) firstRepeat = row.number;
      return 'service';
    }
    seen.add(whole);
    const year = parseYear(textAt(row, yearColumn.index));
    const key = loginKey(textAt(row, login.index));
    if (year === undefined || key === undefined) {
      const column = year === undefined ? yearColumn : login;
      reading.error(
        year === undefined ? 'missing-year' : 'login-unknown',
        `«${textAt(row, column.index)}» — не ${year === undefined ? 'год: ожидалось вида 2024' : 'логин ФИС ОКО: ожидалось вида edu990001'}. Исправьте ячейку.`,
        cellPlace(row, column),
      );
      return 'rejected';
    }
    const markers = papers.map((column) => ({ column, marker: markerOf(textAt(row, column.index)) }));
    const unknown = markers.filter(({ marker }) => marker === undefined);
    for (const { column } of unknown) {
      reading.error(
        'marker-unknown',
        `«${textAt(row, column.index)}» — не маркер: ожидалось 1, 0 или пусто. Исправьте ячейку.`,
        cellPlace(row, column),
      );
    }
    if (unknown.length > 0) return 'rejected';
    const title = name ? textAt(row, name.index).replace(/\s+/g, ' ') : '';
    const area = municipality ? textAt(row, municipality.index).replace(/\s+/g, ' ') : '';
    const school = reading.school(
      { by: 'login', key, ...(title ? { name: title } : {}), ...(area ? { municipality: area } : {}) },
      cellPlace(row, login),
    );
    if (school === undefined) return 'rejected';
    checkCount(row, markers.filter(({ marker }) => marker).length);
    for (const { column, marker } of markers) {
      reading.emit(
        'bias-markers',
        { year, school, procedure: 'vpr', paper: column.paper!, marker: marker === true },
        { row: row.number },
      );
    }
    return 'record';
  }

  function checkCount(row: Row, markers: number): void {
    const published = count ? parseInteger(textAt(row, count.index)) : undefined;
    if (!count || published === undefined || published === markers) return;
    reading.warn(
      'marker-count-differs',
      `Количество маркеров ${published}, а отмечено работ ${markers}: взяты отметки работ. Сверьте строку со списком.`,
      cellPlace(row, count),
    );
  }

  function end(): void {
    if (repeats === 0) return;
    reading.warn(
      'duplicate-rows',
      `Строк, которые дословно повторяют более ранние: ${repeats}. Они пропущены.`,
      { row: firstRepeat },
    );
  }

  return { row, end };
}

/** The published list of schools with signs of biased results (маркеры необъективности). */
export const BIAS_MARKERS: Layout = {
  id: 'bias-markers',
  title: 'Список школ с признаками необъективности результатов ВПР',
  source: 'fis-oko',
  recognise: ({ rows }) =>
    rows.some(columnsOf) ? { confidence: 0.97, why: `строка заголовков ${EXPECTED}` } : undefined,
  open: (reading) =>
    searchHeader(reading, EXPECTED, (row) => {
      const columns = columnsOf(row);
      if (!columns) return undefined;
      const unknown = columns.papers.filter(({ paper }) => paper === undefined);
      for (const { index, header } of unknown) {
        reading.error(
          'unknown-subject',
          `Работа «${header}» неизвестна: ожидался класс и краткое название предмета, например «4 РУ».`,
          { row: row.number, column: index, header, value: header },
        );
      }
      return unknown.length > 0 ? { row: () => 'rejected' } : markerReader(reading, columns);
    }),
};
