import { describe, expect, it } from 'vitest';
import { isPlainlyNoSchool } from '../../../src/layouts/plain/kind-by-name.ts';
import { PLAIN_LAYOUTS } from '../../../src/layouts/plain/layouts.ts';
import { roster } from '../../../src/layouts/plain/roster.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const HEADER = [
  'Код ОО',
  'Логин ФИС ОКО',
  'Код ОГЭ',
  'Код ЕГЭ',
  'Наименование',
  'Краткое наименование',
  'Вид',
  'Муниципалитет',
  'Регион',
];
const row = (changes: Record<string, Shown> = {}): Shown[] => {
  const values: Record<string, Shown> = {
    'Код ОО': '490101',
    'Логин ФИС ОКО': 'sch990001, edu990001',
    'Код ОГЭ': '005811',
    'Код ЕГЭ': 5811,
    Наименование: 'МБОУ «СОШ №1»',
    'Краткое наименование': 'СОШ №1',
    Вид: 'Школа',
    Муниципалитет: 'Ивовский район',
    Регион: 'Энская область',
    ...changes,
  };
  return HEADER.map((header) => values[header]);
};
const read = (table: Shown[][]) => readLayout(roster, rowsOf(table));
const sure = (...header: string[]) =>
  roster.recognise({ fileName: '', sheetName: '', sheetNames: [''], rows: rowsOf([header]) })?.confidence ??
  0;

