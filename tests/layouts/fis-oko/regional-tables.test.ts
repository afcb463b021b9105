import { describe, expect, it } from 'vitest';
import { REGIONAL_MARKS, REGIONAL_SCORES } from '../../../src/layouts/fis-oko/regional-tables.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';
import { recognised } from './report.ts';

const KEYS: Shown[] = [
  'Год',
  'Класс',
  'Предмет',
  'Муниципалитет',
  'Логин',
  'Наименование',
  'Кол-во участников',
];
const MARKS = [...KEYS, 2, 3, 4, 5];
const SCORES = [...KEYS, 0, 1, 2, 3];

function school(changes: Record<number, Shown> = {}): Shown[] {
  const row: Shown[] = [
    '2023',
    4,
    'Математика',
    'г. Энск ',
    'EDU990001',
    'МБОУ  СОШ №1 ',
    '1 000',
    '12,5',
    50,
    29.5,
    8,
  ];
  for (const [column, value] of Object.entries(changes)) row[Number(column)] = value;
  return row;
}

const read = (rows: Shown[][]) => readLayout(REGIONAL_MARKS, rowsOf([MARKS, ...rows]));

describe('tables of a region', () => {
  it('take the paper of each row from the row', () => {
    const { records, issues, schools } = read([
      school(),
      school({ 0: 2024, 1: '5', 2: 'РУ', 4: 'sch990001' }),
    ]);
    expect(issues).toEqual([]);
    expect(records.distributions).toMatchObject([
      { year: 2023, grade: 4, subject: 'mathematics', unit: 'school', code: '990001', participants: 1000 },
      { year: 2024, grade: 5, subject: 'russian', code: '990001' },
    ]);
    expect(schools[0]).toEqual({ by: 'login', key: '990001', name: 'МБОУ СОШ №1', municipality: 'г. Энск' });
  });

  it.each([
    ['year', { 0: 'весна' }, 'missing-year'],
    ['grade', { 1: 'А' }, 'missing-grade'],
    ['subject', { 2: 'Астрология' }, 'unknown-subject'],
    ['login', { 4: 'СОШ №1' }, 'login-unknown'],
    ['count', { 6: 'мало' }, 'not-a-number'],
    ['share', { 7: 112 }, 'share-out-of-range'],
  ])('reject a row with an unknown %s', (_, changes, code) => {
    const { issues, rows } = read([school(changes), school()]);
    expect(issues).toMatchObject([{ severity: 'error', code, row: 2 }]);
    expect(rows).toMatchObject({ rejected: 1, record: 1 });
  });

  it('keep only the scores that stand there', () => {
    const { records } = readLayout(
      REGIONAL_SCORES,
      rowsOf([SCORES, school({ 7: 0, 8: 40, 9: 60, 10: null })]),
    );
    expect(records.distributions![0].scores).toEqual({ '0': 0, '1': 40, '2': 60 });
  });

  it('are told apart by their numbers, and from the reports they were made of', () => {
    expect(recognised([MARKS])).toBe(REGIONAL_MARKS);
    expect(recognised([SCORES])).toBe(REGIONAL_SCORES);
  });
});
