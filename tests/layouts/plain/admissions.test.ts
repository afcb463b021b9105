import { describe, expect, it } from 'vitest';
import { admissions } from '../../../src/layouts/plain/admissions.ts';
import { LAYOUTS } from '../../../src/layouts/registry.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const HEADER = ['Код ОО', 'Год', 'Класс', 'Куда поступил', 'По профилю'];
const read = (...rows: Shown[][]) => readLayout(admissions, rowsOf([HEADER, ...rows]));
const destination = (text: string, grade = 11) =>
  read(['990101', 2021, grade, text, null]).records.admissions?.[0]?.destination;

describe('the plain table of admissions', () => {
  it('gives a record a graduate', () => {
    const { records, issues } = read(
      ['990101', '2020/21', '9А', 'СУЗ', 'да'],
      ['990101', '2020/21', 9, '10 класс', null],
      ['990101', '2020/21', '11 класс', 'вуз', 'нет'],
    );
    expect(issues).toEqual([]);
    expect(records.admissions?.map(({ at: _at, ...record }) => record)).toEqual([
      { year: 2021, school: '990101', grade: 9, destination: 'vocational', profile: true },
      { year: 2021, school: '990101', grade: 9, destination: 'grade-10' },
      { year: 2021, school: '990101', grade: 11, destination: 'higher', profile: false },
    ]);
  });

  it('knows where people go however it is written', () => {
    for (const text of ['СУЗ', 'ПОО', 'СПО', 'ГБПОУ «Энский колледж»', 'Техникум', 'vocational'])
      expect(destination(text), text).toBe('vocational');
    for (const text of ['вуз', 'ВУЗ (бюджет)', 'Энский государственный университет', 'Институт культуры'])
      expect(destination(text), text).toBe('higher');
    for (const text of ['10', '10-й класс', 'в 10 класс'])
      expect(destination(text, 9), text).toBe('grade-10');
    expect(destination('Трудоустроен')).toBe('work');
    for (const text of ['иное', 'армия', 'не поступил']) expect(destination(text), text).toBe('other');
  });

  it('takes an empty «По профилю» for no answer, and never for «нет»', () => {
    expect(read(['990101', 2021, 11, 'вуз', '-']).records.admissions?.[0]).not.toHaveProperty('profile');
  });

  it('keeps people as pseudonyms alone, where the table names them', () => {
    const named = (...rows: Shown[][]) =>
      readLayout(admissions, rowsOf([[...HEADER, 'Фамилия', 'Имя', 'Отчество', 'Дата рождения'], ...rows]));
    const { records, issues } = named(
      ['990101', 2021, 9, 'СУЗ', 'да', 'Выдумкина', 'Анна', 'Олеговна', '05.03.2005'],
      ['990101', 2021, 9, 'иное', null, null, null, null, null],
    );
    expect(records.admissions?.[0]).toMatchObject({ participant: expect.any(String) });
    expect(records.admissions?.[1]).not.toHaveProperty('participant');
    const wrong = named(['990101', 2021, 9, 'Выдумкина', 'да', 'Анна', 'Олеговна', '05.03.2005', null]);
    expect(wrong.issues).toMatchObject([{ code: 'destination-unknown' }]);
    expect(JSON.stringify([records, issues, wrong.issues])).not.toMatch(/выдумкин|05\.03/i);
  });

  it.each<[string, Shown[], string]>([
    ['a school', [null, 2021, 9, 'СУЗ', 'да'], 'missing-school'],
    ['a year', ['990101', 'прошлый', 9, 'СУЗ', 'да'], 'year-unknown'],
    ['a class that ends a level', ['990101', 2021, 10, 'СУЗ', 'да'], 'not-a-leaving-grade'],
    ['a destination', ['990101', 2021, 9, null, 'да'], 'destination-unknown'],
    [
      'a destination that follows the class',
      ['990101', 2021, 9, 'вуз', 'да'],
      'destination-of-another-grade',
    ],
    ['the same after grade 11', ['990101', 2021, 11, '10 класс', null], 'destination-of-another-grade'],
    ['yes or no', ['990101', 2021, 9, 'СУЗ', 'может быть'], 'not-yes-or-no'],
  ])('needs %s', (_, row, code) => {
    const { issues, rows } = read(row);
    expect(issues).toMatchObject([{ severity: 'error', code }]);
    expect(rows.rejected).toBe(1);
  });

  it('is told from every other table', () => {
    const preview = { fileName: '', sheetName: '', sheetNames: [''], rows: rowsOf([HEADER]) };
    const known = LAYOUTS.filter((layout) => layout.recognise(preview)).map(({ id }) => id);
    expect(known).toEqual(['admissions']);
  });
});
