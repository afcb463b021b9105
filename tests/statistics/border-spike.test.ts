import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BorderCounts, borderSpike, relativeBorderSpike } from '../../src/statistics/border-spike.ts';

const border = ([below, at, above]: [number, number, number]): BorderCounts => ({ below, at, above });
const someBorder = fc
  .record({ below: fc.nat(200), at: fc.nat(200), above: fc.nat(200) })
  .filter(({ below, at, above }) => below + at + above > 0);
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('a spike against smoothness', () => {
  // Counts at c−1, c, c+1, then k; p computed with the binomial survival function of scipy.
  test.each<[[number, number, number], number, number]>([
    [[4, 20, 6], 0, 0.000193759],
    [[4, 20, 6], 0.1, 0.000501522],
    [[4, 20, 6], 0.3, 0.00230225],
    [[2, 9, 3], 0, 0.0174337],
    [[2, 9, 3], 0.1, 0.0267063],
    [[2, 9, 3], 0.3, 0.0529483],
    [[12, 15, 13], 0, 0.342179],
    [[12, 15, 13], 0.1, 0.453411],
    [[12, 15, 13], 0.3, 0.654123],
  ])('of %j at k = %d has p = %d', (counts, curvature, p) => {
    expect(borderSpike(border(counts), curvature).p.toPrecision(6)).toBe(p.toPrecision(6));
  });

  test('at k = 0 takes the observed point into the tail', () => {
    expect(2 * borderSpike(border([2, 9, 3]), 0).p).toBeCloseTo(0.0349, 4);
  });

  test('says how many pupils are too many', () => {
    expect(borderSpike(border([4, 20, 6]), 0)).toMatchObject({
      pupils: 30,
      share: 20 / 30,
      expectedShare: 1 / 3,
    });
    expect(borderSpike(border([4, 20, 6]), 0).excess).toBeCloseTo(10, 12);
    expect(borderSpike(border([10, 2, 9]), 0).excess).toBeCloseTo(-5, 12);
  });

  test('counts for less the more the distribution may bend', () => {
    fc.assert(
      fc.property(someBorder, share, share, (counts, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const p = borderSpike(counts, low).p;
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(borderSpike(counts, high).p).toBeGreaterThanOrEqual(p - 1e-12);
      }),
    );
  });

  test('does not depend on which neighbour the pupils have', () => {
    fc.assert(
      fc.property(someBorder, share, ({ below, at, above }, curvature) => {
        expect(borderSpike({ below: above, at, above: below }, curvature)).toEqual(
          borderSpike({ below, at, above }, curvature),
        );
      }),
    );
  });
});

describe('a spike against the region', () => {
  test('is the plain exact tail: five of five against a half is 1/32', () => {
    expect(relativeBorderSpike(border([0, 5, 0]), 0.5).p).toBeCloseTo(1 / 32, 12);
  });

  test('is nothing where the whole region spikes, though against smoothness it stands out', () => {
    const counts = border([3, 18, 4]);
    expect(borderSpike(counts, 0.1).p).toBeLessThan(0.001);
    expect(relativeBorderSpike(counts, 0.7).p).toBeGreaterThan(0.3);
  });

  test('needs more where the schools of the region differ, and as much where they are alike', () => {
    const counts = border([1, 18, 2]);
    const plain = relativeBorderSpike(counts, 0.6).p;
    expect(relativeBorderSpike(counts, { a: 6, b: 4 }).p).toBeGreaterThan(2 * plain);
    expect(relativeBorderSpike(counts, { a: 6e6, b: 4e6 }).p).toBeCloseTo(plain, 6);
    expect(relativeBorderSpike(counts, { a: 6, b: 4 })).toMatchObject({ expectedShare: 0.6, pupils: 21 });
  });

  test('against Beta(1, 1) finds all numbers at the border equally likely', () => {
    expect(relativeBorderSpike(border([1, 7, 2]), { a: 1, b: 1 }).p).toBeCloseTo(4 / 11, 12);
  });
});

describe('impossible borders', () => {
  test.each([[border([0, 0, 0])], [border([-1, 3, 4])], [border([1.5, 3, 4])], [border([1, Number.NaN, 4])]])(
    '%j are refused by both forms',
    (counts) => {
      expect(() => borderSpike(counts, 0.1)).toThrow(RangeError);
      expect(() => relativeBorderSpike(counts, 0.4)).toThrow(RangeError);
      expect(() => relativeBorderSpike(counts, { a: 2, b: 3 })).toThrow(RangeError);
    },
  );

  test('so are a curvature, a share or a prior that cannot be', () => {
    const counts = border([1, 2, 3]);
    expect(() => borderSpike(counts, -0.1)).toThrow(RangeError);
    expect(() => borderSpike(counts, 1.1)).toThrow(RangeError);
    expect(() => relativeBorderSpike(counts, 1.2)).toThrow(RangeError);
    expect(() => relativeBorderSpike(counts, { a: 0, b: 1 })).toThrow(RangeError);
  });
});
