import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betaBinomialLogLikelihood,
  betaBinomialMasses,
  betaBinomialUpperTail,
  shrunkShare,
} from '../../src/statistics/beta-binomial.ts';
import { clopperPearson } from '../../src/statistics/binomial-interval.ts';
import { binomialUpperTail } from '../../src/statistics/binomial-tail.ts';

const prior = { a: 12.53139, b: 60.97113 };
const parameter = fc.double({ min: 0.05, max: 500, noNaN: true });
const counts = fc.integer({ min: 1, max: 200 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));

describe('a shrunk share', () => {
  // Computed with beta.ppf of scipy.
  test.each([
    [0, 5, 0.1596, 0.0878, 0.2478],
    [9, 27, 0.2142, 0.1401, 0.2991],
  ])('of %i of %i is %d (%d–%d)', (successes, trials, mean, lower, upper) => {
    const share = shrunkShare(successes, trials, prior);
    expect(share.mean).toBeCloseTo(mean, 4);
    expect(share.lower).toBeCloseTo(lower, 4);
    expect(share.upper).toBeCloseTo(upper, 4);
  });

  test('lies between the raw share and that of the region, nearer to the raw in a large group', () => {
    const region = prior.a / (prior.a + prior.b);
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { mean } = shrunkShare(k, n, prior);
        expect(mean).toBeGreaterThanOrEqual(Math.min(k / n, region) - 1e-12);
        expect(mean).toBeLessThanOrEqual(Math.max(k / n, region) + 1e-12);
        const larger = shrunkShare(10 * k, 10 * n, prior).mean;
        expect(Math.abs(larger - k / n)).toBeLessThanOrEqual(Math.abs(mean - k / n) + 1e-12);
      }),
    );
  });

  test('has an interval within 0 … 1 that holds the mean and widens with the level', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 1, max: 200, noNaN: true }), ([k, n], a) => {
        const narrow = shrunkShare(k, n, { a, b: 2 * a }, 0.5);
        const wide = shrunkShare(k, n, { a, b: 2 * a }, 0.95);
        expect(wide.lower).toBeGreaterThanOrEqual(0);
        expect(wide.upper).toBeLessThanOrEqual(1);
        expect(wide.lower).toBeLessThan(narrow.lower);
        expect(wide.upper).toBeGreaterThan(narrow.upper);
        expect(wide.lower).toBeLessThan(wide.mean);
        expect(wide.upper).toBeGreaterThan(wide.mean);
      }),
    );
  });

  test('with hardly any prior is no wider than the exact interval', () => {
    const share = shrunkShare(7, 20, { a: 0.5, b: 0.5 });
    const [lower, upper] = clopperPearson(7, 20);
    expect(share.lower).toBeGreaterThan(lower);
    expect(share.upper).toBeLessThan(upper);
  });

  test.each<[number, number, number, number, number]>([
    [6, 5, 1, 1, 0.95],
    [1, 5, 0, 1, 0.95],
    [1, 5, 1, Infinity, 0.95],
    [1, 5, 1, 1, 1],
  ])('of %d of %d under Beta(%d, %d) at level %d is refused', (successes, trials, a, b, level) => {
    expect(() => shrunkShare(successes, trials, { a, b }, level)).toThrow(RangeError);
  });
});

