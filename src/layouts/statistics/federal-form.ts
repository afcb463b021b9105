import type { Row } from '../../sheets/sheet.ts';
import { textAt } from '../columns.ts';
import type { Layout, Place, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { isBlankText, parseNumber } from '../number.ts';
import { isEmpty } from '../plain/table.ts';
import { shown } from '../shown.ts';
import { emitValue } from '../supplied-value.ts';
import { readValue } from '../variable-value.ts';
import { variablesOfCell } from './form-mapping.ts';
import { type FormRow, sumComplaints } from './form-rows.ts';
import { columnNumbers, type FormTable, formTable, rowNumber, rowNumberColumn } from './form-table.ts';
import { formNamed, rowText, sectionOf } from './form-title.ts';
import { formWhose } from './form-whose.ts';

/** Federal statistical forms (ОО-1, ОО-2, 85-К, 1-ДО, 1-ДОП, СПО-1): the numbers that variables are equal to. */
export const federalForm: Layout = {
  id: 'federal-form',
  title: 'Форма федерального статистического наблюдения',
  source: 'statistics',
  recognise: ({ rows }: Preview) => recogniseForm(rows),
  open: readForm,
};

function recogniseForm(rows: readonly Row[]) {
  const texts = rows.map(rowText);
  if (texts.some((text) => /федеральное статистическое наблюдение/i.test(text))) {
    return { confidence: 0.95, why: 'слова «Федеральное статистическое наблюдение»' };
  }
  const form = texts.map(formNamed).find((found) => found !== undefined);
  const units = texts.some((text) => /код[ы]? по океи/i.test(text));
  const header = rows.some((row) => rowNumberColumn(row) !== undefined);
  if (form && (units || header))
    return { confidence: 0.9, why: `название формы ${form} и таблица с номерами строк` };
  return units && header
    ? { confidence: 0.8, why: '«Код по ОКЕИ» и столбец «№ строки», как в формах статистики' }
    : undefined;
}

function readForm(reading: Reading): RowReader {
  const whose = formWhose(reading);
  let section = '';
  let header: { rows: Row[]; rowColumn: number } | undefined;
  let table: FormTable | undefined;
  let rows: FormRow[] = [];
  const counts = { read: 0, used: 0 };
  let began = false;

  const closeTable = (): void => {
    if (table)
      for (const { message, place } of sumComplaints(table, rows))
        reading.warn('sum-differs', message, place);
    table = undefined;
    rows = [];
  };

  /** Gives the values of one row to the variables that they are equal to; says whether any was given. */
  const give = (row: Row, formRow: FormRow, of: FormTable): RowKind => {
    const { form, year } = whose;
    let kind: RowKind = 'service';
    for (const { number, index, title } of of.columns) {
      const text = textAt(row, index);
      if (parseNumber(text) !== undefined) counts.read++;
      if (!form || year === undefined) continue;
      const cell = { form, year, section, row: formRow.number, column: number, name: formRow.name, title };
      for (const [at, variable] of variablesOfCell(cell).entries()) {
        const place: Place = { row: row.number, column: index, header: title };
        // «Х» is a cell that does not apply; a blank one is no data: only a written 0 is zero.
        if (isBlankText(text) || /^[хx]$/i.test(text)) continue;
        const read = readValue(variable, text);
        if ('code' in read) {
          reading.error(read.code, read.message, { ...place, ...shown(text) });
          return 'rejected';
        }
        const school = whose.school({ row: row.number });
        if (school === undefined) return 'rejected';
        if (!('value' in read)) continue;
        emitValue(reading, { variable, year, school, value: read.value }, place);
        if (at === 0) counts.used++;
        kind = 'record';
      }
    }
    return kind;
  };

  return {
    row(row): RowKind {
      if (isEmpty(row)) return began ? 'service' : 'preamble';
      const rowColumn = rowNumberColumn(row);
      if (rowColumn !== undefined) {
        closeTable();
        header = { rows: [row], rowColumn };
        began = true;
        return 'preamble';
      }
      if (header) {
        const numbers = columnNumbers(row);
        if (numbers) {
          table = formTable(header.rows, header.rowColumn, numbers);
          header = undefined;
        } else if (header.rows.length < 8) header.rows.push(row);
        else header = undefined;
        return 'preamble';
      }
      const named = table ? sectionBelow(row, table) : sectionOf(row);
      if (named !== undefined) {
        closeTable();
        section = named;
        return began ? 'service' : 'preamble';
      }
      if (!table) {
        whose.note(row);
        return began ? 'service' : 'preamble';
      }
      // Services hide what a form does not ask of an organisation.
      if (row.hidden) return 'service';
      const number = rowNumber(row, table);
      const name = textAt(row, table.nameColumn).replace(/\s+/g, ' ');
      if (number === undefined) return 'service';
      const values = new Map(
        table.columns.map(({ number: column, index }) => [column, parseNumber(textAt(row, index))]),
      );
      const formRow = { number, name, values, row: row.number };
      rows.push(formRow);
      return give(row, formRow, table);
    },
    end() {
      closeTable();
      if (!began) return;
      if (!whose.form) {
        const message =
          'Не понятно, какая это форма: на листе и в имени файла нет её названия (ОО-1, ОО-2, 85-К, 1-ДО). Назовите файл по форме: «ОО-1.xlsx».';
        reading.error('form-unknown', message, { row: 1 });
      } else if (whose.year === undefined) {
        const message =
          'Не понятно, за какой год форма. Укажите --year: год, в котором кончается учебный год.';
        reading.error('year-unknown', message, { row: 1 });
      } else if (counts.read > counts.used) {
        const message =
          `Форма ${whose.form}: чисел на листе ${counts.read}, показателям нужны ${counts.used}; ` +
          'остальные не сохранены: для них нет проверенного соответствия. Что нужно, внесите формой сбора или таблицей показателей.';
        reading.warn('unmapped', message, { row: 1 });
      }
    },
  };
}

/** A section below a table; a numbered row of the table is none. */
function sectionBelow(row: Row, table: FormTable): string | undefined {
  return rowNumber(row, table) === undefined ? sectionOf(row) : undefined;
}
