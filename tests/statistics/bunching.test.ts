import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bunching } from '../../src/statistics/bunching.ts';

const histogram = [2, 3, 4, 6, 8, 10, 9, 25, 14, 15, 16, 15, 13, 20, 10, 8, 6, 4, 3, 2, 1];

describe('the counterfactual of a histogram', () => {
  // Computed with ordinary least squares of numpy on powers of (s − 10)/10 and four dummies.
  test('of degree 4 gives the pupils that are too many at two borders', () => {
    const scores = bunching(histogram, [6, 7, 12, 13], 4);
    expect(scores.map(({ score, observed }) => [score, observed])).toEqual([
      [6, 9],
      [7, 25],
      [12, 13],
      [13, 20],
    ]);
    expect(scores.map(({ fitted }) => fitted.toFixed(3))).toEqual(['11.891', '13.428', '13.686', '12.211']);
    expect(scores.map(({ excess }) => excess.toFixed(3))).toEqual(['-2.891', '11.572', '-0.686', '7.789']);
  });

  test('finds exactly the pupils that were moved over a border of a polynomial histogram', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 3, max: 15 }),
        fc.integer({ min: 1, max: 100 }),
        (degree, border, moved) => {
          const smooth = Array.from({ length: 19 }, (_, score) => 200 + score * (18 - score));
          const counts = smooth.map((count, score) =>
            score === border ? count + moved : score === border - 1 ? count - moved : count,
          );
          const [below, at] = bunching(counts, [border - 1, border], degree);
          expect(below!.excess).toBeCloseTo(-moved, 8);
          expect(at!.excess).toBeCloseTo(moved, 8);
        },
      ),
    );
  });

  test('at a score does not depend on how many pupils have that score', () => {
    const fitted = (at: number) => bunching(histogram.with(7, at), [6, 7], 4).map((score) => score.fitted);
    expect(fitted(25)).toEqual(fitted(0));
  });

  test('of degree 0 is the mean of the other scores', () => {
    expect(bunching([4, 6, 50, 8], [2], 0)).toEqual([{ score: 2, observed: 50, fitted: 6, excess: 44 }]);
  });

  test('scales with the number of pupils and turns with the scale of scores', () => {
    const once = bunching(histogram, [6, 7], 3);
    const thrice = bunching(
      histogram.map((count) => 3 * count),
      [6, 7],
      3,
    );
    const turned = bunching(histogram.toReversed(), [14, 13], 3);
    once.forEach(({ excess }, i) => {
      expect(thrice[i]!.excess).toBeCloseTo(3 * excess, 8);
      expect(turned[i]!.excess).toBeCloseTo(excess, 8);
    });
  });

  test('stays sound for a scale of 100 points and a high degree', () => {
    const counts = Array.from({ length: 101 }, (_, score) => score * (100 - score) * 4);
    expect(bunching(counts, [40], 9)[0]!.excess).toBeCloseTo(0, 6);
  });

  test.each<[string, number[], number[], number]>([
    ['a score outside', [1, 2, 3, 4], [4], 1],
    ['a score between', [1, 2, 3, 4], [1.5], 1],
    ['a score twice', [1, 2, 3, 4], [1, 1], 1],
    ['more powers than scores', [1, 2, 3, 4], [1], 3],
    ['no scores', [], [], 0],
    ['a negative degree', [1, 2, 3, 4], [1], -1],
    ['a broken degree', [1, 2, 3, 4], [1], 1.5],
    ['a negative count', [1, -2, 3, 4], [2], 1],
    ['an unknown count', [1, Number.NaN, 3, 4], [2], 1],
  ])('with %s is refused', (_, counts, manipulable, degree) => {
    expect(() => bunching(counts, manipulable, degree)).toThrow(RangeError);
  });
});
