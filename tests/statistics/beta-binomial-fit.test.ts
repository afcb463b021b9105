import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaBinomialLogLikelihood, type GroupCount } from '../../src/statistics/beta-binomial.ts';
import { fitBetaBinomial } from '../../src/statistics/beta-binomial-fit.ts';

const groupsOf = (k: number[], n: number[]): GroupCount[] =>
  k.map((successes, i) => ({ successes, trials: n[i]! }));

const someGroups = fc
  .array(
    fc
      .integer({ min: 1, max: 40 })
      .chain((trials) => fc.record({ successes: fc.nat(trials), trials: fc.constant(trials) })),
    { minLength: 2, maxLength: 25 },
  )
  .filter(
    (groups) =>
      groups.some(({ successes }) => successes > 0) &&
      groups.some(({ successes, trials }) => successes < trials),
  );

describe('the fitted beta-binomial', () => {
  // Computed with scipy; the likelihood is flat, hence 10⁻³ of a and b and 10⁻⁶ of the likelihood.
  test('of ten small schools is a = 12.53139, b = 60.97113', () => {
    const fit = fitBetaBinomial(
      groupsOf([0, 1, 2, 1, 3, 6, 0, 4, 2, 9], [5, 8, 11, 20, 22, 25, 4, 30, 9, 27]),
    );
    expect(Math.abs(fit.a / 12.53139 - 1)).toBeLessThan(1e-3);
    expect(Math.abs(fit.b / 60.97113 - 1)).toBeLessThan(1e-3);
    expect(fit.logLikelihood).toBeCloseTo(-16.56380661, 6);
    expect(fit.overdispersed).toBe(true);
  });

  // Geissler's boys in 6115 families of twelve children in Saxony, as in Wikipedia, «Beta-binomial distribution»:
  // α = 34.09558, β = 31.5715, log L = −12492.9, AIC = 24989.74.
  test('of the families of Saxony is the published one', () => {
    const families = [3, 24, 104, 286, 670, 1033, 1343, 1112, 829, 478, 181, 45, 7];
    const groups = families.flatMap((count, successes) =>
      Array.from({ length: count }, () => ({ successes, trials: 12 })),
    );
    const fit = fitBetaBinomial(groups);
    expect(Math.abs(fit.a / 34.09558 - 1)).toBeLessThan(1e-3);
    expect(Math.abs(fit.b / 31.5715 - 1)).toBeLessThan(1e-3);
    expect(fit.logLikelihood).toBeCloseTo(-12492.9, 1);
    expect(4 - 2 * fit.logLikelihood).toBeCloseTo(24989.74, 2);
  });

  test('is beaten by no other parameters', () => {
    fc.assert(
      fc.property(
        someGroups,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: -4, max: 2, noNaN: true }),
        (groups, mean, logSpread) => {
          const size = 10 ** -logSpread;
          const other = betaBinomialLogLikelihood(groups, { a: mean * size, b: (1 - mean) * size });
          expect(fitBetaBinomial(groups).logLikelihood).toBeGreaterThanOrEqual(other - 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('turns with the side that is counted and does not depend on the order', () => {
    fc.assert(
      fc.property(someGroups, (groups) => {
        const there = fitBetaBinomial(groups);
        const back = fitBetaBinomial(
          groups.toReversed().map(({ successes, trials }) => ({ successes: trials - successes, trials })),
        );
        expect(back.logLikelihood).toBeCloseTo(there.logLikelihood, 6);
        expect(back.b / (back.a + back.b)).toBeCloseTo(there.a / (there.a + there.b), 6);
      }),
      { numRuns: 40 },
    );
  });

  test('of groups more alike than chance makes them says so and keeps their common share', () => {
    const fit = fitBetaBinomial(groupsOf([3, 6, 9, 12], [10, 20, 30, 40]));
    expect(fit.overdispersed).toBe(false);
    expect(fit.a + fit.b).toBeCloseTo(1e6, 3);
    expect(fit.a / (fit.a + fit.b)).toBeCloseTo(0.3, 6);
  });

  test('of single pupils knows the share and nothing of the spread', () => {
    const fit = fitBetaBinomial(groupsOf([1, 0, 0, 1, 0], [1, 1, 1, 1, 1]));
    expect(fit.overdispersed).toBe(false);
    expect(fit.a / (fit.a + fit.b)).toBeCloseTo(0.4, 6);
  });

  test('of all-or-nothing groups puts the shares at the ends', () => {
    const fit = fitBetaBinomial(groupsOf([10, 0, 12, 0], [10, 9, 12, 14]));
    expect(fit.overdispersed).toBe(true);
    expect(fit.a + fit.b).toBeLessThan(0.01);
    expect(fit.a / (fit.a + fit.b)).toBeCloseTo(0.5, 2);
  });

  test.each([
    ['one group', groupsOf([3], [10])],
    ['no groups', []],
    ['nobody anywhere', groupsOf([0, 0, 0], [10, 12, 8])],
    ['everybody everywhere', groupsOf([10, 12], [10, 12])],
    ['more successes than trials', groupsOf([3, 11], [10, 10])],
    ['a group of nobody', groupsOf([3, 0], [10, 0])],
  ])('of %s is refused', (_, groups) => {
    expect(() => fitBetaBinomial(groups)).toThrow(RangeError);
  });
});
