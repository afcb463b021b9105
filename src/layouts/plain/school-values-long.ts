import { findVariable } from '../../records/variables/variables.ts';
import { parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { HeaderMatcher } from '../columns.ts';
import type { Layout, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { searchHeader } from '../search-header.ts';
import { nearestVariables, readValue, variableOf } from './school-value.ts';
import { isEmpty, SCHOOL_HEADERS, type Table, tableOf, widthCheck, YEAR_HEADERS } from './table.ts';

const COLUMNS = {
  school: SCHOOL_HEADERS,
  year: YEAR_HEADERS,
  variable: ['показатель'],
  value: ['значение'],
} satisfies Record<string, readonly HeaderMatcher[]>;

type Key = keyof typeof COLUMNS;

/** School-year values, a row a value: `Код ОО` · `Год` · `Показатель` · `Значение`. */
export const schoolValuesLong: Layout = {
  id: 'school-values-long',
  title: 'Показатели школ за год (в строках)',
  source: 'statistics',
  recognise({ rows }: Preview) {
    const headed = rows.some((row) => isLongHeader(tableOf(row, COLUMNS)));
    return headed ? { confidence: 0.9, why: 'столбцы «Код ОО», «Показатель» и «Значение»' } : undefined;
  },
  open: (reading) =>
    searchHeader(reading, '«Код ОО», «Год», «Показатель», «Значение»', (row) => {
      const table = tableOf(row, COLUMNS);
      return isLongHeader(table) ? readLong(reading, table, row) : undefined;
    }),
};

function isLongHeader(table: Table<Key>): boolean {
  return table.has('school') && table.has('variable') && table.has('value');
}

function readLong(reading: Reading, table: Table<Key>, header: Row): RowReader {
  const checkWidth = widthCheck(reading, header);
  return {
    row(row): RowKind {
      if (isEmpty(row)) return 'service';
      let sound = true;
      const refuse = (code: string, message: string, key: Key): void => {
        const text = table.text(row, key);
        reading.error(code, message, table.place(row, key, text || undefined));
        sound = false;
      };
      const schoolText = table.text(row, 'school');
      const yearText = table.text(row, 'year');
      const variableText = table.text(row, 'variable');
      if (!schoolText) refuse('missing-school', 'Нет кода школы. Впишите его в столбец «Код ОО».', 'school');
      const year = yearText ? parseYear(yearText) : reading.given.year;
      if (year === undefined) {
        refuse(
          'year-unknown',
          'Год не понятен: нужен 2021 или 2020/21. Исправьте ячейку или укажите --year.',
          'year',
        );
      }
      const variable = findVariable(variableText) ?? variableOf(variableText);
      if (!variable) {
        const nearest = nearestVariables(variableText).join(', ');
        refuse(
          'unknown-variable',
          `Показатель не известен. Ближайшие: ${nearest}. Исправьте ячейку.`,
          'variable',
        );
      }
      const read = variable && readValue(variable, table.text(row, 'value'));
      if (read && 'code' in read) refuse(read.code, read.message, 'value');
      if (!sound || !variable || !read || year === undefined) return 'rejected';
      if (!('value' in read)) return 'service';
      const school = reading.school({ by: 'code', key: schoolText }, table.place(row, 'school'));
      if (!school) return 'rejected';
      checkWidth(row);
      reading.emit(
        'school-years',
        { year, school, variable: variable.id, value: read.value },
        { ...table.place(row, 'value') },
      );
      return 'record';
    },
  };
}
