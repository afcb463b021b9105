import { describe, expect, it } from 'vitest';
import { MARKS_REPORT, SCORES_REPORT } from '../../../src/layouts/fis-oko/shares-reports.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';
import { COUNTRY, MUNICIPALITY, preamble, REGION, recognised, SCHOOL } from './report.ts';

const TITLE = 'Статистика по отметкам';
const HEADER: Shown[] = ['Группы участников', 'Кол-во ОО', 'Кол-во участников', 2, 3, 4, 5];
const SCHOOL_ROW: Shown[] = [SCHOOL, null, 88, 12.5, 50, 29.55, 7.95];

function read(rows: Shown[][], above = preamble(TITLE), given: Parameters<typeof readLayout>[2] = {}) {
  return readLayout(MARKS_REPORT, rowsOf([...above, HEADER, ...rows]), given);
}

const issueCodes = (outcome: ReturnType<typeof read>) => outcome.issues.map(({ code }) => code);

describe('«Статистика по отметкам»', () => {
  it('gives one record for each group, with the level told from the name', () => {
    const { records, issues, rows, schools } = read([
      [COUNTRY, 35001, 1500002, 5.11, 33.2, 44.09, 17.6],
      [REGION, 412, 20104, 9.3, 40.1, 40.5, 10.1],
      [MUNICIPALITY, 21, 1013, 11.25, 44.03, 36.23, 8.49],
      SCHOOL_ROW,
    ]);
    expect(issues).toEqual([]);
    expect(rows).toEqual({ preamble: 6, record: 4, absent: 0, service: 0, rejected: 0 });
    expect(records.distributions!.map(({ unit, code, schools }) => [unit, code, schools])).toEqual([
      ['country', 'РФ', 35001],
      ['region', REGION, 412],
      ['municipality', 'reg99_m004', 21],
      ['school', '990001', undefined],
    ]);
    expect(records.distributions![3]).toMatchObject({
      year: 2026,
      procedure: 'vpr',
      subject: 'russian',
      grade: 4,
      date: '2026-04-20',
      maximumScore: 24,
      participants: 88,
      scale: 'percent',
      marks: { '2': 12.5, '3': 50, '4': 29.55, '5': 7.95 },
    });
    expect(schools).toEqual([
      {
        by: 'login',
        key: '990001',
        name: 'МБОУ «СОШ №1 (с. Ивы)»',
        municipality: 'Ивовский муниципальный район',
      },
    ]);
  });

  it('reads numbers as regional copies write them: text, comma, no-break spaces, a per cent sign', () => {
    const { records, issues } = read([
      [REGION, '412', '1\u00a0722\u00a0202', '9,3', '40,1 %', '40.5%', '10,1'],
    ]);
    expect(issues).toEqual([]);
    expect(records.distributions![0]).toMatchObject({
      participants: 1722202,
      scale: 'percent',
      marks: { '2': 9.3, '3': 40.1, '4': 40.5, '5': 10.1 },
    });
  });

  it('says that shares are fractions or counts where they sum to one or to the participants', () => {
    const { records, issues } = read([
      [SCHOOL, null, 88, 0.125, 0.5, 0.2955, 0.0795],
      ['МБОУ «СОШ №2»(edu990002)', null, 80, 10, 40, 24, 6],
    ]);
    expect(issues).toEqual([]);
    expect(records.distributions!.map(({ scale }) => scale)).toEqual(['fraction', 'count']);
  });

  it('warns of shares that do not make up 100 %, and stores them as published', () => {
    const outcome = read([[SCHOOL, null, 88, 12.5, 50, 29.55, 9]]);
    expect(issueCodes(outcome)).toEqual(['shares-do-not-sum']);
    expect(outcome.records.distributions![0].marks['5']).toBe(9);
    expect(read([[SCHOOL, null, 88, 12.5, 50, 29.55, 8.4]]).issues).toEqual([]);
  });

  it.each([
    ['a share above 100', [SCHOOL, null, 88, 120, 50, 29.55, 7.95], 'share-out-of-range', 3],
    ['a negative share', [SCHOOL, null, 88, -5, 50, 29.55, 25.45], 'share-out-of-range', 3],
    ['a word for a share', [SCHOOL, null, 88, 'много', 50, 29.55, 7.95], 'not-a-number', 3],
    ['a word for participants', [SCHOOL, null, 'н/д', 12.5, 50, 29.55, 7.95], 'not-a-number', 2],
    ['no participants', [SCHOOL, null, null, 12.5, 50, 29.55, 7.95], 'not-a-number', 2],
    ['part of a participant', [SCHOOL, null, 8.5, 12.5, 50, 29.55, 7.95], 'not-a-number', 2],
    ['numbers of nobody', [null, null, 88, 12.5, 50, 29.55, 7.95], 'group-missing', 0],
  ])('rejects a row with %s', (_, row, code, column) => {
    const { issues, rows } = read([row as Shown[], SCHOOL_ROW]);
    expect(issues).toMatchObject([{ severity: 'error', code, row: 9, column }]);
    expect(rows).toMatchObject({ rejected: 1, record: 1 });
  });

  it('takes footers and repeated headers for service rows', () => {
    const { rows, issues } = read([SCHOOL_ROW, ['Общая гистограмма отметок'], HEADER]);
    expect(rows).toMatchObject({ record: 1, service: 2 });
    expect(issues).toEqual([]);
  });

  it('warns of a school that stands in the report without a number', () => {
    expect(read([[SCHOOL]]).issues).toMatchObject([{ severity: 'warning', code: 'group-without-numbers' }]);
  });

  it('leaves an empty share out: it is not zero', () => {
    const { records } = read([[SCHOOL, null, 88, null, 62.5, 29.55, 7.95]]);
    expect(records.distributions![0].marks).toEqual({ '3': 62.5, '4': 29.55, '5': 7.95 });
  });

  it('reads the older cabinet: two header rows, names in steps, the login before the name', () => {
    const rows = rowsOf([
      ['Статистика по отметкам'],
      ['ВПР. Весна 2019. 4 класс'],
      ['Предмет: Русский язык'],
      ['Дата: 15.05.2019'],
      ['ОО', null, null, null, 'Кол-во уч.', 'Распределение групп баллов в %'],
      [null, null, null, null, null, 2, 3, 4, 5],
      ['Вся выборка', null, null, null, 1500002, 5, 33, 44, 18],
      [null, 'Энская обл.', null, null, 20104, 9, 40, 41, 10],
      [null, null, 'Ивовский муниципальный район', null, 1013, 11, 44, 36, 9],
      [null, null, null, '(sch990001) МБОУ СОШ №1', 88, 12, 50, 30, 8],
      ['Общая гистограмма отметок'],
    ]);
    const { records, issues, rows: kinds, schools } = readLayout(MARKS_REPORT, rows);
    expect(issues).toEqual([]);
    expect(kinds).toMatchObject({ preamble: 6, record: 4, service: 1 });
    expect(records.distributions!.map(({ unit, code, year, date }) => [unit, code, year, date])).toEqual([
      ['country', 'РФ', 2019, '2019-05-15'],
      ['region', 'Энская обл.', 2019, '2019-05-15'],
      ['municipality', 'Ивовский муниципальный район', 2019, '2019-05-15'],
      ['school', '990001', 2019, '2019-05-15'],
    ]);
    expect(schools[0]).toMatchObject({ key: '990001', name: 'МБОУ СОШ №1' });
  });
});

