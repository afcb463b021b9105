import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Given, Layout } from '../../../src/layouts/layout.ts';
import { schoolValuesLong } from '../../../src/layouts/plain/school-values-long.ts';
import { schoolValuesWide } from '../../../src/layouts/plain/school-values-wide.ts';
import { readCut } from '../../../src/layouts/plain/value-subject.ts';
import type { Variable } from '../../../src/records/variables/variable.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const LONG = ['Код ОО', 'Год', 'Показатель', 'Значение'];
const long = (rows: Shown[][], given: Given = {}) =>
  readLayout(schoolValuesLong, rowsOf([LONG, ...rows]), given);
const wide = (rows: Shown[][], given: Given = {}) => readLayout(schoolValuesWide, rowsOf(rows), given);
const sure = (layout: Layout, ...header: string[]) =>
  layout.recognise({ fileName: '', sheetName: '', sheetNames: [''], rows: rowsOf([header]) })?.confidence ??
  0;

describe('values in rows', () => {
  it('are known by id, by title and by synonym', () => {
    const { records, issues } = long([
      ['490101', 2021, 'pupils', 412],
      ['490101', '2020/21', 'Обучающиеся из неполных семей', '96'],
      ['490101', 2021, 'правонарушения', 0],
      ['490101', 2021, 'narcology-register', 'нет'],
      ['490102', 2021, 'narcology-register', 'Да'],
    ]);
    expect(issues).toEqual([]);
    expect(
      records['school-years']?.map(({ school, year, variable, value }) => [school, year, variable, value]),
    ).toEqual([
      ['490101', 2021, 'pupils', 412],
      ['490101', 2021, 'single-parent', 96],
      ['490101', 2021, 'offences', 0],
      ['490101', 2021, 'narcology-register', 0],
      ['490102', 2021, 'narcology-register', 1],
    ]);
  });

  it('tell a blank from zero', () => {
    expect(
      long([
        ['490101', 2021, 'pupils', null],
        ['490101', 2021, 'offences', '-'],
      ]),
    ).toMatchObject({
      records: {},
      issues: [],
      rows: { service: 2 },
    });
  });

  it('pass over a row of totals, and take no title for one', () => {
    const { records, rows, issues } = readLayout(
      schoolValuesLong,
      rowsOf([
        ['Показатель', 'Код ОО', 'Год', 'Значение'],
        ['Всего обучающихся', '490101', 2021, 412],
        ['Итого по округу:', null, null, 412],
        ['Всего', null, 2021, 412],
      ]),
    );
    expect(issues).toEqual([]);
    expect(records['school-years']).toMatchObject([{ school: '490101', variable: 'pupils', value: 412 }]);
    expect(rows.service).toBe(2);
  });

  it('name the nearest titles where the variable is unknown', () => {
    const { issues, rows } = long([['490101', 2021, 'Всего обучащихся школы', 1]]);
    expect(issues).toMatchObject([
      { severity: 'error', code: 'unknown-variable', value: 'Всего обучащихся школы' },
    ]);
    expect(issues[0]?.message).toContain('«Всего обучающихся» (pupils)');
    expect(rows.rejected).toBe(1);
  });

  it('are counts: no per cent, no fraction, nothing below zero, no words', () => {
    const code = (variable: string, value: Shown) =>
      long([['490101', 2021, variable, value]]).issues[0]?.code;
    expect(code('single-parent', '25 %')).toBe('percent-not-count');
    expect(code('single-parent', 12.5)).toBe('not-a-count');
    expect(code('single-parent', -1)).toBe('not-a-number');
    expect(code('single-parent', 'много')).toBe('not-a-number');
    expect(code('narcology-register', 7)).toBe('not-yes-or-no');
    expect(code('rating-points', '81,5')).toBeUndefined();
  });

  it('take the year that was given where the table has none, and ask for it otherwise', () => {
    expect(long([['490101', null, 'pupils', 1]], { year: 2020 }).records['school-years']?.[0].year).toBe(
      2020,
    );
    expect(long([['490101', null, 'pupils', 1]]).issues).toMatchObject([{ code: 'year-unknown' }]);
    expect(long([['490101', 'прошлый', 'pupils', 1]], { year: 2020 }).issues).toMatchObject([
      { code: 'year-unknown' },
    ]);
  });
});

