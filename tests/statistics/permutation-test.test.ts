import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permutationTest } from '../../src/statistics/permutation-test.ts';

// Numbers of p and least come from scipy 1.17.1: stats.permutation_test over all relabellings, the share of
// |statistic| at least as large as the observed (the largest) one in its null distribution.
describe('the exact permutation test of two means', () => {
  it('agrees with scipy on the mice of Efron and Tibshirani (1993, table 2.1)', () => {
    const test = permutationTest([94, 197, 16, 38, 99, 141, 23], [52, 104, 146, 10, 51, 30, 40, 27, 46]);
    expect(test.difference).toBeCloseTo(30.63492063, 8);
    expect(test.p).toBeCloseTo(0.2783216783, 9);
    expect(test.least).toBeCloseTo(8.741258741e-5, 12);
    expect(test).toMatchObject({ relabellings: 11_440, exact: true });
  });

  it.each([
    [[0.05, 0.12], [0.01, -0.02, 0.03], 0.1, 0.1, 10],
    [[0.3, 0.4, 0.35, 0.5], [0, 0.1, -0.05, 0.02, 0.07], 0.007936507936, 0.007936507936, 126],
    [[1, 1, 0], [0, 0, 0, 1], 0.4857142857, 0.02857142857, 35],
  ])('agrees with scipy on small schools: %j and %j', (first, second, p, least, relabellings) => {
    const test = permutationTest(first, second);
    expect(test.p).toBeCloseTo(p, 9);
    expect(test.least).toBeCloseTo(least, 9);
    expect(test.relabellings).toBe(relabellings);
  });

  it('draws a repeatable sample where there are too many, near to what scipy draws in a million', () => {
    const first = [0.65, 1.12, 0.63, -1, 1.21, 0.75, -0.24, 0.88, 0.66, 0.59, 0.33, 0.85, -0.44, 0.14, -0.18];
    const second = [
      ...[0.3, -0.26, -0.59, -1.08, -0.56, -0.29, -0.58, 0.99, 0.71, -3.01],
      ...[-2.19, -0.47, -0.72, -0.09, -0.08, 1.82, -1.41, -0.68, 1.74, 0.35],
    ];
    const test = permutationTest(first, second);
    expect(test).toMatchObject({ exact: false, relabellings: 19_999 });
    // scipy: 0.0406; four standard errors of 19,999 draws are 0.0056.
    expect(Math.abs(test.p - 0.040635)).toBeLessThan(0.0056);
    expect(permutationTest(first, second)).toEqual(test);
  });

  it('does not tell anything apart where all numbers are the same, or each group has one', () => {
    expect(permutationTest([0.25, 0.25], [0.25, 0.25, 0.25])).toMatchObject({
      difference: 0,
      p: 1,
      least: 1,
    });
    expect(permutationTest([1], [0])).toMatchObject({ p: 1, least: 1, relabellings: 2 });
  });

  it('refuses an empty group', () => {
    expect(() => permutationTest([], [1])).toThrow(RangeError);
    expect(() => permutationTest([1], [])).toThrow(RangeError);
  });

  it('does not depend on the order, the unit or the names of the groups, and p is never below the least', () => {
    const group = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(group, group, (first, second) => {
        const test = permutationTest(first, second);
        expect(test.p).toBeGreaterThanOrEqual(test.least);
        expect(test.p).toBeLessThanOrEqual(1);
        expect(permutationTest(first.toReversed(), second.toReversed()).p).toBe(test.p);
        expect(permutationTest(second, first)).toMatchObject({
          p: test.p,
          difference: -test.difference || 0,
        });
        const scaled = permutationTest(
          first.map((one) => one / 100),
          second.map((one) => one / 100),
        );
        expect(scaled.p).toBe(test.p);
      }),
    );
  });
});
