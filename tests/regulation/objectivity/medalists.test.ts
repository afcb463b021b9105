import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchedCandidate } from '../../../src/facts/medal-candidates.ts';
import { medalistIndex, medalistsBySchool } from '../../../src/regulation/objectivity/medalists.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';

const parameters = loadParameters({});

function candidate(given: Partial<MatchedCandidate> = {}): MatchedCandidate {
  return {
    school: '990101',
    year: 2024,
    status: 'candidate',
    degree: null,
    match: 'matched',
    scores: {},
    baseMathematics: null,
    ...given,
  };
}

const profile = (score: number) => ({ 'mathematics-profile': score });

/** `confirmed`; `short`: below what is required, but not far; `far`: «существенно ниже». */
function judged(year: number, given: Partial<MatchedCandidate>): 'confirmed' | 'short' | 'far' {
  const index = medalistIndex(year, [candidate({ degree: 1, ...given })], parameters);
  expect(index.withEge).toBe(1);
  expect(index.incomplete).toBe(0);
  if (index.unconfirmed === 1) {
    expect(index.unconfirmedStrict).toBe(1);
    return 'far';
  }
  return index.unconfirmedStrict === 1 ? 'short' : 'confirmed';
}

describe.each([2019, 2022, 2023])('the medal of %i', (year) => {
  it.each([
    [70, 'confirmed'],
    [69, 'short'],
    [61, 'short'],
    [60, 'far'],
    [59, 'far'],
  ])('asks 70 points in Russian: %i is %s', (russian, verdict) => {
    expect(judged(year, { scores: { russian, ...profile(88) } })).toBe(verdict);
  });

  it.each([
    [70, 'confirmed'],
    [69, 'short'],
    [60, 'far'],
  ])('asks 70 points in profile mathematics: %i is %s', (score, verdict) => {
    expect(judged(year, { scores: { russian: 70, ...profile(score) } })).toBe(verdict);
  });

  it.each([
    [5, 'confirmed'],
    [4, 'short'],
    [3, 'far'],
    [2, 'far'],
  ])('asks «5» in base mathematics instead: «%i» is %s', (baseMathematics, verdict) => {
    expect(judged(year, { scores: { russian: 70 }, baseMathematics })).toBe(verdict);
  });

  it('is satisfied by either mathematics, and asks nothing of other subjects', () => {
    expect(judged(year, { scores: { russian: 70, ...profile(20) }, baseMathematics: 5 })).toBe('confirmed');
    expect(judged(year, { scores: { russian: 70, ...profile(70), physics: 10 } })).toBe('confirmed');
    expect(judged(year, { scores: { russian: 70, ...profile(40), physics: 99 } })).toBe('far');
  });
});

describe('the medal of 2014–2018', () => {
  it.each([2014, 2018])('asked in %i that Russian and mathematics were passed', (year) => {
    expect(judged(year, { scores: { russian: 24, ...profile(27) } })).toBe('confirmed');
    expect(judged(year, { scores: { russian: 23, ...profile(27) } })).toBe('short');
    expect(judged(year, { scores: { russian: 24, ...profile(17) } })).toBe('far');
    expect(judged(year, { scores: { russian: 24 }, baseMathematics: 3 })).toBe('confirmed');
    expect(judged(year, { scores: { russian: 24 }, baseMathematics: 2 })).toBe('far');
  });

  it('could be held without points: holders alone are not zero by construction', () => {
    const { notes } = medalistIndex(
      2018,
      [candidate({ status: 'awarded', scores: { russian: 30 } })],
      parameters,
    );
    expect(notes.join(' ')).toContain('порога в баллах сверх минимума не было');
    expect(notes.join(' ')).not.toContain('по построению');
  });
});

describe('the medal of 2020', () => {
  it('asked nothing of ЕГЭ: there is no index, whatever the scores', () => {
    const index = medalistIndex(2020, [candidate({ scores: { russian: 10, ...profile(10) } })], parameters);
    expect(index).toMatchObject({
      candidates: 1,
      withEge: 1,
      unconfirmed: null,
      unconfirmedStrict: null,
      index: null,
    });
    expect(index.notes.join(' ')).toContain('не требовались');
  });
});

