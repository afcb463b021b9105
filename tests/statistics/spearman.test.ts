import fc from 'fast-check';
import { sampleRankCorrelation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { spearman, spearmanTest } from '../../src/statistics/spearman.ts';

const ease = [90, 85, 80, 70, 60, 50, 40, 30];
const minus = (school: number[]) => school.map((value, task) => value - ease[task]!);

// The first example of cor.test of R (Hollander, Wolfe 1973, p. 187): S = 48, p = 0.0968, rho = 0.6.
const tuna = {
  lightness: [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1],
  panel: [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8],
};
// Wikipedia, «Spearman's rank correlation coefficient»: ρ = −29/165, p = 0.627188 by the t distribution.
const television = {
  iq: [106, 100, 86, 101, 99, 103, 97, 113, 112, 110],
  hours: [7, 27, 2, 50, 28, 29, 20, 12, 6, 17],
};

describe("Spearman's correlation", () => {
  test('of ease with a school better at the hard tasks alone is −1', () => {
    expect(spearman(ease, minus([80, 78, 79, 75, 72, 70, 66, 60]))).toBe(-1);
  });

  test('of ease with an ordinary school is 0.1576', () => {
    expect(spearman(ease, minus([92, 84, 81, 72, 58, 53, 41, 29]))).toBeCloseTo(0.1576, 4);
  });

  test('is that of the published examples', () => {
    expect(spearman(tuna.lightness, tuna.panel)).toBeCloseTo(0.6, 12);
    expect(spearman(television.iq, television.hours)).toBeCloseTo(-29 / 165, 12);
  });

  test('is that of another library where nothing ties', () => {
    const shuffled = fc.integer({ min: 2, max: 30 }).chain((size) =>
      fc.shuffledSubarray(
        Array.from({ length: size }, (_, index) => index),
        { minLength: size },
      ),
    );
    fc.assert(
      fc.property(shuffled, (order) => {
        const rising = order.map((_, index) => index);
        expect(spearman(rising, order)).toBeCloseTo(sampleRankCorrelation(rising, order), 10);
      }),
    );
  });

  test('does not change with any rising change of either side, nor with the order of the pairs', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(pairs, (data) => {
        const x = data.map(([first]) => first);
        const y = data.map(([, second]) => second);
        const rho = spearman(x, y);
        expect(spearman(y, x)).toBe(rho);
        expect(
          spearman(
            x.map(Math.exp),
            y.map((value) => value ** 3),
          ),
        ).toBe(rho);
        expect(spearman(x.toReversed(), y.toReversed())).toBe(rho);
        if (rho === null) return;
        expect(Math.abs(rho)).toBeLessThanOrEqual(1);
        expect(
          spearman(
            x,
            y.map((value) => -value),
          ),
        ).toBeCloseTo(-rho, 12);
      }),
    );
  });

  test('is unknown, not nought, where one side does not vary', () => {
    expect(spearman([1, 2, 3], [5, 5, 5])).toBeNull();
    expect(spearmanTest([4, 4, 4], [1, 2, 3], 'less')).toBeNull();
  });
});

describe('the one-sided p of the correlation', () => {
  test('is exact for nine pairs: half of the 0.0968 of R', () => {
    const test = spearmanTest(tuna.lightness, tuna.panel, 'greater')!;
    expect(test.exact).toBe(true);
    expect(test.p).toBeCloseTo(0.0968 / 2, 4);
  });

  test('is by t for ten pairs: half of the published 0.627188', () => {
    const test = spearmanTest(television.iq, television.hours, 'less')!;
    expect(test.exact).toBe(false);
    expect(test.p).toBeCloseTo(0.627188 / 2, 6);
    expect(spearmanTest(television.iq, television.hours, 'greater')!.p).toBeCloseTo(1 - 0.627188 / 2, 6);
  });

  test('of a perfect order is one of all the orders', () => {
    expect(spearmanTest([1, 2, 3, 4, 5], [9, 8, 6, 2, 1], 'less')!.p).toBeCloseTo(1 / 120, 14);
    expect(spearmanTest([1, 2, 3, 4, 5], [9, 8, 6, 2, 1], 'greater')!.p).toBe(1);
    const twelve = Array.from({ length: 12 }, (_, index) => index);
    expect(spearmanTest(twelve, twelve, 'greater')!.p).toBeCloseTo(1 / 479_001_600, 20);
  });

  test('counts ties as they are: x 1 1 2 with y 1 2 3 is reached by 2 of 6 orders', () => {
    expect(spearmanTest([1, 1, 2], [1, 2, 3], 'greater')!.p).toBeCloseTo(2 / 6, 14);
  });

  test('is a probability, and the two directions share the observed order', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
      minLength: 3,
      maxLength: 6,
    });
    fc.assert(
      fc.property(pairs, (data) => {
        const x = data.map(([first]) => first);
        const y = data.map(([, second]) => second);
        const less = spearmanTest(x, y, 'less');
        const greater = spearmanTest(x, y, 'greater');
        if (less === null || greater === null) return;
        expect(less.p).toBeGreaterThan(0);
        expect(less.p).toBeLessThanOrEqual(1);
        expect(less.p + greater.p).toBeGreaterThan(1);
      }),
    );
  });
});

test.each([
  [
    [1, 2],
    [1, 2, 3],
  ],
  [[1], [1]],
  [
    [1, Number.NaN, 3],
    [1, 2, 3],
  ],
])('the sides %j and %j are refused', (x, y) => {
  expect(() => spearman(x, y)).toThrow(RangeError);
  expect(() => spearmanTest(x, y, 'less')).toThrow(RangeError);
});