describe('the paper of a report', () => {
  it('is told by the cells before the options, with a warning where they differ', () => {
    const { records, issues } = read([SCHOOL_ROW], preamble(TITLE), {
      year: 2025,
      grade: 5,
      subject: 'mathematics',
    });
    expect(records.distributions![0]).toMatchObject({ year: 2026, grade: 4, subject: 'russian' });
    expect(issues).toMatchObject([{ severity: 'warning', code: 'given-differs' }]);
  });

  it('is told by the name of the sheet, then by the options, where the cells are silent', () => {
    const rows = rowsOf([[TITLE], HEADER, SCHOOL_ROW]);
    const bySheet = readLayout(
      MARKS_REPORT,
      rows,
      { year: 2024 },
      { sheetName: 'МА 5 Статистика по отметкам' },
    );
    expect(bySheet.records.distributions![0]).toMatchObject({ year: 2024, grade: 5, subject: 'mathematics' });
    const byOptions = readLayout(MARKS_REPORT, rows, { year: 2024, grade: 6, subject: 'history' });
    expect(byOptions.records.distributions![0]).toMatchObject({ year: 2024, grade: 6, subject: 'history' });
  });

  it('is asked for once where nothing tells it', () => {
    const { issues, rows } = readLayout(MARKS_REPORT, rowsOf([[TITLE], HEADER, SCHOOL_ROW, SCHOOL_ROW]));
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ['missing-subject', 2],
      ['missing-year', 2],
      ['missing-grade', 2],
    ]);
    expect(rows.rejected).toBe(2);
  });

  it('is never guessed from an unknown subject', () => {
    const { issues } = read([SCHOOL_ROW], preamble(TITLE, 'ВПР 2026 Риторика 4 класс', 'Риторика'), {
      subject: 'russian',
    });
    expect(issues).toMatchObject([{ severity: 'error', code: 'unknown-subject', value: 'Риторика' }]);
  });

  it('of autumn 2020 is of the programme before the grade that wrote', () => {
    const above = preamble(TITLE, 'ВПР 2020 Русский язык 5 класс');
    const outcome = read([SCHOOL_ROW], above);
    expect(outcome.records.distributions![0]).toMatchObject({ grade: 4, gradeWritten: 5 });
    expect(issueCodes(outcome)).toEqual(['grade-assumed']);
    expect(read([SCHOOL_ROW], above, { grade: 4 }).issues).toEqual([]);
    const same = read([SCHOOL_ROW], above, { grade: 5 });
    expect(same.records.distributions![0].grade).toBe(5);
    expect(same.records.distributions![0]).not.toHaveProperty('gradeWritten');
  });
});

describe('«Распределение первичных баллов»', () => {
  const header: Shown[] = ['Группы участников', 'Кол-во участников', 0, 1, 2, 3];

  it('keeps the scores that stand there; a blank is not zero', () => {
    const rows = rowsOf([
      ...preamble('Распределение первичных баллов'),
      header,
      [REGION, 200, 0, 25, 75, null],
      [SCHOOL, 20, 10, 20, 30, 40],
    ]);
    const { records, issues } = readLayout(SCORES_REPORT, rows);
    expect(issues).toEqual([]);
    expect(records.distributions!.map(({ scores }) => scores)).toEqual([
      { '0': 0, '1': 25, '2': 75 },
      { '0': 10, '1': 20, '2': 30, '3': 40 },
    ]);
    expect(records.distributions![0]).not.toHaveProperty('marks');
  });

  it('is not taken for marks, nor marks for scores', () => {
    expect(recognised([header])).toBe(SCORES_REPORT);
    expect(recognised([HEADER])).toBe(MARKS_REPORT);
    expect(recognised([...preamble(TITLE), HEADER])).toBe(MARKS_REPORT);
  });
});