describe('the medal of 2021', () => {
  it('asks 70 points in Russian', () => {
    expect(judged(2021, { scores: { russian: 70 } })).toBe('confirmed');
    expect(judged(2021, { scores: { russian: 69 } })).toBe('short');
    expect(judged(2021, { scores: { russian: 60 } })).toBe('far');
  });

  it('asks the minimum in every other ЕГЭ taken, not 70', () => {
    expect(judged(2021, { scores: { russian: 70, ...profile(27), physics: 36 } })).toBe('confirmed');
    expect(judged(2021, { scores: { russian: 70, ...profile(90), physics: 35 } })).toBe('short');
    expect(judged(2021, { scores: { russian: 70, ...profile(90), physics: 26 } })).toBe('far');
    expect(judged(2021, { scores: { russian: 70, 'social-studies': 41 } })).toBe('short');
  });
});

describe.each([
  [1, 70],
  [2, 60],
])('the medal of degree %i from 2024 on', (degree, required) => {
  const scores = (russian: number, more: Record<string, number>) => ({
    degree,
    scores: { russian, ...more },
  });

  it(`asks ${required} points in Russian`, () => {
    expect(judged(2024, scores(required, { physics: 99 }))).toBe('confirmed');
    expect(judged(2025, scores(required - 1, { physics: 99 }))).toBe('short');
    expect(judged(2024, scores(required - 9, { physics: 99 }))).toBe('short');
    expect(judged(2024, scores(required - 10, { physics: 99 }))).toBe('far');
  });

  it(`asks ${required} points in one other ЕГЭ: the best of them counts`, () => {
    expect(judged(2024, scores(90, { ...profile(required), history: 10 }))).toBe('confirmed');
    expect(judged(2024, scores(90, { ...profile(required - 1), history: 10 }))).toBe('short');
    expect(judged(2024, scores(90, { ...profile(required - 10), history: 10 }))).toBe('far');
  });

  it('asks «5» in base mathematics of those who took nothing else', () => {
    expect(judged(2024, { ...scores(90, {}), baseMathematics: 5 })).toBe('confirmed');
    expect(judged(2024, { ...scores(90, {}), baseMathematics: 4 })).toBe('short');
    expect(judged(2024, { ...scores(90, {}), baseMathematics: 3 })).toBe('far');
    expect(judged(2024, { ...scores(90, { history: 40 }), baseMathematics: 5 })).toBe('far');
  });
});

