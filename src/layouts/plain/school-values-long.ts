import { findVariable } from '../../records/variables/variables.ts';
import { parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { HeaderMatcher } from '../columns.ts';
import type { Layout, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { searchHeader } from '../search-header.ts';
import { emitValue } from '../supplied-value.ts';
import { nearestVariables, readValue, variableOf } from '../variable-value.ts';
import { isServiceRow, SCHOOL_HEADERS, type Table, tableOf, widthCheck, YEAR_HEADERS } from './table.ts';
import { CUT_HEADERS, isMunicipality, readCut, respondentMisfit } from './value-subject.ts';

const COLUMNS = {
  school: SCHOOL_HEADERS,
  year: YEAR_HEADERS,
  variable: ['показатель'],
  cut: CUT_HEADERS,
  value: ['значение'],
} satisfies Record<string, readonly HeaderMatcher[]>;

type Key = keyof typeof COLUMNS;

/**
 * Values of organisations and of the municipality, a row a value: `Код ОО` (empty: the municipality) · `Год` ·
 * `Показатель` · `Значение`, and `Разрез` where a value is of a cut.
 */
export const schoolValuesLong: Layout = {
  id: 'school-values-long',
  title: 'Показатели организаций за год (в строках)',
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
      if (isServiceRow(row, table, 'school')) return 'service';
      let sound = true;
      const refuse = (code: string, message: string, key: Key): void => {
        const text = table.text(row, key);
        reading.error(code, message, table.place(row, key, text || undefined));
        sound = false;
      };
      const schoolText = table.text(row, 'school');
      const yearText = table.text(row, 'year');
      const variableText = table.text(row, 'variable');
      const ofMunicipality = isMunicipality(schoolText);
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
      const misfit = variable && respondentMisfit(variable, ofMunicipality);
      if (misfit) refuse(misfit.code, misfit.message, 'school');
      const cut = variable && readCut(variable, table.text(row, 'cut'));
      if (cut && 'code' in cut) refuse(cut.code, cut.message, 'cut');
      const read = variable && readValue(variable, table.text(row, 'value'));
      if (read && 'code' in read) refuse(read.code, read.message, 'value');
      if (!sound || !variable || !read || !cut || 'code' in cut || year === undefined) return 'rejected';
      if (!('value' in read)) return 'service';
      const school = ofMunicipality
        ? undefined
        : reading.school({ by: 'code', key: schoolText }, table.place(row, 'school'));
      if (!school && !ofMunicipality) return 'rejected';
      checkWidth(row);
      const { breakdown } = cut;
      emitValue(reading, { variable, year, school, breakdown, value: read.value }, table.place(row, 'value'));
      return 'record';
    },
  };
}
