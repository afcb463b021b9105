import { describe, expect, it } from 'vitest';
import { contextualSurvey } from '../../../src/layouts/statistics/contextual-survey.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const S2021: Shown[][] = [
  [
    'логин',
    'Код региона',
    'Название ОО',
    'Полное наименование ОО согласно Уставу',
    'Адрес ОО  (с указанием индекса)',
    'ФИО директора (полностью)',
    '"Телефон ОО (с указанием кода города)"',
    'e-mail ОО',
    'Организационно-правовая форма ОО',
  ],
  [
    'sch990001',
    '99',
    'МБОУ «СОШ №1»',
    'Муниципальное учреждение «СОШ №1»',
    'г. Энск, ул. Мнимая, 1',
    'Выдумкина Анна Олеговна',
    70000000000,
    'one@example.org',
    '1. Государственная',
  ],
];
const HEADER_2022 = [
  'Пользователь',
  'Код региона',
  'Регион',
  'Муниципалитет',
  'Школа',
  'Дата загрузки',
  '№',
  '1. ПОЛНОЕ наименование образовательной организации',
  '2.\tСОКРАЩЕННОЕ наименование',
  '3. ФИО директора',
  '7. Код ОГЭ',
  '8. Код ЕГЭ',
  '13. Адрес',
  '14. Где расположена ОО',
];
const S2022: Shown[][] = [
  HEADER_2022,
  [
    'edu990001',
    99,
    'reg990000 | Энская область',
    'reg99_m004 | Ивовский район',
    'edu990001 | МБОУ "СОШ №1"',
    '21.02.2022 09:30:00',
    1,
    'Муниципальное учреждение',
    'СОШ №1',
    'Выдумкина Анна Олеговна',
    5811,
    '005811',
    'ул. Мнимая, 1',
    '4) село',
  ],
  [
    'edu990001',
    99,
    'reg990000 | Энская область',
    'reg99_m004 | Ивовский район',
    'edu990001 | МБОУ "СОШ №1"',
    '22.02.2022 10:00:00',
    2,
    'Муниципальное учреждение',
    'СОШ №1',
    'Выдумкина Анна Олеговна',
    5812,
    'нет',
    'ул. Мнимая, 1',
    '4) село',
  ],
];
const read = (table: Shown[][]) => readLayout(contextualSurvey, rowsOf(table));
const sure = (table: Shown[][]) =>
  contextualSurvey.recognise({ fileName: '', sheetName: '', sheetNames: [''], rows: rowsOf(table) })
    ?.confidence ?? 0;

describe('the contextual survey', () => {
  it('gives schools by their logins in 2021', () => {
    expect(read(S2021).records.roster).toEqual([
      { code: '990001', name: 'МБОУ «СОШ №1»', logins: ['990001'], at: ['Лист1', 2] },
    ]);
  });

  it('gives the codes of ОГЭ and ЕГЭ in 2022, each upload with its time', () => {
    expect(read(S2022).records.roster).toMatchObject([
      {
        code: '990001',
        name: 'МБОУ "СОШ №1"',
        shortName: 'СОШ №1',
        ogeCode: '5811',
        egeCode: '5811',
        municipality: 'Ивовский район',
        region: 'Энская область',
        version: '2022-02-21T09:30:00',
      },
      { ogeCode: '5812', version: '2022-02-22T10:00:00' },
    ]);
    expect(read(S2022).records.roster?.[1]).not.toHaveProperty('egeCode');
  });

  it('reads no director, phone or address', () => {
    for (const table of [S2021, S2022]) {
      expect(JSON.stringify(read(table))).not.toMatch(/Выдумкина|Мнимая|example|70000000000/);
    }
  });

  it('refuses a row without a login, and keeps a school whose ГИА code is none', () => {
    const [, row] = S2022;
    expect(read([HEADER_2022, ['школа', ...row!.slice(1)]]).issues).toMatchObject([
      { severity: 'error', code: 'login-unknown' },
    ]);
    const odd = [...row!.slice(0, 10), 'не знаю', ...row!.slice(11)];
    expect(read([HEADER_2022, odd])).toMatchObject({
      rows: { record: 1 },
      issues: [{ severity: 'warning', code: 'school-code-unknown' }],
    });
  });

  it('is recognised by its questions', () => {
    expect(sure(S2021)).toBeGreaterThan(0.9);
    expect(sure(S2022)).toBeGreaterThan(0.9);
    expect(sure([['логин школы', 'код обучающегося', 'балл за 1']])).toBe(0);
    expect(sure([['Пользователь', 'Код региона', 'Класс', 'Код участника']])).toBe(0);
  });
});
