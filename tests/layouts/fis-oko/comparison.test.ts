import { describe, expect, it } from 'vitest';
import { COMPARISON_LONG } from '../../../src/layouts/fis-oko/comparison-long.ts';
import { COMPARISON_WIDE } from '../../../src/layouts/fis-oko/comparison-wide.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';
import { MUNICIPALITY, preamble, REGION, recognised, SCHOOL } from './report.ts';

const ABOVE = preamble('Сравнение отметок с отметками по журналу');
const WIDE: Shown[] = [
  'Группы участников',
  'Кол-во участников(всего)',
  'Понизили (Отметка < Отметка по журналу) %',
  'Понизили (Отметка < Отметка по журналу) Кол-во участников',
  'Подтвердили (Отметка = Отметке по журналу) %',
  'Подтвердили (Отметка = Отметке по журналу) Кол-во участников',
  'Повысили (Отметка > Отметка по журналу) %',
  'Повысили (Отметка > Отметка по журналу) Кол-во участников',
];
const LONG: Shown[] = ['Группы участников', 'Кол-во участников', '%'];

describe('the wide comparison with the journal', () => {
  const read = (rows: Shown[][]) => readLayout(COMPARISON_WIDE, rowsOf([...ABOVE, WIDE, ...rows]));

  it('keeps the counts of each group', () => {
    const { records, issues } = read([
      [REGION, 19800, 30.1, 5960, 65.2, 12910, 4.7, 930],
      [MUNICIPALITY, 900, 40, 360, 55, 495, 5, 45],
      [SCHOOL, 87, 45.98, 40, 50.57, 44, 3.45, 3],
    ]);
    expect(issues).toEqual([]);
    expect(records.distributions!.map(({ unit, code }) => [unit, code])).toEqual([
      ['region', REGION],
      ['municipality', 'reg99_m004'],
      ['school', '990001'],
    ]);
    expect(records.distributions![2]).toMatchObject({
      participants: 87,
      journal: { lowered: 40, confirmed: 44, raised: 3 },
    });
  });

  it('warns where the three do not make up the total, which stands', () => {
    const { records, issues } = read([[SCHOOL, 90, 45.98, 40, 50.57, 44, 3.45, 3]]);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'total-differs', value: '90' }]);
    expect(records.distributions![0].participants).toBe(90);
  });

  it('does not restore a count that is missing from the percentage', () => {
    const { issues, rows } = read([[SCHOOL, 87, 45.98, null, 50.57, 44, 3.45, 3]]);
    expect(issues).toMatchObject([{ severity: 'error', code: 'not-a-number', column: 3 }]);
    expect(rows.rejected).toBe(1);
  });
});

describe('the long comparison with the journal', () => {
  const read = (rows: Shown[][]) => readLayout(COMPARISON_LONG, rowsOf([...ABOVE, LONG, ...rows]));

  it('gives one record for a group of rows, whatever the wording', () => {
    const { records, issues, rows } = read([
      [REGION],
      ['Понизили ( Отметка < Отметка по журналу )', 5960, 30.1],
      ['Подтвердили (Отметка = Отметке по журналу) %', 12910, 65.2],
      ['Повысили (Отметки > Отметки по журналу) %', 930, 4.7],
      ['Всего', 19800, 100],
      [SCHOOL],
      ['Понизили', 40, 45.98],
      ['Подтвердили', 44, 50.57],
      ['Повысили', 3, 3.45],
    ]);
    expect(issues).toEqual([]);
    expect(rows).toMatchObject({ record: 2, service: 7 });
    expect(records.distributions).toMatchObject([
      { unit: 'region', participants: 19800, journal: { lowered: 5960, confirmed: 12910, raised: 930 } },
      {
        unit: 'school',
        code: '990001',
        participants: 87,
        journal: { lowered: 40, confirmed: 44, raised: 3 },
      },
    ]);
  });

  it('warns of a total that differs, and lets it stand', () => {
    const { records, issues } = read([
      [SCHOOL],
      ['Понизили', 1],
      ['Подтвердили', 2],
      ['Повысили', 3],
      ['Всего', 7],
    ]);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'total-differs' }]);
    expect(records.distributions![0].participants).toBe(7);
  });

  it('does not store a group whose rows are not all there', () => {
    const { records, issues } = read([[SCHOOL], ['Понизили', 1], ['Повысили', 3], [REGION]]);
    expect(issues).toMatchObject([{ severity: 'error', code: 'group-incomplete', row: 9 }]);
    expect(issues[0]!.message).toContain('подтвердили');
    expect(records.distributions).toBeUndefined();
  });

  it('does not store a group with a count that is no number', () => {
    const { records, issues, rows } = read([
      [SCHOOL],
      ['Понизили', 'x'],
      ['Подтвердили', 2],
      ['Повысили', 3],
    ]);
    expect(issues).toMatchObject([{ severity: 'error', code: 'not-a-number' }]);
    expect(rows).toMatchObject({ rejected: 1, record: 0, service: 3 });
    expect(records.distributions).toBeUndefined();
  });

  it('is told apart from the wide one', () => {
    expect(recognised([...ABOVE, WIDE, [SCHOOL, 1, 1, 1, 1, 1, 1, 1]])).toBe(COMPARISON_WIDE);
    expect(recognised([...ABOVE, LONG, [SCHOOL], ['Понизили', 1]])).toBe(COMPARISON_LONG);
  });
});
