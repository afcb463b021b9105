import { describe, expect, it } from 'vitest';
import { PARTICIPANTS_2020 } from '../../../src/layouts/vpr/participants-2020.ts';
import { PARTICIPANTS_2021 } from '../../../src/layouts/vpr/participants-2021.ts';
import { readLayout } from '../../support/read-layout.ts';
import { rowsOf, type Shown } from '../../support/rows.ts';

const SLOTS = Array.from({ length: 40 }, (_, slot) => (slot === 3 ? 'Учебник' : `a-${slot + 1}-grade`));
const HEADER = ['groups', 'user', 'id', 'code', 'otc', 'gender', 'klass', 'var-1', 'var-2', 'sum', ...SLOTS];
const GIVEN = { year: 2020, subject: 'mathematics', grade: 4 };

function pupil(changes: Record<number, Shown> = {}): Shown[] {
  const row: Shown[] = ['reg99,all', 'sch990001', 1, 50001, '4', 'ж', 'А', '1', null, 4, '1', 'X', '3'];
  for (const [column, value] of Object.entries(changes)) row[Number(column)] = value;
  return row;
}

function read(rows: Shown[][], given: Parameters<typeof readLayout>[2] = GIVEN) {
  return readLayout(PARTICIPANTS_2020, rowsOf([HEADER, ...rows]), given);
}

describe('results of autumn 2020 by participant', () => {
  it('keeps the grade of the programme and the grade that wrote', () => {
    const { records, issues } = read([pupil()]);
    expect(issues).toEqual([]);
    expect(records.results).toMatchObject([
      { grade: 4, gradeWritten: 5, primaryScore: 4, tasks: [1, null, 3] },
    ]);
  });

  it('ends the tasks where «Учебник» stands, and warns of what slipped past it', () => {
    const { records, issues } = read([pupil({ 13: '1', 14: '0' }), pupil({ 3: 50002, 15: '2' })]);
    expect(records.results!.map(({ tasks }) => tasks)).toEqual([
      [1, null, 3],
      [1, null, 3],
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['row-wider-than-header', 'row-wider-than-header']);
  });

  it('assumes the cycle of 2020 where nothing names the year, and says so', () => {
    const { records, issues } = read([pupil()], { subject: 'mathematics', grade: 4 });
    expect(records.results![0].year).toBe(2020);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'year-assumed', row: 1 }]);
  });

  it('does not take the grade from the codes: they tell the grade that wrote', () => {
    const { issues, rows } = read([pupil()], { year: 2020, subject: 'mathematics' });
    expect(issues).toMatchObject([{ severity: 'error', code: 'missing-grade', row: 1 }]);
    expect(rows.rejected).toBe(1);
  });

  it('accepts codes of the programme grade and the next, and warns of others', () => {
    const { issues, records } = read([pupil(), pupil({ 3: 40001 }), pupil({ 3: 80001 })]);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'grade-mismatch', row: 4 }]);
    expect(records.results![1]).not.toHaveProperty('gradeWritten');
  });

  it('counts absent participants', () => {
    const row = pupil({
      4: null,
      5: null,
      6: null,
      7: 'отсутствовал',
      9: null,
      10: null,
      11: null,
      12: null,
    });
    expect(read([row]).rows).toMatchObject({ absent: 1, record: 0 });
  });

  it('is told apart from the layout of 2021 by its header', () => {
    const preview = {
      fileName: '1.xlsx',
      sheetName: 'Sheet1',
      sheetNames: ['Sheet1'],
      rows: rowsOf([HEADER]),
    };
    expect(PARTICIPANTS_2020.recognise(preview)?.confidence).toBeGreaterThan(0.9);
    expect(PARTICIPANTS_2021.recognise(preview)).toBeUndefined();
  });
});
