import { describe, expect, it } from 'vitest';
import { chance } from '../../../scripts/validate/chance.ts';
import { inventRegion } from '../../../scripts/validate/region.ts';
import type { Sitting } from '../../../src/facts/sitting.ts';
import { judgeSigns } from '../../../src/regulation/objectivity/judge.ts';
import { type PaperSigns, SIGN_IDS } from '../../../src/regulation/objectivity/objectivity.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import { judged, others, scores, sitting, tasks, USUAL } from './invented-sittings.ts';

const PARAMETERS = loadParameters();

/** No sign, p, q or measure that is not a number, and no flag by ours. */
function expectQuiet({ flagged, signs, agreement }: PaperSigns): void {
  expect(flagged).toBe(false);
  if (agreement) expect(agreement.p).toBeGreaterThan(0);
  for (const id of SIGN_IDS) {
    const { state, p, q, value, reason } = signs[id];
    for (const number of [p, q, value]) if (number !== null) expect(Number.isFinite(number), id).toBe(true);
    if (state === 'not-assessable') expect(reason, id).toMatch(/[а-я]/);
  }
}

describe('the order in which sittings come', () => {
  it('changes no answer, be it of a whole invented region', () => {
    const region = inventRegion({
      key: 'order',
      schools: 36,
      share: 0.2,
      biases: ['border', 'copied'],
      gathered: false,
      years: [2021, 2022],
      tasks: true,
      journal: true,
    });
    const answer = (sittings: readonly Sitting[], schools: typeof region.schools) =>
      judgeSigns(2021, { schools, sittings, published: [], markers: [] }, PARAMETERS)
        .schools.toSorted((first, second) => (first.school < second.school ? -1 : 1))
        // Sums of fractions differ in their last digits with the order of the terms.
        .map((school) => JSON.parse(JSON.stringify(school, rounded)));
    const shuffled = shuffle(region.sittings);
    expect(answer(shuffled, region.schools.toReversed())).toEqual(answer(region.sittings, region.schools));
  }, 600_000);
});

function rounded(key: string, value: unknown): unknown {
  if (key === 'reason') return undefined;
  return typeof value === 'number' ? Number(value.toPrecision(8)) : value;
}

function shuffle<T>(list: readonly T[]): T[] {
  const random = chance('shuffle');
  return list
    .map((one) => ({ one, at: random.normal() }))
    .toSorted((first, second) => first.at - second.at)
    .map(({ one }) => one);
}

describe('data at the edge', () => {
  it('of one school alone: nothing to compare with, and each sign says so', () => {
    const paper = judged([sitting('own', { tasks: tasks(25, 20, 18, 17, 15, 13, 12, 10, 7, 3) })]);
    expectQuiet(paper);
    for (const id of ['B1', 'B2', 'B3', 'B6', 'B7'] as const)
      expect(paper.signs[id].state).toBe('not-assessable');
  });

  it('of schools that all have one and the same score for everyone', () => {
    for (const score of [0, 6, 20]) {
      const same = { scores: [{ score, count: 20 }], tasks: tasks(20, ...Array<number>(10).fill(10)) };
      expectQuiet(judged([sitting('own', same), ...others(40, same)]));
    }
  });

  it('of schools that are all alike: ties in every rank', () => {
    const alike = { tasks: tasks(25, 20, 20, 18, 18, 12, 12, 10, 10, 3, 3) };
    expectQuiet(judged([sitting('own', alike), ...others(40, alike)]));
  });

  it('of a class that nobody wrote in: a paper without participants is no paper with zeros', () => {
    const empty = { scores: [], participants: 0, tasks: null };
    const paper = judged([sitting('own', empty), ...others(5)]);
    expect(paper.participants).toBe(0);
    expectQuiet(paper);
    for (const id of SIGN_IDS) expect(paper.signs[id].state).toBe('not-assessable');
    expectQuiet(judged([sitting('own'), ...others(5, empty)]));
  });

  it('of marks alone, and of a school that nobody journalled', () => {
    const marks = { measure: 'mark' as const, scores: scores(0, 0, 2, 8, 10, 5), marks: null };
    const journal = { compared: 0, lowered: 0, confirmed: 0, raised: 0, wide: 0 };
    expectQuiet(judged([sitting('own', { ...marks, journal }), ...others(10, marks)]));
  });

  it('of two schools with the same results: the same answers', () => {
    const twin = { scores: scores(0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 8, 4, 3, 2, 1, 1) };
    const { schools } = judgeSigns(
      2021,
      {
        schools: ['left', 'right'].map((code) => ({ code, name: code })),
        sittings: [sitting('left', twin), ...others(12, { scores: USUAL }), sitting('right', twin)],
        published: [],
        markers: [],
      },
      PARAMETERS,
    );
    expect(schools[0]!.signs).toEqual(schools[1]!.signs);
  });
});