describe('the roster of schools', () => {
  it('gives every key of a school in its canonical form', () => {
    expect(read([HEADER, row()]).records.roster).toEqual([
      {
        code: '490101',
        name: 'МБОУ «СОШ №1»',
        shortName: 'СОШ №1',
        logins: ['990001'],
        ogeCode: '5811',
        egeCode: '5811',
        kind: 'school',
        municipality: 'Ивовский район',
        region: 'Энская область',
        at: ['Лист1', 2],
      },
    ]);
  });

  it('does not mind how its headers are written: case, spaces, ё', () => {
    const squeezed = HEADER.map((header) => header.replaceAll(' ', '').toUpperCase());
    const spaced = HEADER.map((header) => header.toLowerCase().replace(' ', '\u00a0  ').replace('е', 'ё'));
    for (const header of [squeezed, spaced]) {
      expect(sure(...header)).toBe(sure(...HEADER));
      expect(read([header, row()]).records.roster).toEqual(read([HEADER, row()]).records.roster);
    }
  });

  it('needs only code and name', () => {
    expect(
      read([
        ['Код ОО', 'Наименование'],
        ['490101', 'СОШ №1'],
      ]).records.roster,
    ).toMatchObject([{ code: '490101', name: 'СОШ №1' }]);
    expect(read([HEADER, row({ 'Код ОО': null })]).issues).toMatchObject([
      { code: 'missing-school', row: 2 },
    ]);
    expect(read([HEADER, row({ Наименование: null })]).issues).toMatchObject([{ code: 'missing-name' }]);
  });

  it('knows three kinds, and names them where it meets a fourth', () => {
    const kinds = ['школа', 'Детский сад', 'Дополнительное образование'].map(
      (kind) => read([HEADER, row({ Вид: kind })]).records.roster?.[0].kind,
    );
    expect(kinds).toEqual(['school', 'preschool', 'additional']);
    const { issues } = read([HEADER, row({ Вид: 'кружок' })]);
    expect(issues).toMatchObject([{ severity: 'error', code: 'kind-unknown', value: 'кружок' }]);
    expect(issues[0]?.message).toContain('дополнительное образование');
  });

  it('warns once of organisations that count as schools though their names say another kind', () => {
    const header = ['Код ОО', 'Наименование'];
    const gardens = Array.from({ length: 12 }, (_, at) => [`4903${at}`, `МБДОУ «Детский сад № ${at + 1}»`]);
    const { issues, records } = read([header, ['490101', 'СОШ №1'], ...gardens]);
    expect(issues).toMatchObject([
      { severity: 'warning', code: 'kind-not-told', row: 3, header: 'Наименование' },
    ]);
    expect(issues[0]!.message).toContain('нет столбца «Вид»');
    expect(issues[0]!.message).toContain('строки 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 и ещё 2.');
    expect(records.roster!.every(({ kind }) => kind === undefined)).toBe(true);
  });

  it('warns of a kind that is left out where the column is there, and of no other row', () => {
    const garden = {
      Наименование: 'Детский сад № 3',
      'Логин ФИС ОКО': null,
      'Код ОГЭ': null,
      'Код ЕГЭ': null,
    };
    const { issues } = read([
      HEADER,
      row({ Вид: null }),
      row({ ...garden, 'Код ОО': '490301', Вид: null }),
      row({ ...garden, 'Код ОО': '490302', Вид: 'детский сад' }),
    ]);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'kind-not-told', row: 3 }]);
    expect(issues[0]!.message).toContain('не школы: строка 3.');
    expect(
      read([
        ['Код ОО', 'Наименование'],
        ['1', 'Лицей'],
      ]).issues,
    ).toEqual([]);
  });

  it.each([
    'МБДОУ «Детский сад № 3 «Ромашка»',
    'МДОУ № 7',
    'Муниципальное бюджетное дошкольное образовательное учреждение «Ёлочка»',
    'МБУ ДО «Детско-юношеская спортивная школа»',
    'ДЮСШ «Старт»',
    'Дом детского творчества',
    'Дворец творчества детей и молодёжи',
    'Центр дополнительного образования детей',
    'Станция юных натуралистов',
    'Центр внешкольной работы',
    'Центр детского и юношеского творчества',
    'МБУДО ДДТ',
    'Детская школа искусств № 2',
    'Детская музыкальная школа',
  ])('takes %s for no school', (name) => {
    expect(isPlainlyNoSchool(name)).toBe(true);
  });

  it.each([
    'МБОУ «СОШ № 1»',
    'Начальная школа – детский сад № 5',
    'МБОУ СОШ № 5 с дошкольными группами (детский сад)',
    'Средняя общеобразовательная школа со спортивным уклоном',
    'Школа № 4 имени Д. О. Доусона',
    'Гимназия, структурное подразделение «Детский сад»',
    'МКОУ «Лицей № 2»',
    'Школа-интернат спортивного профиля',
    'Приозёрный центр образования',
    'Центр образования № 5 (детский сад)',
    'Дом № 5',
    'Средняя школа № 3 с художественной студией',
    'МОУ Доуринская школа',
  ])('takes %s for a school', (name) => {
    expect(isPlainlyNoSchool(name)).toBe(false);
  });

  it('refuses a login or a code that is none', () => {
    expect(read([HEADER, row({ 'Логин ФИС ОКО': 'director' })]).issues).toMatchObject([
      { code: 'login-unknown' },
    ]);
    expect(read([HEADER, row({ 'Код ОГЭ': '58-11' })]).issues).toMatchObject([
      { code: 'school-code-unknown' },
    ]);
  });

  it('is told from tables of values and results', () => {
    expect(sure(...HEADER)).toBeGreaterThan(0.8);
    expect(sure('КОД  ОО', 'наименование ОО:')).toBeGreaterThan(0.5);
    expect(sure('Код ОО', 'Наименование', 'Год', 'Всего обучающихся')).toBe(0);
    expect(sure('Код ОО', 'Наименование', 'Фамилия', 'Балл')).toBe(0);
  });

  it('refuses a second school with the same login or ГИА code: their results could not be told apart', () => {
    const header = ['Код ОО', 'Наименование', 'Логин ФИС ОКО', 'Код ОГЭ'];
    const layout = PLAIN_LAYOUTS.find(({ id }) => id === 'roster')!;
    const read = (second: (string | number)[]) =>
      readLayout(layout, rowsOf([header, ['1', 'Школа 1', 'sch990001, edu990001', '5811'], second]));
    expect(read(['2', 'Школа 2', 'edu990001', '5812']).issues).toMatchObject([
      { severity: 'error', code: 'key-shared', row: 3, header: 'Логин ФИС ОКО' },
    ]);
    expect(read(['2', 'Школа 2', 'edu990002', '005811']).issues).toMatchObject([
      { severity: 'error', code: 'key-shared', row: 3, header: 'Код ОГЭ' },
    ]);
    expect(read(['2', 'Школа 2', 'edu990002', '5812']).issues).toEqual([]);
  });
});
