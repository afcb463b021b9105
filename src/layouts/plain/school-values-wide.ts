import type { Variable } from '../../records/variables/variable.ts';
import { parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import { type Column, type HeaderMatcher, headersOf, matchesHeader } from '../columns.ts';
import type { Layout, Place, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { searchHeader } from '../search-header.ts';
import { emitValue } from '../supplied-value.ts';
import { nearestVariables, readValue, variableOf } from '../variable-value.ts';
import { isServiceRow, SCHOOL_HEADERS, type Table, tableOf, widthCheck, YEAR_HEADERS } from './table.ts';
import { CUT_HEADERS, isMunicipality, readCut, respondentMisfit } from './value-subject.ts';

const COLUMNS = { school: SCHOOL_HEADERS, year: YEAR_HEADERS, cut: CUT_HEADERS } satisfies Record<
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

/**
 * Values in columns, a row an organisation (or, without a code, the municipality) and a column a variable; also
 * ratings and entrants of grade 10. A row with «Разрез» is of that cut.
 */
export const schoolValuesWide: Layout = {
  id: 'school-values-wide',
  title: 'Показатели организаций за год (в столбцах)',
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
      if (isServiceRow(row, table, 'school')) return 'service';
      let sound = true;
      const refuse = (code: string, message: string, place: Place): void => {
        reading.error(code, message, place);
        sound = false;
      };
      const schoolText = table.text(row, 'school');
      const yearText = table.text(row, 'year');
      const cutText = table.text(row, 'cut');
      const ofMunicipality = isMunicipality(schoolText);
      const read = columns.map((column) => {
        const text = row.cells[column.index]?.text.trim() ?? '';
        return { column, text, ...readValue(column.variable, text) };
      });
      if (!read.some((cell) => 'value' in cell || 'code' in cell)) return 'service';
      const year = yearText ? parseYear(yearText) : reading.given.year;
      if (year === undefined) {
        const message = 'Год не понятен: нужен 2021 или 2020/21. Исправьте ячейку или укажите --year.';
        refuse('year-unknown', message, table.place(row, 'year', yearText));
      }
      const values: { column: VariableColumn; value: number; breakdown: string | undefined }[] = [];
      for (const cell of read) {
        if ('blank' in cell) continue;
        const { column } = cell;
        const place = placeOf(row, column);
        const misfit = respondentMisfit(column.variable, ofMunicipality);
        const cut = readCut(column.variable, cutText);
        if (misfit) refuse(misfit.code, misfit.message, place);
        if ('code' in cut) refuse(cut.code, cut.message, place);
        if ('code' in cell) refuse(cell.code, cell.message, { ...place, value: cell.text });
        else if (!('code' in cut)) values.push({ column, value: cell.value, breakdown: cut.breakdown });
      }
      if (!sound || year === undefined) return 'rejected';
      const school = ofMunicipality
        ? undefined
        : reading.school({ by: 'code', key: schoolText }, table.place(row, 'school'));
      if (!school && !ofMunicipality) return 'rejected';
      checkWidth(row);
      for (const { column, value, breakdown } of values)
        emitValue(
          reading,
          { variable: column.variable, year, school, breakdown, value },
          placeOf(row, column),
        );
      return 'record';
    },
  };
}

/** The columns of known variables; of the others a person is told once. */
function variableColumns(reading: Reading, table: Table<Key>, header: Row): VariableColumn[] {
  const columns: VariableColumn[] = [];
  for (const column of headersOf(header)) {
    const place = { ...placeOf(header, column), value: column.header };
    if ((['school', 'year', 'cut'] as const).some((key) => table.place(header, key).column === column.index))
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
