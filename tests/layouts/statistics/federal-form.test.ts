import { describe, expect, it } from 'vitest';
import type { Given } from '../../../src/layouts/layout.ts';
import { LAYOUTS } from '../../../src/layouts/registry.ts';
import { federalForm } from '../../../src/layouts/statistics/federal-form.ts';
import { FORM_MAPPING } from '../../../src/layouts/statistics/form-mapping.ts';
import { sumDiffers, sumReference } from '../../../src/layouts/statistics/form-sums.ts';
import { formNamed, formYear } from '../../../src/layouts/statistics/form-title.ts';
import { variableById } from '../../../src/records/variables/variables.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';
import { readFixture } from '../read-fixture.ts';

const TITLE: Shown[][] = [
  ['ФЕДЕРАЛЬНОЕ СТАТИСТИЧЕСКОЕ НАБЛЮДЕНИЕ'],
  ['Форма № ОО-1', 'на начало 2020/2021 учебного года'],
  ['Наименование отчитывающейся организации', 'МБОУ «СОШ № 1»'],
];
const HEADER: Shown[][] = [
  ['3.1. Распределение численности персонала по уровню образования'],
  ['Наименование показателей', '№ строки', 'Всего, человек', 'Женщины'],
  [1, 2, 3, 4],
];
const staff = (rows: Shown[][], title = TITLE, given: Given = {}, fileName = 'файл.xlsx') =>
  readLayout(federalForm, rowsOf([...title, ...HEADER, ...rows]), given, { fileName });
const TEACHERS = 'педагогические работники - всего';
const sure = (table: Shown[][]) =>
  federalForm.recognise({ fileName: '', sheetName: '', sheetNames: [''], rows: rowsOf(table) })?.confidence ??
  0;

