import { describe, expect, it } from 'vitest';
import { BIAS_MARKERS } from '../../../src/layouts/fis-oko/bias-markers.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';
import { recognised } from './report.ts';

const HEADER: Shown[] = [
  'Год',
  'Логин',
  'Муниципалитет',
  'ОО',
  '4 РУ',
  '4 МА',
  '5 РУ',
  'Количество маркеров',
];
const ROW: Shown[] = ['2023', 'edu990001', 'г. Энск', 'МБОУ СОШ №1', null, 1, 0, 1];

const read = (rows: Shown[][], header = HEADER) => readLayout(BIAS_MARKERS, rowsOf([header, ...rows]));

describe('the list of schools with markers', () => {
  it('gives a record for each paper of a row; an empty cell and a zero both mean no marker', () => {
    const { records, rows, issues } = read([ROW]);
    expect(issues).toEqual([]);
    expect(rows.record).toBe(1);
    expect(
      records['bias-markers']!.map(({ year, school, paper, marker }) => [year, school, paper, marker]),
    ).toEqual([
      [2023, '990001', 'vpr-4-russian', false],
      [2023, '990001', 'vpr-4-mathematics', true],
      [2023, '990001', 'vpr-5-russian', false],
    ]);
  });

  it('drops exact repeats with one warning that counts them', () => {
    const { records, rows, issues } = read([ROW, ROW, ['2024', ...ROW.slice(1)], ROW]);
    expect(rows).toMatchObject({ record: 2, service: 2 });
    expect(records['bias-markers']).toHaveLength(6);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'duplicate-rows', row: 3 }]);
    expect(issues[0]!.message).toContain(': 2.');
  });

  it('warns where the published number of markers differs', () => {
    expect(read([[...ROW.slice(0, 7), 3]]).issues).toMatchObject([
      { severity: 'warning', code: 'marker-count-differs', value: '3' },
    ]);
  });

  it.each([
    ['a year', 0, 'н/д', 'missing-year'],
    ['a login', 1, 'СОШ №1', 'login-unknown'],
    ['a marker', 4, 7, 'marker-unknown'],
  ])('rejects a row without %s that can be read', (_, column, value, code) => {
    const row = [...ROW];
    row[column] = value;
    const { issues, rows } = read([row]);
    expect(issues).toMatchObject([{ severity: 'error', code, column }]);
    expect(rows.rejected).toBe(1);
  });

  it('names a paper whose subject it does not know', () => {
    const { issues, rows } = read([ROW], HEADER.with(6, '5 ЩЩ'));
    expect(issues).toMatchObject([{ severity: 'error', code: 'unknown-subject', value: '5 ЩЩ', row: 1 }]);
    expect(rows.rejected).toBe(1);
  });

  it('is recognised by its header', () => {
    expect(recognised([HEADER], 'Признаки необъективности папка ')).toBe(BIAS_MARKERS);
  });
});