describe('values of other indicators', () => {
  const TEACHERS = 'Педагогические работники, всего';
  const PROJECTS = 'Проекты по поддержке молодых педагогов';

  it('are observations of the organisation, or of the municipality where no code stands', () => {
    const { records, issues } = long([
      ['490101', 2021, TEACHERS, 48],
      [null, 2021, PROJECTS, 2],
      ['Муниципалитет', 2021, 'network-forms', 'да'],
    ]);
    expect(issues).toEqual([]);
    expect(records).toMatchObject({
      observations: [
        { unit: 'school', code: '490101', year: 2021, variable: 'pedagogical-workers', value: 48 },
        { unit: 'municipality', code: 'municipality', variable: 'young-teacher-projects', value: 2 },
        { unit: 'municipality', code: 'municipality', variable: 'network-forms', value: 1 },
      ],
    });
  });

  it('say who has to answer, where somebody else does', () => {
    expect(long([[null, 2021, TEACHERS, 48]]).issues).toMatchObject([
      { severity: 'error', code: 'missing-school' },
    ]);
    expect(long([['490101', 2021, PROJECTS, 2]]).issues).toMatchObject([
      { severity: 'error', code: 'asked-of-municipality', column: 0 },
    ]);
    const columns = wide([
      ['Код ОО', 'Год', TEACHERS, PROJECTS],
      ['490101', 2021, 48, 2],
      ['', 2021, null, 2],
    ]);
    expect(columns.issues).toMatchObject([{ code: 'asked-of-municipality', row: 2, column: 3 }]);
    expect(columns.records.observations).toMatchObject([{ unit: 'municipality', value: 2 }]);
  });

  it('have no cuts where none are asked', () => {
    const header = ['Код ОО', 'Год', 'Показатель', 'Разрез', 'Значение'];
    const { issues } = readLayout(
      schoolValuesLong,
      rowsOf([header, ['490101', 2021, TEACHERS, 'начальное общее', 4]]),
    );
    expect(issues).toMatchObject([{ severity: 'error', code: 'no-such-cut', header: 'Разрез' }]);
  });
});

describe('a cut', () => {
  const PUPILS: Variable = {
    ...{ id: 'covered', title: 'Охвачено', unit: 'pupils', record: 'observations' },
    ...{ asked: ['school'], by: 'level' },
  };

  it('is named by id, by its short id or by its Russian title; nothing is the total', () => {
    for (const text of ['level:noo', 'noo', 'Начальное  общее'])
      expect(readCut(PUPILS, text)).toEqual({ breakdown: 'level:noo' });
    expect(readCut(PUPILS, '')).toEqual({});
  });

  it('that nobody knows is refused with those that there are', () => {
    expect(readCut(PUPILS, 'дошкольное')).toMatchObject({
      code: 'no-such-cut',
      message: expect.stringContaining('основное общее (level:ooo)'),
    });
  });
});

describe('values in columns', () => {
  it('give a record for each filled cell', () => {
    const { records, rows, issues } = wide([
      [
        'Код ОО',
        'Наименование',
        'Год',
        'Баллы рейтинга',
        'Максимум баллов рейтинга',
        'Зачислено в 10 класс из других ОО',
      ],
      ['490101', 'СОШ №1', 2021, '81,5', 100, null],
      ['490102', 'СОШ №2', 2021, 60, 100, 3],
      ['490103', 'СОШ №3', 2021, null, null, null],
    ]);
    expect(issues).toEqual([]);
    expect(rows).toMatchObject({ record: 2, service: 1 });
    expect(records['school-years']?.map(({ school, variable, value }) => [school, variable, value])).toEqual([
      ['490101', 'rating-points', 81.5],
      ['490101', 'rating-maximum', 100],
      ['490102', 'rating-points', 60],
      ['490102', 'rating-maximum', 100],
      ['490102', 'grade10-external-entrants', 3],
    ]);
  });

  it('warn once of a column that means nothing known', () => {
    const { issues } = wide([
      ['Код ОО', 'Год', 'Всего обучающихся, чел.', 'Погода'],
      ['490101', 2021, 412, 'ясно'],
      ['490102', 2021, 300, 'дождь'],
    ]);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'unknown-column', row: 1, header: 'Погода' }]);
  });

  it('are left out with the whole row where one cell cannot be stored', () => {
    const { records, rows, issues } = wide([
      ['Код ОО', 'Год', 'pupils', 'single-parent'],
      ['490101', 2021, 412, '23 %'],
    ]);
    expect(rows.rejected).toBe(1);
    expect(records).toEqual({});
    expect(issues).toMatchObject([{ code: 'percent-not-count', column: 3 }]);
  });

  it('refuse one variable in two columns', () => {
    const { issues } = wide([
      ['Код ОО', 'Год', 'pupils', 'Всего обучающихся'],
      ['490101', 2021, 1, 2],
    ]);
    expect(issues).toMatchObject([{ severity: 'error', code: 'duplicate-column' }]);
  });

  it('balance whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.constantFrom<Shown>(null, '', '-', 2021, '2020/21', 12, '12 %', 'да'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 6 }), (body) => {
        const { rows, records } = wide([['Код ОО', 'Год', 'pupils', 'narcology-register'], ...body]);
        const filled = body.filter((cells) => cells.some((value) => value !== null && value !== '')).length;
        expect(rows.record + rows.service + rows.rejected).toBe(filled);
        expect(records['school-years']?.length ?? 0).toBeGreaterThanOrEqual(rows.record);
      }),
    );
  });
});

describe('recognition of school values', () => {
  it('tells rows from columns, and both from other tables', () => {
    expect(sure(schoolValuesLong, ...LONG)).toBeGreaterThan(0.8);
    expect(sure(schoolValuesWide, ...LONG)).toBe(0);
    expect(sure(schoolValuesWide, 'Код ОО', 'Год', 'Баллы рейтинга')).toBeGreaterThan(0.7);
    expect(sure(schoolValuesWide, 'Код ОО', 'Наименование', 'Вид')).toBe(0);
    expect(sure(schoolValuesLong, 'Наименование показателя', '№ строки', 'Всего')).toBe(0);
  });
});
