import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  binomialLowerTail,
  binomialTwoSided,
  binomialUpperTail,
} from '../../src/statistics/binomial-tail.ts';

const counts = fc.integer({ min: 1, max: 400 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the tails of the binomial', () => {
  test.each([
    ['2 of 5 with «2» at a true rate of 30 %', 2, 5, 0.3, 0.47],
    ['10 of 20 with «2» at a true rate of 30 %', 10, 20, 0.3, 0.048],
  ])('make plain how often chance gives %s', (_, successes, trials, rate, p) => {
    expect(Math.abs(binomialUpperTail(successes, trials, rate) - p)).toBeLessThan(p < 0.1 ? 0.0005 : 0.005);
  });

  test.each([
    [5, 0.444],
    [10, 0.197],
    [20, 0.039],
    [30, 0.008],
  ])('give nobody of %i with «5» at a true rate of 15 %% with the probability %d', (trials, p) => {
    expect(binomialLowerTail(0, trials, 0.15)).toBeCloseTo(p, 3);
  });

  // Exact funnel limits for a share of 15 %: the least k with P(X ≤ k) at or above the quantile.
  test.each([
    [5, 0.6, 0.8],
    [10, 0.4, 0.6],
    [20, 0.3, 0.45],
    [50, 0.26, 0.32],
    [100, 0.22, 0.27],
  ])('give the exact funnel limits of %i pupils', (trials, at975, at999) => {
    const limit = (quantile: number) => {
      let k = 0;
      while (binomialLowerTail(k, trials, 0.15) < quantile) k += 1;
      return k / trials;
    };
    expect([limit(0.975), limit(0.999)]).toEqual([at975, at999]);
  });

  test('keep their precision where 1 − P is nought', () => {
    // ½¹⁰⁰ and 1 − (1 − 10⁻¹⁸)⁵, exactly.
    expect(binomialUpperTail(100, 100, 0.5) / 2 ** -100).toBeCloseTo(1, 12);
    expect(binomialUpperTail(1, 5, 1e-18) / 5e-18).toBeCloseTo(1, 12);
    expect(binomialLowerTail(0, 1000, 0.5) / 2 ** -1000).toBeCloseTo(1, 10);
  });

  test('are those of the sum of the masses', () => {
    const mass = (k: number, n: number, p: number) => {
      let ways = 1;
      for (let i = 0; i < k; i += 1) ways *= (n - i) / (i + 1);
      return ways * p ** k * (1 - p) ** (n - k);
    };
    const small = fc.integer({ min: 1, max: 40 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(small, share, ([k, n], p) => {
        let sum = 0;
        for (let i = k; i <= n; i += 1) sum += mass(i, n, p);
        expect(binomialUpperTail(k, n, p)).toBeCloseTo(sum, 11);
      }),
    );
  });

  test('meet: what is below and what is at or above make one', () => {
    fc.assert(
      fc.property(counts, share, ([k, n], p) => {
        if (k > 0) expect(binomialUpperTail(k, n, p) + binomialLowerTail(k - 1, n, p)).toBeCloseTo(1, 10);
        expect(binomialUpperTail(k, n, p)).toBeCloseTo(binomialLowerTail(n - k, n, 1 - p), 10);
      }),
    );
  });

  test('fall with each further success and rise with the rate', () => {
    fc.assert(
      fc.property(counts, share, share, ([k, n], one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const tail = binomialUpperTail(k, n, low);
        expect(tail).toBeGreaterThanOrEqual(0);
        expect(tail).toBeLessThanOrEqual(1);
        expect(binomialUpperTail(k, n, high)).toBeGreaterThanOrEqual(tail - 1e-12);
        if (k < n) expect(binomialUpperTail(k + 1, n, low)).toBeLessThanOrEqual(tail + 1e-12);
      }),
    );
  });

  test('know the certain and the impossible', () => {
    expect([binomialUpperTail(3, 10, 0), binomialUpperTail(0, 10, 0), binomialUpperTail(10, 10, 1)]).toEqual([
      0, 1, 1,
    ]);
    expect([binomialLowerTail(9, 10, 1), binomialLowerTail(10, 10, 1), binomialLowerTail(0, 10, 0)]).toEqual([
      0, 1, 1,
    ]);
  });
});

describe('the two-sided binomial test', () => {
  test('is that of the documentation of R: binom.test(682, 925, p = 0.75)', () => {
    expect(binomialTwoSided(682, 925, 0.75)).toBeCloseTo(0.3825, 4);
  });

  test.each([
    [14, 17, 0.012726],
    [5, 5, 0.0625],
    [4, 5, 0.375],
  ])('of %i of %i at ½ is the doubled tail', (successes, trials, p) => {
    expect(binomialTwoSided(successes, trials, 0.5)).toBeCloseTo(p, 6);
  });

  test('counts outcomes equally likely in truth but not in floating point', () => {
    // Bin(3, ¼): the masses are 27, 27, 9, 1 of 64; 0 and 1 are equally likely.
    expect(binomialTwoSided(0, 3, 0.25)).toBeCloseTo(1, 12);
    expect(binomialTwoSided(1, 3, 0.25)).toBeCloseTo(1, 12);
    expect(binomialTwoSided(2, 3, 0.25)).toBeCloseTo(10 / 64, 12);
    expect(binomialTwoSided(3, 3, 0.25)).toBeCloseTo(1 / 64, 12);
  });

  test('is the sum of the masses no greater than that observed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n))),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        ([k, n], p) => {
          const masses = [(1 - p) ** n];
          for (let i = 0; i < n; i += 1) masses.push(((masses[i]! * (n - i)) / (i + 1)) * (p / (1 - p)));
          fc.pre(masses[0]! > 1e-250);
          // A mass nearly equal to the observed one may fall on either side of the tolerance.
          fc.pre(masses.every((mass) => Math.abs(mass / masses[k]! - 1 - 1e-7) > 1e-9));
          const sum = masses.reduce(
            (total, mass) => (mass <= masses[k]! * (1 + 1e-7) ? total + mass : total),
            0,
          );
          expect(binomialTwoSided(k, n, p)).toBeCloseTo(sum, 10);
        },
      ),
    );
  });

  test('does not lose the far tail', () => {
    expect(binomialTwoSided(1000, 1000, 0.5) / 2 ** -999).toBeCloseTo(1, 8);
  });

  test('at a rate of nought or one is all or nothing', () => {
    expect([binomialTwoSided(0, 4, 0), binomialTwoSided(1, 4, 0)]).toEqual([1, 0]);
    expect([binomialTwoSided(4, 4, 1), binomialTwoSided(3, 4, 1)]).toEqual([1, 0]);
  });
});

test.each([
  [5, 4, 0.5],
  [-1, 4, 0.5],
  [0, 0, 0.5],
  [0.5, 4, 0.5],
  [1, 4, -0.1],
  [1, 4, 1.1],
  [1, 4, Number.NaN],
])('%d of %d at %d is refused by each of the three', (successes, trials, rate) => {
  for (const p of [binomialUpperTail, binomialLowerTail, binomialTwoSided]) {
    expect(() => p(successes, trials, rate)).toThrow(RangeError);
  }
});