describe('the index of unconfirmed medalists', () => {
  const strong = candidate({ degree: 1, scores: { russian: 90, physics: 90 } });
  const weak = candidate({ degree: 1, scores: { russian: 50, physics: 90 } });

  it('is the share of those far below among the candidates with ЕГЭ', () => {
    const all = [
      ...Array.from({ length: 7 }, () => strong),
      weak,
      { ...weak, status: 'refused' as const },
      candidate({ match: 'unmatched' }),
    ];
    const index = medalistIndex(2024, all, parameters);
    expect(index).toMatchObject({ candidates: 10, withEge: 9, unconfirmed: 2, margin: 10, ambiguous: 0 });
    expect(index.index).toBeCloseTo(2 / 9, 12);
  });

  it('leaves out whom no or more than one result fits, and says how many', () => {
    const index = medalistIndex(
      2024,
      [weak, candidate({ match: 'ambiguous' }), candidate({ match: 'unmatched' }), candidate()],
      parameters,
    );
    expect(index).toMatchObject({ candidates: 4, withEge: 1, ambiguous: 1, unconfirmed: 1, index: 1 });
    expect(index.notes.join(' ')).toMatch(/без результатов ЕГЭ[^.]*: 2\..*подходит не один[^.]*: 1\./);
  });

  it('takes no result that is not known for a missed one, and says so', () => {
    const index = medalistIndex(2024, [candidate({ degree: 1, scores: { russian: 70 } })], parameters);
    expect(index).toMatchObject({ withEge: 1, incomplete: 1, unconfirmed: 0, unconfirmedStrict: 0 });
    expect(index.notes.join(' ')).toContain('известны не все нужные результаты');
    expect(medalistIndex(2024, [candidate({ scores: profile(30) })], parameters)).toMatchObject({
      incomplete: 1,
      unconfirmed: 1,
    });
  });

  it('is no zero where there is nobody to count', () => {
    expect(medalistIndex(2024, [], parameters)).toMatchObject({ candidates: 0, index: null });
    expect(medalistIndex(2024, [candidate({ match: 'unmatched' })], parameters).index).toBeNull();
  });

  it('says that it is zero by construction where only holders of medals are known', () => {
    const holder = { ...strong, status: 'awarded' as const };
    for (const year of [2019, 2021, 2024]) {
      expect(medalistIndex(year, [holder], parameters).notes.join(' ')).toContain('ноль по построению');
      expect(medalistIndex(year, [holder, strong], parameters).notes.join(' ')).not.toContain(
        'по построению',
      );
    }
    expect(medalistIndex(2020, [holder], parameters).notes.join(' ')).not.toContain('по построению');
  });

  it('holds a candidate without a degree against the first, and says so', () => {
    const index = medalistIndex(2024, [candidate({ scores: { russian: 65, physics: 65 } })], parameters);
    expect(index).toMatchObject({ unconfirmed: 0, unconfirmedStrict: 1 });
    expect(index.notes.join(' ')).toContain('без степени');
    expect(
      medalistIndex(2022, [candidate({ scores: { russian: 70 } })], parameters).notes.join(' '),
    ).not.toContain('без степени');
  });

  it('has no verdict for years whose rule is not known', () => {
    expect(medalistIndex(2012, [strong], parameters)).toMatchObject({ unconfirmed: null, index: null });
  });

  it('takes the margin from the parameters; 0 is the strict count', () => {
    const short = candidate({ degree: 1, scores: { russian: 69, physics: 90 } });
    const strict = loadParameters({ 'medal.margin': 0 });
    expect(medalistIndex(2024, [short], strict)).toMatchObject({
      margin: 0,
      unconfirmed: 1,
      unconfirmedStrict: 1,
    });
    const base = candidate({ scores: { russian: 90 }, baseMathematics: 4 });
    expect(medalistIndex(2024, [base], strict)).toMatchObject({ unconfirmed: 1 });
    expect(medalistIndex(2024, [short], parameters)).toMatchObject({ unconfirmed: 0, unconfirmedStrict: 1 });
  });

  it('is given by school, and the schools add up to the whole', () => {
    const all = [strong, weak, { ...weak, school: '990102' }];
    const schools = medalistsBySchool(2024, all, parameters);
    expect(schools.map(({ school, withEge, unconfirmed }) => [school, withEge, unconfirmed])).toEqual([
      ['990101', 2, 1],
      ['990102', 1, 1],
    ]);
  });

  it('never grows with better scores, and the strict count is never the smaller', () => {
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.constantFrom(2016, 2019, 2021, 2022, 2024),
        fc.constantFrom(1, 2),
        score,
        score,
        fc.integer({ min: 0, max: 30 }),
        (year, degree, russian, other, more) => {
          const of = (points: number, second: number) =>
            medalistIndex(
              year,
              [candidate({ year, degree, scores: { russian: points, ...profile(second) } })],
              parameters,
            );
          const [before, after] = [
            of(russian, other),
            of(Math.min(100, russian + more), Math.min(100, other + more)),
          ];
          expect(after.unconfirmed!).toBeLessThanOrEqual(before.unconfirmed!);
          expect(before.unconfirmed!).toBeLessThanOrEqual(before.unconfirmedStrict!);
        },
      ),
      { numRuns: 60 },
    );
  });
});
