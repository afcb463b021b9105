import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from '../../src/statistics/wilson.ts';

describe('the Wilson interval', () => {
  // Newcombe 1998, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is that of Newcombe', (successes, trials, lower, upper) => {
    const interval = wilson(successes, trials);
    expect(interval[0]).toBeCloseTo(lower, 4);
    expect(interval[1]).toBeCloseTo(upper, 4);
  });

  test('lies within 0 … 1, holds the share, and turns with the side that is counted', () => {
    const counts = fc.integer({ min: 1, max: 3000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(counts, fc.double({ min: 0.5, max: 0.999, noNaN: true }), ([k, n], level) => {
        const [lower, upper] = wilson(k, n, level);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(k / n + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(k / n - 1e-12);
        expect(wilson(n - k, n, level)[0]).toBeCloseTo(1 - upper, 12);
      }),
    );
  });

  test('narrows as the group grows with the same share', () => {
    const width = (n: number) => wilson(n / 4, n)[1] - wilson(n / 4, n)[0];
    expect(width(8)).toBeGreaterThan(width(80));
    expect(width(80)).toBeGreaterThan(width(800));
  });

  test.each([
    [5, 4, 0.95],
    [-1, 4, 0.95],
    [0, 0, 0.95],
    [1.5, 4, 0.95],
    [1, 4, 1],
    [1, 4, 0],
    [1, 4, Number.NaN],
  ])('refuses %d of %d at level %d', (successes, trials, level) => {
    expect(() => wilson(successes, trials, level)).toThrow(RangeError);
  });
});
