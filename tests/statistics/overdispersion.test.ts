import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalUpperTail } from '../../src/statistics/normal-tail.ts';
import { funnelZ, overdispersion } from '../../src/statistics/overdispersion.ts';

const means = [12, 10.5, 9.8, 14.2, 11.1, 10];
const sizes = [12, 25, 8, 10, 30, 15];
const region = { mean: 10.8, sd: 3.6 };
const plain = means.map((mean, i) => funnelZ(mean, sizes[i]!, region));

describe('the funnel of six schools', () => {
  // Computed with numpy by the formulas of Spiegelhalter 2005.
  test('has the plain z', () => {
    expect(plain.map((z) => z.toFixed(4))).toEqual([
      '1.1547',
      '-0.4167',
      '-0.7857',
      '2.9866',
      '0.4564',
      '-0.8607',
    ]);
  });

  test('is over-dispersed with φ = 1.998843 and τ² = 1.141148', () => {
    const { phi, tau2 } = overdispersion(plain, sizes, region.sd);
    expect(phi).toBeCloseTo(1.998843, 6);
    expect(tau2).toBeCloseTo(1.141148, 6);
  });

  test('takes the honest variation out of z: the fourth school falls from p 0.00141 to 0.01471', () => {
    const { tau2 } = overdispersion(plain, sizes, region.sd);
    const adjusted = means.map((mean, i) => funnelZ(mean, sizes[i]!, region, tau2));
    expect(adjusted.map((z) => z.toFixed(4))).toEqual([
      '0.8052',
      '-0.2329',
      '-0.6018',
      '2.1779',
      '0.2392',
      '-0.5650',
    ]);
    expect(normalUpperTail(plain[3]!)).toBeCloseTo(0.00141, 5);
    expect(normalUpperTail(adjusted[3]!)).toBeCloseTo(0.01471, 5);
  });
});

describe('over-dispersion', () => {
  test('of schools that differ as sampling makes them is none', () => {
    const { phi, tau2 } = overdispersion([1, -1, 0.5, -0.5, 0.5], [20, 20, 30, 10, 10], 4);
    expect(phi).toBeCloseTo(0.55, 12);
    expect(tau2).toBe(0);
  });

  test('of schools of one size n is σ²/n·(I·φ − (I−1))/(I−1)', () => {
    const z = [3, -2, 1, 0, -4];
    const { phi, tau2 } = overdispersion(z, [16, 16, 16, 16, 16], 8);
    expect(phi).toBe(6);
    expect(tau2).toBeCloseTo(((64 / 16) * (5 * 6 - 4)) / 4, 12);
  });

  test('drawn in at the tails is not raised by one wild school', () => {
    const usual = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 1 : -1) * (0.2 + i / 20));
    const sizes = usual.map(() => 25);
    const wild = [...usual.slice(0, 19), 15];
    expect(overdispersion(wild, sizes, 5).tau2).toBeGreaterThan(5);
    expect(overdispersion(wild, sizes, 5, 0.1).tau2).toBe(0);
  });

  test('draws in to quantiles that interpolate, as quantile of R does by default', () => {
    // The deciles of 1 … 11 are 2 and 10.
    const z = Array.from({ length: 11 }, (_, i) => i + 1);
    const drawn = [2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10];
    const n = z.map(() => 10);
    expect(overdispersion(z, n, 3, 0.1)).toEqual(overdispersion(drawn, n, 3));
  });

  test('does not depend on the order of the schools or on the unit of the scores', () => {
    const school = fc.tuple(fc.double({ min: -6, max: 6, noNaN: true }), fc.integer({ min: 5, max: 200 }));
    fc.assert(
      fc.property(
        fc.array(school, { minLength: 2, maxLength: 30 }),
        fc.constantFrom(0, 0.1),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        (schools, tails, unit) => {
          const z = schools.map(([value]) => value);
          const n = schools.map(([, size]) => size);
          const there = overdispersion(z, n, 1, tails);
          const back = overdispersion(z.toReversed(), n.toReversed(), unit, tails);
          expect(back.phi).toBeCloseTo(there.phi, 9);
          expect(back.tau2 / unit ** 2).toBeCloseTo(there.tau2, 7);
          expect(there.tau2).toBeGreaterThanOrEqual(0);
          // Drawing in can only lessen what lies outside.
          if (tails > 0)
            expect(there.phi).toBeLessThanOrEqual(Math.max(...z.map((value) => value ** 2)) + 1e-12);
        },
      ),
    );
  });

  test.each<[number[], number[], number, number]>([
    [[1], [10], 3, 0],
    [[1, 2], [10], 3, 0],
    [[1, Number.NaN], [10, 10], 3, 0],
    [[1, 2], [10, 0], 3, 0],
    [[1, 2], [10, 10], 0, 0],
    [[1, 2], [10, 10], 3, 0.5],
  ])('of z %j, n %j, σ %d, tails %d is refused', (z, n, sd, tails) => {
    expect(() => overdispersion(z, n, sd, tails)).toThrow(RangeError);
  });
});

test.each<[number, number, number, number]>([
  [Number.NaN, 10, 3, 0],
  [5, 0, 3, 0],
  [5, 10, 0, 0],
  [5, 10, 3, -1],
  [5, 10, 3, Number.NaN],
])('z of mean %d, n %d, σ %d, τ² %d is refused', (mean, n, sd, tau2) => {
  expect(() => funnelZ(mean, n, { mean: 4, sd }, tau2)).toThrow(RangeError);
});
