import { describe, expect, test } from 'vitest';
import type { Reference, Sitting } from '../../../src/facts/sitting.ts';
import { type LevelFacts, paperLevels } from '../../../src/reports/school/levels.ts';
import { levelsSheets } from '../../../src/reports/school/levels-sheet.ts';

const YEAR = 2021;
const RUSSIAN = { procedure: 'vpr', grade: 4, subject: 'russian' } as const;
const EGE = { procedure: 'ege', subject: 'russian' } as const;

function sitting(school: string, more: Partial<Sitting>): Sitting {
  return {
    ...RUSSIAN,
    school,
    year: YEAR,
    basis: 'results',
    participants: 0,
    measure: 'primary',
    scores: [],
    marks: null,
    journal: null,
    tasks: null,
    ...more,
  };
}

const BORDERS: LevelFacts['borders'] = [
  { ...RUSSIAN, year: YEAR, scale: [13, 23, 32] },
  { ...EGE, year: YEAR, minimumTestScore: 24, topTestScore: 81 },
];

const REGION: Reference = {
  ...RUSSIAN,
  year: YEAR,
  scope: 'region',
  measure: 'mark',
  participants: 100,
  scores: [2, 3, 4, 5].map((score, index) => ({ score, count: [10, 40, 30, 20][index]! })),
};

function levels(sittings: readonly Sitting[], published: readonly Reference[] = []) {
  return paperLevels('990101', { sittings, published, borders: BORDERS });
}

describe('a paper beside the municipality and the region', () => {
  test('marks of all schools are added, those of this one among them; the region is as published', () => {
    const [paper] = levels(
      [
        sitting('990101', { marks: { 2: 1, 3: 2, 4: 3, 5: 4 }, scores: [{ score: 20, count: 10 }] }),
        sitting('990102', { marks: { 2: 5, 3: 5, 4: 0, 5: 0 }, scores: [{ score: 10, count: 10 }] }),
      ],
      [REGION],
    );
    expect(paper).toEqual({
      paper: 'vpr-4-russian',
      title: 'ВПР · Русский язык, 4 класс',
      kind: 'marks',
      school: { participants: 10, counts: [1, 2, 3, 4], mean: 20 },
      municipality: { participants: 20, counts: [6, 7, 3, 4], mean: 15 },
      region: { participants: 100, counts: [10, 40, 30, 20], mean: null },
    });
  });

  test('primary scores become marks at the borders of the scale', () => {
    const scores = [13, 14, 23, 24, 32, 33].map((score) => ({ score, count: 1 }));
    expect(levels([sitting('990101', { scores })])[0]!.school.counts).toEqual([1, 2, 2, 1]);
  });

  test('test scores are low below the minimum and high from the border on', () => {
    const scores = [23, 24, 80, 81].map((score) => ({ score, count: 1 }));
    const [paper] = levels([sitting('990101', { ...EGE, grade: undefined, measure: 'test', scores })]);
    expect(paper).toMatchObject({ kind: 'test', school: { counts: [1, 2, 1], mean: 52 }, region: null });
  });

  test('a paper without a scale is left out: nothing is guessed', () => {
    const unknown = sitting('990101', { grade: 7, scores: [{ score: 5, count: 3 }] });
    expect(levels([unknown])).toEqual([]);
  });

  test('another school without marks does not stand in the municipality as nought', () => {
    const [paper] = levels([
      sitting('990101', { marks: { 2: 1, 3: 1, 4: 1, 5: 1 } }),
      sitting('990102', { measure: 'mark', scores: [] }),
    ]);
    expect(paper!.municipality.participants).toBe(4);
  });
});

describe('the sheet', () => {
  const own = sitting('990101', { marks: { 2: 1, 3: 1, 4: 1, 5: 1 } });
  const other = sitting('990101', { subject: 'mathematics', marks: { 2: 0, 3: 1, 4: 0, 5: 1 } });

  test('has a line for each group and a picture for each paper', () => {
    const [marks] = levelsSheets(levels([own, other], [REGION]), YEAR);
    expect(marks!.table.rows.map(({ paper, group, share0 }) => [paper, group, share0])).toEqual([
      ['ВПР · Математика, 4 класс', 'Школа', 0],
      ['ВПР · Математика, 4 класс', 'Муниципалитет', 0],
      ['ВПР · Математика, 4 класс', 'Регион', null],
      ['ВПР · Русский язык, 4 класс', 'Школа', 0.25],
      ['ВПР · Русский язык, 4 класс', 'Муниципалитет', 0.25],
      ['ВПР · Русский язык, 4 класс', 'Регион', 0.1],
    ]);
    expect(marks!.charts!.map(({ rows }) => rows)).toEqual([
      [0, 3],
      [3, 6],
    ]);
    expect(marks!.charts![0]!.description.replaceAll('\u00a0', ' ')).toBe(
      'В школе «2» — 0,0 % (0 из 2), «5» — 50,0 % (1 из 2); в муниципалитете «2» — 0,0 % (0 из 2), «5» — 50,0 % (1 из 2); в регионе нет данных.',
    );
  });

  test('says why the region is not there, where nothing of it is known', () => {
    const [marks] = levelsSheets(levels([own]), YEAR);
    expect(marks!.table.rows.map(({ group }) => group)).toEqual(['Школа', 'Муниципалитет']);
    expect(marks!.notes!.join(' ')).toContain('строкой региона не загружены');
  });
});
