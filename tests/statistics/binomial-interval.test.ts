import fc from 'fast-check';
import { binomialDistribution } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { clopperPearson } from '../../src/statistics/binomial-interval.ts';

describe('the exact interval of Clopper and Pearson', () => {
  // Newcombe 1998, table I, method 5.
  test.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])('of %i of %i is that of Newcombe', (successes, trials, lower, upper) => {
    const interval = clopperPearson(successes, trials);
    expect(interval[0]).toBeCloseTo(lower, 4);
    expect(interval[1]).toBeCloseTo(upper, 4);
  });

  test('is that of the documentation of R: binom.test(682, 925)', () => {
    const [lower, upper] = clopperPearson(682, 925);
    expect(lower).toBeCloseTo(0.7076683, 7);
    expect(upper).toBeCloseTo(0.7654066, 7);
  });

  test('ends where the observed count begins to be one of the rarest: 2,5 % on either side', () => {
    const counts = fc
      .integer({ min: 2, max: 40 })
      .chain((n) => fc.tuple(fc.integer({ min: 1, max: n - 1 }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const [lower, upper] = clopperPearson(k, n);
        // The masses of another library, which stop where they are too small to count.
        const sum = (p: number, from: number, to: number) =>
          binomialDistribution(n, p)!
            .slice(from, to + 1)
            .reduce((total, mass) => total + mass, 0);
        expect(sum(lower, k, n)).toBeCloseTo(0.025, 3);
        expect(sum(upper, 0, k)).toBeCloseTo(0.025, 3);
      }),
    );
  });

  test('turns with the side that is counted, and refuses what is no count', () => {
    expect(clopperPearson(3, 10)[0]).toBeCloseTo(1 - clopperPearson(7, 10)[1], 12);
    expect(clopperPearson(10, 10)[1]).toBe(1);
    for (const [k, n] of [
      [-1, 5],
      [6, 5],
      [0, 0],
      [1.5, 5],
    ] as const)
      expect(() => clopperPearson(k, n)).toThrow(RangeError);
  });
});