describe('the upper tail of the beta-binomial', () => {
  test('under Beta(1, 1) is that of equally likely counts', () => {
    for (let k = 0; k <= 10; k += 1) {
      expect(betaBinomialUpperTail(k, 10, { a: 1, b: 1 })).toBeCloseTo((11 - k) / 11, 12);
    }
  });

  test('is that of the urn of Pólya: two red and one white ball, three drawn, each returned with its like', () => {
    // All three red: 2/3·3/4·4/5; none red: 1/3·2/4·3/5.
    expect(betaBinomialUpperTail(3, 3, { a: 2, b: 1 })).toBeCloseTo(0.4, 12);
    expect(betaBinomialUpperTail(1, 3, { a: 2, b: 1 })).toBeCloseTo(0.9, 12);
  });

  test('nears the binomial where the groups are alike', () => {
    expect(betaBinomialUpperTail(18, 30, { a: 4e7, b: 6e7 }) / binomialUpperTail(18, 30, 0.4)).toBeCloseTo(
      1,
      5,
    );
  });

  test('keeps what is far: all of 400 pupils under Beta(1, 9)', () => {
    // B(401, 9)/B(1, 9) = 9!·400!/409!.
    let expected = 1;
    for (let i = 1; i <= 9; i += 1) expected *= i / (400 + i);
    expect(betaBinomialUpperTail(400, 400, { a: 1, b: 9 }) / expected).toBeCloseTo(1, 10);
  });

  test('falls from one as the count grows, and turns with the side that is counted', () => {
    fc.assert(
      fc.property(counts, parameter, parameter, ([k, n], a, b) => {
        const tail = betaBinomialUpperTail(k, n, { a, b });
        expect(tail).toBeGreaterThanOrEqual(0);
        expect(tail).toBeLessThanOrEqual(1);
        expect(betaBinomialUpperTail(0, n, { a, b })).toBe(1);
        if (k === 0) return;
        expect(betaBinomialUpperTail(k - 1, n, { a, b })).toBeGreaterThanOrEqual(tail);
        expect(tail + betaBinomialUpperTail(n - k + 1, n, { a: b, b: a })).toBeCloseTo(1, 9);
      }),
    );
  });

  test('refuses what cannot be', () => {
    expect(() => betaBinomialUpperTail(6, 5, prior)).toThrow(RangeError);
    expect(() => betaBinomialUpperTail(0, 5, { a: -1, b: 1 })).toThrow(RangeError);
  });
});

describe('the masses of the beta-binomial', () => {
  test('are those of the urn of Pólya: two red and one white ball, three drawn, each returned with its like', () => {
    // Red 0 … 3: 1·2·3, 3·2·1·2, 3·2·3·1 and 2·3·4 ways of 3·4·5.
    const ways = [6, 12, 18, 24];
    const masses = betaBinomialMasses(3, { a: 2, b: 1 });
    expect(masses).toHaveLength(4);
    for (const [count, mass] of masses.entries()) expect(mass).toBeCloseTo(ways[count]! / 60, 12);
  });

  test('add up, from any count on, to the upper tail', () => {
    fc.assert(
      fc.property(counts, parameter, parameter, ([k, n], a, b) => {
        const tail = betaBinomialMasses(n, { a, b })
          .slice(k)
          .reduce((sum, mass) => sum + mass, 0);
        expect(tail / betaBinomialUpperTail(k, n, { a, b })).toBeCloseTo(1, 9);
      }),
    );
  });

  test('refuse what cannot be', () => {
    expect(() => betaBinomialMasses(0, prior)).toThrow(RangeError);
    expect(() => betaBinomialMasses(5, { a: 1, b: 0 })).toThrow(RangeError);
  });
});

describe('the log-likelihood of the beta-binomial', () => {
  test('of ten groups is −16.56380661 at its maximum', () => {
    const k = [0, 1, 2, 1, 3, 6, 0, 4, 2, 9];
    const n = [5, 8, 11, 20, 22, 25, 4, 30, 9, 27];
    const groups = k.map((successes, i) => ({ successes, trials: n[i]! }));
    expect(betaBinomialLogLikelihood(groups, prior)).toBeCloseTo(-16.56380661, 8);
  });

  test('is that of probabilities which make one over all counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), parameter, parameter, (trials, a, b) => {
        let sum = 0;
        for (let successes = 0; successes <= trials; successes += 1) {
          sum += Math.exp(betaBinomialLogLikelihood([{ successes, trials }], { a, b }));
        }
        expect(sum).toBeCloseTo(1, 10);
      }),
    );
  });

  test('of no groups is nought, of impossible ones is refused', () => {
    expect(betaBinomialLogLikelihood([], prior)).toBe(0);
    expect(() => betaBinomialLogLikelihood([{ successes: 3, trials: 2 }], prior)).toThrow(RangeError);
    expect(() => betaBinomialLogLikelihood([{ successes: 1, trials: 2 }], { a: 1, b: 0 })).toThrow(
      RangeError,
    );
  });
});
