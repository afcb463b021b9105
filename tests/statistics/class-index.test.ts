import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classIndex } from '../../src/statistics/class-index.ts';
import type { ClassPattern } from '../../src/statistics/homogeneity.ts';

/** Usual classes: means about 0.55, spreads about 0.18. */
const region: ClassPattern[] = Array.from({ length: 41 }, (_, i) => ({
  mean: 0.55 + ((i * 7) % 41) / 200 - 0.1,
  sd: 0.18 + ((i * 11) % 41) / 500 - 0.04,
  gini: 0.7 + ((i * 17) % 41) / 300 - 0.07,
  missing: i % 4 === 0 ? 0.02 : 0,
}));
const hundredths = fc.nat(100).map((value) => value / 100);
const pattern = fc.record({
  mean: hundredths,
  sd: hundredths,
  gini: hundredths,
  missing: hundredths,
});

describe('the homogeneity index of classes', () => {
  test('is highest in the suspect corner: high mean, low spread, low heterogeneity', () => {
    const index = classIndex([...region, { mean: 0.93, sd: 0.03, gini: 0.15, missing: 0 }]);
    expect(index.indexOf(Math.max(...index))).toBe(41);
    expect(index[41]!).toBeGreaterThan(2);
  });

  test('does not suspect a class that is homogeneous and weak', () => {
    const index = classIndex([...region, { mean: 0.15, sd: 0.03, gini: 0.15, missing: 0.3 }]);
    expect(index[41]!).toBeLessThan(1);
  });

  test('lets no single input alone lift a class above three quarters', () => {
    const usual = { mean: 0.55, sd: 0.18, gini: 0.7, missing: 0 };
    const index = classIndex([...region, { ...usual, gini: 0 }]);
    expect(index[41]!).toBeLessThan(1);
  });

  test('of classes all alike is nought', () => {
    expect(classIndex([region[0]!, region[0]!, region[0]!]).map(Math.abs)).toEqual([0, 0, 0]);
    expect(classIndex([])).toEqual([]);
    const rounded = { ...region[0]!, sd: region[0]!.sd + 1e-16 };
    expect(classIndex([region[0]!, region[0]!, rounded])[2]!).toBeCloseTo(0, 12);
  });

  test('is by hand the mean of the four robust z', () => {
    // Means 1 … 5: median 3, median absolute deviation 1, so z of 5 is 2·0.6745. The rest does not vary.
    const classes = [1, 2, 3, 4, 5].map((mean) => ({ mean, sd: 1, gini: 1, missing: 0 }));
    expect(classIndex(classes)[4]!).toBeCloseTo((2 * 0.6745) / 4, 4);
    // Spreads 1 1 1 1 6: the median deviation is nought, the mean deviation 1; z of 6 is 5/1.2533, cut at 3.
    const spreads = [1, 1, 1, 1, 6].map((sd) => ({ mean: 1, sd, gini: 1, missing: 0 }));
    expect(classIndex(spreads)[4]!).toBeCloseTo(-3 / 4, 12);
    const three = [1, 1, 1, 1, 3].map((sd) => ({ mean: 1, sd, gini: 1, missing: 0 }));
    expect(classIndex(three)[4]!).toBeCloseTo(-3 / 4, 12);
  });

  test('stays within ±3 and does not depend on the order or the unit', () => {
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 30 }), (classes) => {
        const index = classIndex(classes);
        for (const value of index) expect(Math.abs(value)).toBeLessThanOrEqual(3);
        const reversed = classIndex(classes.toReversed()).toReversed();
        const doubled = classIndex(classes.map((one) => ({ ...one, mean: 2 * one.mean, sd: 2 * one.sd })));
        doubled.forEach((value, i) => {
          expect(value).toBeCloseTo(index[i]!, 9);
          expect(reversed[i]!).toBeCloseTo(index[i]!, 9);
        });
      }),
    );
  });

  test('refuses what is not known', () => {
    expect(() => classIndex([{ ...region[0]!, gini: Number.NaN }])).toThrow(RangeError);
  });
});
