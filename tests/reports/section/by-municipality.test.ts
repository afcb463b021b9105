import { expect, test } from 'vitest';
import type { ReportTable } from '../../../src/reports/report.ts';
import { byMunicipality, withMunicipalities } from '../../../src/reports/section/by-municipality.ts';

const SCHOOLS = [{ school: '1' }, { school: '2' }, { school: '3' }];
const TABLE: ReportTable = {
  id: 'schools',
  empty: '',
  columns: [
    { key: 'school', title: 'Код ОО', type: 'text' },
    { key: 'name', title: 'Школа', type: 'text' },
    { key: 'papers', title: 'Работ', type: 'integer' },
  ],
  rows: SCHOOLS.map(({ school }) => ({ school, name: `Школа ${school}`, papers: 1 })),
};

/** The table where these schools are in these municipalities. */
const shown = (municipalities: Readonly<Record<string, string>>) =>
  withMunicipalities(
    TABLE,
    byMunicipality(SCHOOLS, (school) => municipalities[school]),
  );

test('A table of schools of several municipalities names them beside the schools, spelled alike', () => {
  const { columns, rows } = shown({ 1: 'Лесной округ', 2: 'ЛЕСНОЙ  округ', 3: 'Приозёрный округ' });
  expect(columns.map(({ title }) => title)).toEqual(['Код ОО', 'Школа', 'Муниципалитет', 'Работ']);
  expect(rows.map(({ municipality }) => municipality)).toEqual([
    ...['Лесной округ', 'Лесной округ', 'Приозёрный округ'],
  ]);
});

test('A school whose municipality the roster does not name is said to be such', () => {
  const { rows } = shown({ 1: 'Лесной округ', 3: 'Приозёрный округ' });
  expect(rows[1]).toMatchObject({ school: '2', municipality: 'в реестре не указан' });
});

test('A table of schools of one municipality, or of none, stays as it is', () => {
  expect(shown({ 1: 'Лесной округ', 2: 'Лесной округ' })).toBe(TABLE);
  expect(shown({})).toBe(TABLE);
});
