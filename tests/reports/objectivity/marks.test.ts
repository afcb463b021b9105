import { describe, expect, test } from 'vitest';
import type { Reference, Sitting } from '../../../src/facts/sitting.ts';
import { marksSheets } from '../../../src/reports/objectivity/marks.ts';

const PAPER = { procedure: 'vpr', grade: 4, subject: 'russian', year: 2021 } as const;

const sitting = (school: string, marks: NonNullable<Sitting['marks']>): Sitting => ({
  ...PAPER,
  school,
  basis: 'results',
  participants: marks[2] + marks[3] + marks[4] + marks[5],
  measure: 'mark',
  scores: [],
  marks,
  journal: null,
  tasks: null,
});

const REGION: Reference = {
  ...PAPER,
  scope: 'region',
  measure: 'mark',
  participants: 100,
  scores: [2, 3, 4, 5].map((score) => ({ score, count: 25 })),
};

const NAMES = new Map([['990101', 'Первая школа']]);
const sheets = (sittings: readonly Sitting[], published: readonly Reference[] = []) =>
  marksSheets({ sittings, published, borders: [] }, NAMES, 2021, 'municipality');

const TWO = [sitting('990101', { 2: 1, 3: 4, 4: 4, 5: 1 }), sitting('990102', { 2: 5, 3: 5, 4: 0, 5: 0 })];

describe('marks of schools beside the municipality and the region', () => {
  test('a paper is one picture: the region, all schools together, then the schools from the largest share of «2»', () => {
    const [, { table, charts }] = sheets(TWO, [REGION]) as [never, ReturnType<typeof sheets>[number]];
    expect(
      table.rows.map(({ school, group, participants, share2 }) => [school, group, participants, share2]),
    ).toEqual([
      ['—', 'Регион', 100, 0.25],
      ['—', 'Муниципалитет', 20, 0.3],
      ['990102', '990102', 10, 0.5],
      ['990101', 'Первая школа', 10, 0.1],
    ]);
    expect(charts).toHaveLength(1);
    expect(charts![0]).toMatchObject({ kind: 'stacked-bar', rows: [0, 4], category: 'group', axis: 'share' });
    expect(charts![0]!.description).toContain(
      'В муниципалитете «2» — 30,0\u00a0%, в регионе «2» — 25,0\u00a0%.',
    );
  });

  test('without a row of the region there is none, and nothing is put in its place', () => {
    const [whole, schools] = sheets(TWO);
    expect(whole!.table.rows.map(({ group }) => group)).toEqual(['Муниципалитет']);
    expect(schools!.table.rows.map(({ group }) => group)).toEqual([
      'Муниципалитет',
      '990102',
      'Первая школа',
    ]);
  });

  test('of many schools a picture shows those with the largest shares, and says of how many', () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      sitting(String(990100 + index), { 2: index, 3: 30, 4: 0, 5: 0 }),
    );
    const [, schools] = sheets(many, [REGION]);
    expect(schools!.table.rows).toHaveLength(27);
    expect(schools!.charts![0]!.rows).toEqual([0, 22]);
    expect(schools!.charts![0]!.description).toContain('показаны первые 20 из 25');
    expect(schools!.table.rows[2]!.school).toBe('990124');
  });

  test('of many papers the municipality and the region stand in several pictures, no paper torn', () => {
    const papers = Array.from(
      { length: 13 },
      (_, index) => ({ ...TWO[0]!, subject: `предмет ${index}` }) as unknown as Sitting,
    );
    const [whole] = sheets(papers);
    expect(whole!.charts!.map(({ rows }) => rows)).toEqual([
      [0, 12],
      [12, 13],
    ]);
  });

  test('without results there are no pictures, and it says what to load', () => {
    for (const { table, charts } of sheets([])) {
      expect([table.rows, charts]).toEqual([[], []]);
      expect(table.empty).toContain('загрузите результаты ВПР и ОГЭ');
    }
  });
});
