import type { Variable } from '../../records/variables/variable.ts';
import { parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import { type Column, type HeaderMatcher, headersOf, matchesHeader } from '../columns.ts';
import type { Layout, Place, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { searchHeader } from '../search-header.ts';
import { nearestVariables, readValue, variableOf } from './school-value.ts';
import { isEmpty, SCHOOL_HEADERS, type Table, tableOf, widthCheck, YEAR_HEADERS } from './table.ts';

const COLUMNS = { school: SCHOOL_HEADERS, year: YEAR_HEADERS } satisfies Record<
  string,
  readonly HeaderMatcher[]
>;
type Key = keyof typeof COLUMNS;

/** Columns that help a reader of the table and hold no values. */
const BESIDE: readonly HeaderMatcher[] = [
  /^№/,
  /наименование|название/,
  'школа',
  'оо',
  'муниципалитет',
  'регион',
  'район',
  'примечание',
  'комментарий',
];

interface VariableColumn extends Column {
  variable: Variable;
}

/** School-year values, a row a school and a column a variable; also ratings and entrants of grade 10. */
export const schoolValuesWide: Layout = {
  id: 'school-values-wide',
  title: 'Показатели школ за год (в столбцах)',
  source: 'statistics',
  recognise({ rows }: Preview) {
    const headed = rows.some((row) => isWideHeader(row, tableOf(row, COLUMNS)));
    return headed
      ? { confidence: 0.8, why: 'столбец «Код ОО» и столбцы известных показателей школы' }
      : undefined;
  },
  open: (reading) =>
    searchHeader(reading, '«Код ОО», «Год» и столбцы показателей', (row) => {
      const table = tableOf(row, COLUMNS);
      return isWideHeader(row, table) ? readWide(reading, table, row) : undefined;
    }),
};

function isWideHeader(row: Row, table: Table<Key>): boolean {
  if (!table.has('school')) return false;
  const headers = headersOf(row).map(({ header }) => header);
  if (headers.some((header) => matchesHeader(header, ['показатель', 'участник', 'фамилия', 'процедура'])))
    return false;
  return headers.some((header) => variableOf(header) !== undefined);
}

function readWide(reading: Reading, table: Table<Key>, header: Row): RowReader {
  const columns = variableColumns(reading, table, header);
  const checkWidth = widthCheck(reading, header);
  return {
    row(row): RowKind {
      if (isEmpty(row)) return 'service';
      let sound = true;
      const refuse = (code: string, message: string, place: Place): void => {
        reading.error(code, message, place);
        sound = false;
      };
      const schoolText = table.text(row, 'school');
      const yearText = table.text(row, 'year');
      const read = columns.map((column) => {
        const text = row.cells[column.index]?.text.trim() ?? '';
        return { column, text, ...readValue(column.variable, text) };
      });
      if (!read.some((cell) => 'value' in cell || 'code' in cell)) return 'service';
      if (!schoolText) {
        refuse(
          'missing-school',
          'Нет кода школы. Впишите его в столбец «Код ОО».',
          table.place(row, 'school'),
        );
      }
      const year = yearText ? parseYear(yearText) : reading.given.year;
      if (year === undefined) {
        const message = 'Год не понятен: нужен 2021 или 2020/21. Исправьте ячейку или укажите --year.';
        refuse('year-unknown', message, table.place(row, 'year', yearText));
      }
      for (const cell of read) {
        if (!('code' in cell)) continue;
        refuse(cell.code, cell.message, { ...placeOf(row, cell.column), value: cell.text });
      }
      if (!sound || year === undefined) return 'rejected';
      const school = reading.school({ by: 'code', key: schoolText }, table.place(row, 'school'));
      if (!school) return 'rejected';
      checkWidth(row);
      for (const cell of read) {
        if (!('value' in cell)) continue;
        const record = { year, school, variable: cell.column.variable.id, value: cell.value };
        reading.emit('school-years', record, placeOf(row, cell.column));
      }
      return 'record';
    },
  };
}

/** The columns of known variables; of the others a person is told once. */
function variableColumns(reading: Reading, table: Table<Key>, header: Row): VariableColumn[] {
  const columns: VariableColumn[] = [];
  for (const column of headersOf(header)) {
    const place = { ...placeOf(header, column), value: column.header };
    if ([table.place(header, 'school').column, table.place(header, 'year').column].includes(column.index))
      continue;
    const variable = variableOf(column.header);
    if (!variable) {
      if (matchesHeader(column.header, BESIDE)) continue;
      const nearest = nearestVariables(column.header).join(', ');
      const message = `Столбец не известен и не читается. Если это показатель, назовите его как один из ближайших: ${nearest}.`;
      reading.warn('unknown-column', message, place);
    } else if (columns.some((known) => known.variable.id === variable.id)) {
      const message = `Показатель «${variable.title}» стоит в двух столбцах. Оставьте один.`;
      reading.error('duplicate-column', message, place);
    } else columns.push({ ...column, variable });
  }
  return columns;
}

function placeOf(row: Row, { index, header }: Column): Place {
  return { row: row.number, column: index, header };
}
