import { describe, expect, it } from 'vitest';
import { PROTOCOL_2022 } from '../../../src/layouts/vpr/protocol-2022.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const HEADER = [
  ...['Пользователь', 'Код региона', 'Регион', 'Муниципалитет', 'Школа', 'Дата загрузки', 'Код', 'Вариант'],
  ...['1 (1б)', '5(1) (1б)', '12 (2б) ', 'Наименование класса', 'Пол'],
  ...['Отметка за предыдущий триместр/ четверть/полугодие', 'Итого баллов'],
];
const GIVEN = { year: 2022, subject: 'mathematics', grade: 4 };

function pupil(changes: Record<number, Shown> = {}): Shown[] {
  const row: Shown[] = [
    ...['edu990001', 99, 'reg990000 | Энская область', 'reg99_m004 | Ивовский муниципальный район'],
    ...['edu990001 | МБОУ "СОШ №1"', '17.03.2022 18:28:07', 40001, '1'],
    ...['1', 'X', 2, '4А', 'ж', '4', 3],
  ];
  for (const [column, value] of Object.entries(changes)) row[Number(column)] = value;
  return row;
}

function read(rows: Shown[][], given: Parameters<typeof readLayout>[2] = GIVEN) {
  return readLayout(PROTOCOL_2022, rowsOf([HEADER, ...rows]), given);
}

describe('protocols of 2022', () => {
  it('takes login, name and municipality out of the composite cells', () => {
    const { schools, records, issues } = read([pupil()]);
    expect(issues).toEqual([]);
    expect(schools).toEqual([
      { by: 'login', key: '990001', name: 'МБОУ "СОШ №1"', municipality: 'Ивовский муниципальный район' },
    ]);
    expect(records.results![0]).toMatchObject({
      school: '990001',
      class: '4А',
      tasks: [1, null, 2],
      primaryScore: 3,
      maximumScore: 4,
    });
  });

  it('passes the time of upload on, so that the latest of repeated uploads can stay', () => {
    const { records } = read([pupil(), pupil({ 5: '18.03.2022 09:00:00', 14: 2, 8: '0' })]);
    expect(records.results!.map(({ version }) => version)).toEqual([
      '2022-03-17T18:28:07',
      '2022-03-18T09:00:00',
    ]);
    expect(records.results![0].participant).toBe(records.results![1].participant);
  });

  it('decides absence by the variant alone: the total is 0 for the absent and for some who wrote', () => {
    const blank = { 8: null, 9: null, 10: null, 11: null, 12: null, 13: null, 14: 0 };
    const { rows, records } = read([
      pupil({ ...blank, 7: 'отсутствовал' }),
      pupil({ 6: 40002, 8: '0', 9: '0', 10: '0', 14: 0 }),
    ]);
    expect(rows).toMatchObject({ absent: 1, record: 1 });
    expect(records.results![0].primaryScore).toBe(0);
  });

  it('warns of a task above its maximum and of a total above the sum of the maxima', () => {
    const { issues, records } = read([pupil({ 10: 9, 14: 10 })]);
    expect(issues.map(({ code, column }) => [code, column])).toEqual([
      ['score-above-maximum', 10],
      ['score-above-maximum', 14],
    ]);
    expect(records.results).toHaveLength(1);
  });

  it('reads protocols of later years, and tells the year from the upload where nothing else does', () => {
    const outcome = read([pupil({ 5: '02.04.2024 10:00:00' })], { subject: 'mathematics', grade: 4 });
    expect(outcome.records.results![0].year).toBe(2024);
    expect(outcome.issues).toMatchObject([{ severity: 'warning', code: 'year-assumed' }]);
  });

  it('asks for the year where the upload has no date', () => {
    const { issues } = read([pupil({ 5: null })], { subject: 'mathematics', grade: 4 });
    expect(issues).toMatchObject([{ severity: 'error', code: 'missing-year', row: 1 }]);
  });

  it('knows its companion sheet', () => {
    expect(PROTOCOL_2022.companions!.some((name) => name.test('Классы'))).toBe(true);
  });

  it('takes a total of 0 beside scored tasks for a formula that nobody computed', () => {
    const { records, issues } = read([pupil({ 14: 0 })]);
    expect(records.results![0]).toMatchObject({ primaryScore: 3, status: 'valid' });
    expect(issues.map(({ code }) => code)).toEqual(['total-missing']);
  });

  it('lets any other total stand, even if it differs from the sum of the tasks', () => {
    const { records, issues } = read([pupil({ 14: 2 })]);
    expect(records.results![0]).toMatchObject({ primaryScore: 2 });
    expect(issues.map(({ code }) => code)).toEqual(['total-differs']);
  });
});
