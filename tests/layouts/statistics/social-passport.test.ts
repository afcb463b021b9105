import { describe, expect, it } from 'vitest';
import type { Given } from '../../../src/layouts/layout.ts';
import { countOfChildren, variableOfCategory } from '../../../src/layouts/statistics/passport-cell.ts';
import { pupilList } from '../../../src/layouts/statistics/pupil-list.ts';
import { socialPassport } from '../../../src/layouts/statistics/social-passport.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const TITLE = 'Социальный паспорт МБОУ СОШ №1 на 2025-2026 учебный год';
const passport = (rows: Shown[][], title: string | null = TITLE, given: Given = {}) =>
  readLayout(socialPassport, rowsOf([[title], ['№', 'Категория', 'Количество'], ...rows]), given);

describe('a social passport', () => {
  it('takes school and year from its title', () => {
    const { records, schools, issues } = passport([[1, 'Всего обучающихся', 412]]);
    expect(issues).toEqual([]);
    expect(schools).toEqual([{ by: 'name', key: 'МБОУ СОШ №1', name: 'МБОУ СОШ №1' }]);
    expect(records['school-years']).toMatchObject([
      { year: 2026, school: 'МБОУ СОШ №1', variable: 'pupils', value: 412 },
    ]);
  });

  it('takes them from what was given, and asks for them where nothing says them', () => {
    const given = { year: 2024, school: '490101' };
    expect(
      passport([[1, 'Всего учащихся', 5]], 'Социальный паспорт', given).records['school-years'],
    ).toMatchObject([{ year: 2024, school: '490101' }]);
    const { issues, rows } = passport([[1, 'Всего учащихся', 5]], 'Социальный паспорт');
    expect(issues.map(({ code }) => code)).toEqual(['missing-year', 'missing-school']);
    expect(rows.rejected).toBe(1);
  });

  it('stores what means the same as a known variable, and leaves the other categories', () => {
    const { records, rows } = passport([
      [1, 'Всего обучающихся', '771 человек: 411 мальчиков и 360 девочек'],
      [2, 'Неполные семьи / детей в них', '38 / 96'],
      [3, 'Обучающиеся с ОВЗ', 17],
      [4, 'Состоят на учёте в ПДН', 2],
      [5, 'Состоят на учёте в наркологическом диспансере', 2],
      [6, 'Русский язык не родной', null],
    ]);
    expect(records['school-years']?.map(({ variable, value }) => [variable, value])).toEqual([
      ['pupils', 771],
      ['single-parent', 96],
      ['narcology-register', 1],
    ]);
    expect(rows).toMatchObject({ record: 3, service: 3 });
  });

  it('does not take families for children', () => {
    const { records, issues } = passport([
      [1, 'Неполные семьи', 12],
      [2, 'Переселенцы', '3/5'],
    ]);
    expect(records).toEqual({});
    expect(issues.map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'ambiguous-count'],
      ['warning', 'ambiguous-count'],
    ]);
  });

  it('takes the total of a table with a column for each class', () => {
    const rows = rowsOf([[TITLE], ['Категория', '1А', '1Б', 'Итого'], ['Всего обучающихся', 20, 22, 42]]);
    expect(readLayout(socialPassport, rows).records['school-years']).toMatchObject([{ value: 42 }]);
  });

  it('is recognised by title and table, not by either alone', () => {
    const sure = (table: Shown[][]) =>
      socialPassport.recognise({ fileName: '', sheetName: '', sheetNames: [''], rows: rowsOf(table) })
        ?.confidence ?? 0;
    expect(sure([[TITLE], ['№', 'Категория', 'Количество']])).toBeGreaterThan(0.8);
    expect(sure([['№', 'Категория', 'Количество']])).toBe(0);
    expect(sure([[TITLE]])).toBe(0);
  });
});

describe('a cell of a passport', () => {
  it('is a number of children only where it says so', () => {
    expect(countOfChildren('Неполные семьи', '12 (детей – 30)')).toEqual({ value: 30 });
    expect(countOfChildren('Дети из неполных семей', '30')).toEqual({ value: 30 });
    expect(countOfChildren('Переселенцы', 'нет')).toEqual({ value: 0 });
    expect(countOfChildren('Переселенцы', '')).toEqual({ blank: true });
    expect(countOfChildren('Переселенцы', '3/5')).toEqual({ ambiguous: true });
    expect(countOfChildren('Переселенцы', 'уточняется')).toEqual({ unreadable: true });
  });

  it('belongs to a variable only where the category means the same', () => {
    expect(variableOfCategory('Дети из неполных семей')?.id).toBe('single-parent');
    expect(variableOfCategory('Состоят на учёте в ПДН')).toBeUndefined();
    expect(variableOfCategory('Многодетные семьи')).toBeUndefined();
    expect(variableOfCategory('Баллы рейтинга')).toBeUndefined();
  });
});

describe('a list of pupils', () => {
  const table: Shown[][] = [
    [TITLE],
    ['№', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Адрес', 'Телефон', 'Статус семьи', 'Многодетная'],
    [1, 'Выдумкина', 'Анна', 'Олеговна', '01.02.2012', 'ул. Мнимая, 1', '000', 'полная', '+'],
  ];
  const preview = (rows: Shown[][]) => ({
    fileName: '',
    sheetName: '',
    sheetNames: [''],
    rows: rowsOf(rows),
  });

  it('is refused, and nothing of it is shown', () => {
    const outcome = readLayout(pupilList, rowsOf(table));
    expect(outcome.issues).toMatchObject([{ severity: 'error', code: 'personal-data', row: 2 }]);
    expect(outcome.rows).toMatchObject({ preamble: 2, rejected: 1 });
    expect(JSON.stringify(outcome)).not.toMatch(/Выдумкина|Мнимая/);
  });

  it('is told from passports and from tables of participants', () => {
    expect(pupilList.recognise(preview(table))?.confidence).toBeGreaterThan(0.9);
    expect(socialPassport.recognise(preview(table))).toBeUndefined();
    expect(
      pupilList.recognise(
        preview([['Код ОО', 'Год', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Степень', 'Статус']]),
      ),
    ).toBeUndefined();
  });
});
