import { describe, expect, it } from 'vitest';
import { giaAppeals } from '../../../src/layouts/gia/appeals.ts';
import { giaFlat } from '../../../src/layouts/gia/flat.ts';
import { giaMachine } from '../../../src/layouts/gia/machine.ts';
import type { Layout } from '../../../src/layouts/layout.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const sure = (layout: Layout, table: Shown[][]) =>
  layout.recognise({ fileName: '', sheetName: '', sheetNames: [''], rows: rowsOf(table) })?.confidence ?? 0;

describe('a protocol with machine headers', () => {
  const table: Shown[][] = [
    [
      'SchoolCode',
      'ClassCode',
      'StationCode',
      'AuditoriumCode',
      'GovernmentCell',
      'SurnameCell',
      'NameCell',
      'SecondNameCell',
      'DocumentSeriesCode',
      'DocumentNumberCode',
      'TestResultBCell',
      'TestResultCCell',
      'PrimaryMark',
      'Mark5',
    ],
    ['5811', '9А', '101', '3', '209', 'Придумкин', 'Иван', 'Ильич', '9900', '000001', '++-2', '1(2)', 18, 4],
  ];

  it('takes exam and day from the name of the file', () => {
    const { records, issues } = readLayout(giaMachine, rowsOf(table), {}, { fileName: '04_2026.06.03.csv' });
    expect(issues).toEqual([]);
    expect(records.results).toMatchObject([
      {
        procedure: 'oge',
        subject: 'chemistry',
        date: '2026-06-03',
        year: 2026,
        school: '5811',
        mark: 4,
        primaryScore: 18,
        tasks: [1, 1, 0, 2, 1],
      },
    ]);
  });

  it('asks for subject and year where the name does not say them', () => {
    const { issues } = readLayout(giaMachine, rowsOf(table), {}, { fileName: 'выгрузка.csv' });
    expect(issues.map(({ code }) => code)).toEqual(['missing-subject', 'missing-year']);
  });

  it('is recognised by its headers', () => {
    expect(sure(giaMachine, table)).toBeGreaterThan(0.9);
    expect(sure(giaMachine, [['SchoolCode', 'LawAddress', 'ShortName', 'SchoolKindCode']])).toBe(0);
  });
});

describe('the flat export', () => {
  const first: Shown[][] = [
    [
      'ID',
      'Код школы',
      'Класс',
      'Предмет',
      'Название предмета',
      'Первичный балл',
      'Процент выполнения',
      '100 балльная шкала',
      'Оценка кратких ответов',
      'Оценка развернутых ответов',
    ],
    [17, 5811, '11А', 1, 'Русский язык', 41, 71, 72, '++2', '1(1)'],
    [17, 5811, '11А', 2, 'Математика профильная', 12, 37, 62, '++-', '0(2)'],
  ];

  it('gives a result a row, and knows one participant over subjects', () => {
    const { records, issues } = readLayout(giaFlat, rowsOf(first), { year: 2018 });
    expect(issues).toEqual([]);
    expect(records.results).toMatchObject([
      {
        procedure: 'ege',
        subject: 'russian',
        year: 2018,
        testScore: 72,
        primaryScore: 41,
        tasks: [1, 1, 2, 1],
      },
      { procedure: 'ege', subject: 'mathematics-profile', testScore: 62 },
    ]);
    expect(records.results?.[0].participant).toBe(records.results?.[1].participant);
    expect(records.results?.[0]).not.toHaveProperty('person');
  });

  it('reads the variant with day, Балл and Зачет, whose 2 and 5 are no marks', () => {
    const table: Shown[][] = [
      [
        'ID',
        'Код предмета',
        'Дата экзамена',
        'Код ОУ',
        'Наименование ОУ',
        'Тип ОУ',
        'Муниципальный район',
        'Класс',
        'TestResultB',
        'TestResultC',
        'Первичный балл',
        'Балл',
        'Зачет',
      ],
      [3, 3, '2019.06.05', '005811', 'МБОУ «СОШ №1»', 'СОШ', 'Ивовский', '11', '++', '1(3)', 10, 40, 5],
    ];
    const { records, schools } = readLayout(giaFlat, rowsOf(table));
    expect(records.results).toMatchObject([{ subject: 'physics', date: '2019-06-05', testScore: 40 }]);
    expect(records.results?.[0]).not.toHaveProperty('mark');
    expect(schools[0]).toMatchObject({ key: '5811', name: 'МБОУ «СОШ №1»' });
  });

  it('asks for the year once for each subject, not for each row', () => {
    const { issues, rows } = readLayout(giaFlat, rowsOf([...first, first[1]!]));
    expect(issues.map(({ code }) => code)).toEqual(['missing-year', 'missing-year']);
    expect(rows.rejected).toBe(3);
  });

  it('takes the sheet of schools beside it for service rows', () => {
    const table: Shown[][] = [
      ['SchoolCode', 'LawAddress', 'ShortName', 'SchoolKindCode', 'AreaCode'],
      ['5811', 'ул. Вымышленная, 1', 'СОШ №1', 1, 209],
    ];
    expect(sure(giaFlat, table)).toBeGreaterThan(0.5);
    expect(readLayout(giaFlat, rowsOf(table))).toMatchObject({
      records: {},
      issues: [],
      rows: { service: 1 },
    });
  });

  it('is recognised, and not in the plain table of results', () => {
    expect(sure(giaFlat, first)).toBeGreaterThan(0.8);
    expect(
      sure(giaFlat, [
        [
          'Код ОО',
          'Год',
          'Процедура',
          'Предмет',
          'Класс',
          'Участник',
          'Первичный балл',
          'Тестовый балл',
          'Отметка',
        ],
      ]),
    ).toBe(0);
  });
});

describe('a list of appeals', () => {
  const table: Shown[][] = [
    ['Апелляции'],
    [
      '№',
      'Код ОО',
      'Класс',
      'Фамилия',
      'Имя',
      'Отчество',
      'Документ',
      'Тип апелляции / перепроверки',
      'Состояние',
      'Балл до изменения',
      'Текущие',
      null,
      'Разница',
    ],
    [
      1,
      '5811',
      '11',
      'Придумкин',
      'Иван',
      'Ильич',
      '9900 000001',
      'Апелляция на результат',
      'Апелляция удовлетворена',
      40,
      30,
      42,
      2,
    ],
  ];

  it('is refused with one error that says what to import instead', () => {
    const { issues, rows, records } = readLayout(giaAppeals, rowsOf(table));
    expect(issues).toMatchObject([{ severity: 'error', code: 'appeals-not-read', row: 2 }]);
    expect(issues[0]?.message).toContain('протокол');
    expect(rows).toMatchObject({ preamble: 2, rejected: 1 });
    expect(records).toEqual({});
  });

  it('is recognised above a protocol', () => {
    expect(sure(giaAppeals, table)).toBeGreaterThan(0.95);
    expect(sure(giaAppeals, [['№', 'Код ОО', 'Фамилия', 'Балл']])).toBe(0);
  });
});
