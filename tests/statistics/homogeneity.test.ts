import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classPattern, giniHeterogeneity } from '../../src/statistics/homogeneity.ts';

describe('the normalised Gini heterogeneity', () => {
  test.each([
    [[25, 0, 0, 0], 0, 12],
    [[10, 10, 3, 2], 0.878933, 6],
    [[6, 6, 6, 7], 0.9984, 10],
  ])('of %j is %d', (frequencies, gini, digits) => {
    expect(giniHeterogeneity(frequencies)).toBeCloseTo(gini, digits);
  });

  test('is 0 for one answer, 1 for all equally frequent, between else, whatever the order and the size', () => {
    const frequencies = fc
      .array(fc.nat(50), { minLength: 2, maxLength: 8 })
      .filter((counts) => counts.some((count) => count > 0));
    fc.assert(
      fc.property(frequencies, (counts) => {
        const gini = giniHeterogeneity(counts);
        expect(gini).toBeGreaterThanOrEqual(-1e-12);
        expect(gini).toBeLessThanOrEqual(1 + 1e-12);
        expect(giniHeterogeneity(counts.toReversed())).toBeCloseTo(gini, 12);
        expect(giniHeterogeneity(counts.map((count) => 3 * count))).toBeCloseTo(gini, 12);
        expect(giniHeterogeneity(counts.map(() => 4))).toBeCloseTo(1, 12);
      }),
    );
  });

  test.each([[[5]], [[0, 0]], [[]], [[-1, 3]], [[1.5, 3]], [[Number.NaN, 3]]])(
    'of %j is refused',
    (counts) => {
      expect(() => giniHeterogeneity(counts)).toThrow(RangeError);
    },
  );
});

describe('the pattern of a class', () => {
  test('of pupils who all wrote the same has no spread and no heterogeneity', () => {
    expect(
      classPattern(
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        [1, 3],
      ),
    ).toEqual({ mean: 0.75, sd: 0, gini: 0, missing: 0 });
  });

  test('counts by hand: four pupils, tasks of 1 and of 2 points', () => {
    const pattern = classPattern(
      [
        [1, 2],
        [0, 1],
        [1, null],
        [0, 0],
      ],
      [1, 2],
    );
    // Totals 3, 1, 1, 0 of 3.
    expect(pattern.mean).toBeCloseTo(5 / 12, 12);
    expect(pattern.sd).toBeCloseTo(Math.sqrt((9 + 1 + 1) / 9 / 4 - (5 / 12) ** 2), 12);
    // The first task is half and half; of the second each of the three scores is found once: both 1.
    expect(pattern.gini).toBeCloseTo(1, 12);
    expect(pattern.missing).toBeCloseTo(1 / 8, 12);
  });

  test('leaves out a task that nobody answered: no answer is not nought', () => {
    expect(
      classPattern(
        [
          [1, null],
          [0, null],
        ],
        [1, 4],
      ),
    ).toMatchObject({ gini: 1, missing: 0.5 });
    expect(
      classPattern(
        [
          [1, 0],
          [0, 0],
        ],
        [1, 4],
      ),
    ).toMatchObject({ gini: 0.5, missing: 0 });
  });

  test('does not depend on the order of the pupils', () => {
    const maxima = [1, 2, 3];
    const work = fc.tuple(...maxima.map((maximum) => fc.option(fc.nat(maximum))));
    const works = fc
      .array(work, { minLength: 1, maxLength: 30 })
      .filter((all) => all.flat().some((score) => score !== null));
    fc.assert(
      fc.property(works, (all) => {
        const there = classPattern(all, maxima);
        const back = classPattern(all.toReversed(), maxima);
        for (const name of ['mean', 'sd', 'gini', 'missing'] as const) {
          expect(back[name]).toBeCloseTo(there[name], 12);
          expect(there[name]).toBeGreaterThanOrEqual(-1e-12);
          expect(there[name]).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  test.each<[string, (number | null)[][], number[]]>([
    ['no pupils', [], [1, 2]],
    ['no answers', [[null, null]], [1, 2]],
    ['a row of another length', [[1]], [1, 2]],
    ['a score above the maximum', [[2, 1]], [1, 2]],
    ['a negative score', [[-1, 1]], [1, 2]],
    ['a half point', [[0.5, 1]], [1, 2]],
    ['a task of no points', [[0, 1]], [0, 2]],
  ])('with %s is refused', (_, works, maxima) => {
    expect(() => classPattern(works, maxima)).toThrow(RangeError);
  });
});
