import { parseYear } from '../../records/year.ts';
import type { Row } from '../../sheets/sheet.ts';
import type { HeaderMatcher } from '../columns.ts';
import type { Layout, Preview, Reading, RowKind, RowReader } from '../layout.ts';
import { isEmpty, type Table, tableOf } from '../plain/table.ts';
import { searchHeader } from '../search-header.ts';
import { countOfChildren, variableOfCategory } from './passport-cell.ts';
import { isPupilList } from './pupil-list.ts';

const COLUMNS = {
  category: [
    'категория',
    'категории',
    'показатель',
    'показатели',
    'наименование показателя',
    'социальная категория',
  ],
  count: ['количество', 'кол-во', 'количество детей', 'количество человек', 'итого', 'всего', 'число'],
} satisfies Record<string, readonly HeaderMatcher[]>;

type Key = keyof typeof COLUMNS;

/** Social passport of a school (социальный паспорт), aggregated: a row a category of pupils or families. */
export const socialPassport: Layout = {
  id: 'social-passport',
  title: 'Социальный паспорт школы',
  source: 'statistics',
  recognise({ rows }: Preview) {
    if (rows.some(isPupilList)) return undefined;
    const title = rows.slice(0, 10).some((row) => titleOf(row) !== undefined);
    const table = rows.some((row) => isPassportHeader(tableOf(row, COLUMNS)));
    return title && table
      ? { confidence: 0.9, why: 'заголовок «Социальный паспорт» и столбцы «Категория», «Количество»' }
      : undefined;
  },
  open(reading) {
    const title: Title = {};
    return searchHeader(reading, '«Категория» и «Количество»', (row) => {
      Object.assign(title, titleOf(row));
      const table = tableOf(row, COLUMNS);
      return isPassportHeader(table) ? readPassport(reading, table, title, row) : undefined;
    });
  },
};

interface Title {
  school?: string;
  year?: number;
}

function isPassportHeader(table: Table<Key>): boolean {
  return table.has('category') && table.has('count');
}

/** School and year of «Социальный паспорт МБОУ СОШ №1 на 2025-2026 учебный год»; also of the lines below it. */
function titleOf(row: Row): Title | undefined {
  const text = row.cells
    .map((cell) => (cell && !cell.master ? cell.text : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const found = /социальный паспорт\s*(.*)$/i.exec(text)?.[1];
  if (found === undefined) return undefined;
  const when =
    /(?:\s|^)(?:на|за|в)?\s*(20\d\d(?:\s*[/–—-]\s*(?:20)?\d\d)?)\s*(?:уч\S*\s*)?(?:год\S*|г\.)?.*$/i.exec(
      found,
    );
  const name = (when ? found.slice(0, when.index) : found)
    .replace(/^(школы|образовательной организации|оо|общеобразовательного учреждения)(?=\s|$)\s*/i, '')
    .replace(/[\s,–—-]+$/, '')
    .trim();
  const year = when ? parseYear(when[1]!) : undefined;
  return { ...(name ? { school: name } : {}), ...(year === undefined ? {} : { year }) };
}

function readPassport(reading: Reading, table: Table<Key>, title: Title, header: Row): RowReader {
  const { given } = reading;
  const year = title.year ?? given.year;
  if (year === undefined) {
    const message = 'В заголовке паспорта нет учебного года. Укажите его: --year 2025/26.';
    reading.error('missing-year', message, { row: header.number });
  }
  const place = { row: header.number };
  let school: string | undefined;
  if (given.school) school = reading.school({ by: 'code', key: given.school }, place);
  else if (title.school)
    school = reading.school({ by: 'name', key: title.school, name: title.school }, place);
  else {
    const message = 'В заголовке паспорта нет названия школы. Укажите её: --school КОД.';
    reading.error('missing-school', message, place);
  }
  return {
    row(row): RowKind {
      const category = table.text(row, 'category');
      const variable = isEmpty(row) ? undefined : variableOfCategory(category);
      if (!variable) return 'service';
      if (year === undefined || !school) return 'rejected';
      const text = table.text(row, 'count');
      const count = countOfChildren(category, text);
      if ('blank' in count) return 'service';
      const cell = table.place(row, 'count', /^[\d\s/;–—-]{1,20}$/.test(text) ? text : undefined);
      if ('ambiguous' in count) {
        const message = `«${variable.title}»: не понятно, дети это или семьи, значение не взято. Укажите число детей.`;
        reading.warn('ambiguous-count', message, cell);
        return 'service';
      }
      if ('unreadable' in count) {
        const message = `«${variable.title}»: нужно целое число. Исправьте ячейку.`;
        reading.error('not-a-count', message, cell);
        return 'rejected';
      }
      const value = variable.unit === 'yes-no' ? Math.min(1, count.value) : count.value;
      reading.emit('school-years', { year, school, variable: variable.id, value }, cell);
      return 'record';
    },
  };
}