describe('a federal statistical form', () => {
  it('gives the numbers that variables are equal to, by form, year, section, row and column', () => {
    const { records, issues, schools } = staff([
      [TEACHERS, '06', 50, 41],
      ['в том числе: учителя – всего', 7, 48, 40],
    ]);
    expect(records.observations?.map(({ year, variable, value }) => [year, variable, value])).toEqual([
      [2021, 'pedagogical-workers', 50],
      [2021, 'teachers', 48],
    ]);
    expect(schools[0]).toEqual({ by: 'name', key: 'МБОУ «СОШ № 1»' });
    expect(issues).toMatchObject([{ severity: 'warning', code: 'unmapped' }]);
    expect(issues[0]?.message).toContain('чисел на листе 4, показателям нужны 2');
  });

  it('does not take a row that is numbered alike and named otherwise, nor one of another section', () => {
    expect(staff([['руководящие работники - всего', '06', 5, 4]]).records).toEqual({});
    const elsewhere = rowsOf([
      ...TITLE,
      ['3.2. Распределение по возрасту'],
      ...HEADER.slice(1),
      [TEACHERS, '06', 50, 41],
    ]);
    expect(readLayout(federalForm, elsewhere).records).toEqual({});
  });

  it('takes a written zero for zero, and a blank, a dash or «Х» for no data', () => {
    expect(staff([[TEACHERS, '06', 0, 0]]).records.observations).toMatchObject([{ value: 0 }]);
    for (const blank of [null, '-', '…', 'Х', 'X', 'х'])
      expect(staff([[TEACHERS, '06', blank, 1]]).records, String(blank)).toEqual({});
  });

  it('reads row and column numbers as text and as numbers, and «А Б 3 …»', () => {
    for (const [numbers, row] of [
      [['1', '2', '3', '4'], '06'],
      [['А', 'Б', 3, 4], 6],
      [['А', 'Б', '3', '4'], '6.0'],
    ] as [Shown[], Shown][]) {
      const table = [...TITLE, ...HEADER.slice(0, 2), numbers, [TEACHERS, row, 50, 41]];
      expect(readLayout(federalForm, rowsOf(table)).records.observations, String(numbers)).toHaveLength(1);
    }
  });

  it('does not take a row for another one whose name stands above or within its own', () => {
    expect(staff([['педагогические работники - всего'], ['из них женщины', '06', 41, 41]]).records).toEqual(
      {},
    );
    expect(staff([['педагогические работники - всего в филиалах', '06', 5, 4]]).records).toEqual({});
  });

  it('warns of totals that are not their sums, and takes what stands in the form', () => {
    const { issues, records } = staff([
      ['педагогические работники - всего (сумма строк 07, 28)', '06', 50, 41],
      ['учителя - всего', '07', 48, 40],
      ['учителя-логопеды', '28', 1, 1],
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['sum-differs', 'unmapped']);
    expect(issues[0]?.message).toContain('C7.');
    expect(records.observations?.[0]).toMatchObject({ value: 50 });
  });

  it('of an organisation or a year that nobody named says how to name them', () => {
    const nobody = TITLE.slice(0, 2);
    expect(staff([[TEACHERS, '06', 50, 41]], nobody).issues.slice(0, 1)).toMatchObject([
      { severity: 'error', code: 'missing-school' },
    ]);
    expect(
      staff([[TEACHERS, '06', 50, 41]], nobody, { school: '990101' }).records.observations,
    ).toMatchObject([{ code: '990101' }]);
    const never = [TITLE[0]!, ['Форма № ОО-1'], TITLE[2]!];
    expect(staff([[TEACHERS, '06', 50, 41]], never).issues).toMatchObject([{ code: 'year-unknown' }]);
    expect(staff([[TEACHERS, '06', 50, 41]], never, { year: 2022 }).records.observations).toMatchObject([
      { year: 2022 },
    ]);
  });

  it('is known by the name of its file where no sheet names it', () => {
    const bare = [['на начало 2020/2021 учебного года'], TITLE[2]!];
    expect(staff([[TEACHERS, '06', 50, 41]], bare).issues).toMatchObject([{ code: 'form-unknown' }]);
    const named = staff([[TEACHERS, '06', 50, 41]], bare, {}, 'ОО-1_СОШ 1.xlsx');
    expect(named.records.observations).toHaveLength(1);
  });

  it('is not seen in tables of values', () => {
    expect(sure([['Код ОО', 'Год', 'Показатель', 'Значение']])).toBe(0);
    expect(sure([['Код ОО', 'Наименование', 'Вид']])).toBe(0);
    expect(sure([['Код по ОКЕИ: человек – 792'], ...HEADER.slice(1)])).toBeGreaterThan(0.7);
  });
});

describe('the forms as services write them', () => {
  const values = (outcomes: Awaited<ReturnType<typeof readFixture>>) =>
    outcomes
      .flatMap(({ records }) => records.observations ?? [])
      .map(({ code, year, variable, value }) => [code, year, variable, value]);

  it('ОО-1: the title on one sheet, sections on others, hidden rows and columns', async () => {
    const sheets = await readFixture('statistics/oo-1.xlsx', LAYOUTS);
    expect(values(sheets)).toEqual([
      ['МБОУ «СОШ № 1»', 2021, 'pedagogical-workers', 50],
      ['МБОУ «СОШ № 1»', 2021, 'teachers', 48],
    ]);
    expect(
      sheets.flatMap(({ issues }) =>
        issues.map(({ code, message }) => `${code} ${/: ([A-Z\d, ]+)\./.exec(message)?.[1] ?? ''}`.trim()),
      ),
    ).toEqual(['sum-differs P6, P9', 'unmapped', 'unmapped']);
  });

  it('85-К: the state of 31 December lies in the academic year that ends after it', async () => {
    expect(values(await readFixture('statistics/85-К МБДОУ «Ромашка».xlsx', LAYOUTS))).toEqual([
      ['МБДОУ «Детский сад «Ромашка»', 2021, 'preschool-teachers', 12],
      ['МБДОУ «Детский сад «Ромашка»', 2021, 'pedagogical-workers', 12],
    ]);
  });
});

describe('titles of forms', () => {
  it.each([
    ['Форма № ОО-1', 'ОО-1'],
    ['ОО2', 'ОО-2'],
    ['85-К МБДОУ «Ромашка»', '85-К'],
    ['Форма N 1-ДО', '1-ДО'],
    ['форма № 1-ДОП', '1-ДОП'],
    ['Годовая', undefined],
    ['1-ДОГОВОР', undefined],
  ])('%s', (text, form) => {
    expect(formNamed(text)).toBe(form);
  });

  it.each([
    ['на начало 2020/2021 учебного года', 2021],
    ['по состоянию на 20 сентября 2020 г.', 2021],
    ['за 2020 г.', 2021],
    ['за 2020 год', 2021],
    ['от 31.07.2020 № 332', undefined],
    ['за 20__ г.', undefined],
  ])('%s', (text, year) => {
    expect(formYear(text)).toBe(year);
  });
});

describe('sums that a form promises', () => {
  it('are read out of names and titles', () => {
    expect(sumReference('Всего (сумма строк 02, 04, 06)')).toEqual({ of: 'rows', numbers: [2, 4, 6] });
    expect(sumReference('педагогические работники (сумма строк 07, 28, 33 - 35)')?.numbers).toEqual([
      7, 28, 33, 34, 35,
    ]);
    expect(sumReference('Всего (сумма\nграф 04 – 06)')).toEqual({ of: 'columns', numbers: [4, 5, 6] });
    expect(sumReference('Всего (сумма стр. 02 - 04)')?.of).toBe('rows');
    expect(sumReference('Всего')).toBeUndefined();
  });

  it('hold with blanks as zeros; fractions may be rounded, whole numbers not', () => {
    expect(sumDiffers(10, [4, undefined, 6])).toBe(false);
    expect(sumDiffers(10, [4, undefined, 5])).toBe(true);
    expect(sumDiffers(10, [undefined, undefined])).toBe(false);
    expect(sumDiffers(10.1, [5.0, 5.04])).toBe(false);
    expect(sumDiffers(10.1, [5.0, 4.5])).toBe(true);
  });
});

describe('the mapping', () => {
  it('names variables that there are, each with its source', () => {
    for (const { cells, source, confidence } of FORM_MAPPING) {
      expect(source).toMatch(/приказ Росстата от \d\d\.\d\d\.\d{4} № \d+/);
      expect(confidence).not.toBe('');
      for (const { variable } of cells) expect(variableById(variable), variable).toBeDefined();
    }
  });
});
