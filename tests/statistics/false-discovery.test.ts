import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benjaminiHochberg } from '../../src/statistics/false-discovery.ts';

const p = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

describe('the Benjamini–Hochberg adjustment', () => {
  // Benjamini, Hochberg 1995, the thrombolysis example, adjusted as p.adjust of R does.
  const published = [
    [0.0001, 0.0015],
    [0.0004, 0.003],
    [0.0019, 0.0095],
    [0.0095, 0.035625],
    [0.0201, 0.0603],
    [0.0278, 0.063857],
    [0.0298, 0.063857],
    [0.0344, 0.0645],
    [0.0459, 0.0765],
    [0.324, 0.486],
    [0.4262, 0.581182],
    [0.5719, 0.714875],
    [0.6528, 0.753231],
    [0.759, 0.813214],
    [1, 1],
  ] as const;

  test('is that of the paper and rejects its four hypotheses', () => {
    const q = benjaminiHochberg(published.map(([raw]) => raw));
    published.forEach(([, adjusted], index) => {
      expect(q[index]).toBeCloseTo(adjusted, 6);
    });
    expect(q.filter((value) => value <= 0.05)).toHaveLength(4);
  });

  test('answers in the order of the question', () => {
    const shuffled = [8, 0, 14, 3, 10, 1, 12, 6, 2, 13, 5, 9, 4, 11, 7].map((index) => published[index]!);
    benjaminiHochberg(shuffled.map(([raw]) => raw)).forEach((value, index) => {
      expect(value).toBeCloseTo(shuffled[index]![1], 6);
    });
  });

  test('of nothing is nothing, of one test is that test', () => {
    expect(benjaminiHochberg([])).toEqual([]);
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
  });

  test('gives equal p equal q', () => {
    expect(benjaminiHochberg([0.02, 0.02, 0.02, 0.02])).toEqual([0.02, 0.02, 0.02, 0.02]);
    const [first, , third] = benjaminiHochberg([0.01, 0.5, 0.01]);
    expect(first).toBe(third);
    expect(first).toBeCloseTo(0.015, 12);
  });

  test('never lowers a p, keeps its order, stays within 0 … 1', () => {
    fc.assert(
      fc.property(p, (raw) => {
        const q = benjaminiHochberg(raw);
        expect(q).toHaveLength(raw.length);
        const order = raw.map((_, index) => index).sort((i, j) => raw[i]! - raw[j]!);
        order.forEach((index, rank) => {
          expect(q[index]).toBeGreaterThanOrEqual(raw[index]!);
          expect(q[index]).toBeLessThanOrEqual(1);
          if (rank > 0) expect(q[index]).toBeGreaterThanOrEqual(q[order[rank - 1]!]!);
        });
      }),
    );
  });

  test('rejects exactly what the step-up procedure of the paper rejects', () => {
    fc.assert(
      fc.property(p, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (raw, alpha) => {
        const sorted = raw.toSorted((one, other) => one - other);
        // The rank is compared as p·(m/k) ≤ α on both sides: the same inequality, the same rounding.
        const rejected =
          sorted.findLastIndex((value, index) => value * (raw.length / (index + 1)) <= alpha) + 1;
        expect(benjaminiHochberg(raw).filter((value) => value <= alpha)).toHaveLength(rejected);
      }),
    );
  });

  test.each([-0.01, 1.01, Number.NaN])('refuses %d', (value) => {
    expect(() => benjaminiHochberg([0.5, value])).toThrow(RangeError);
  });
});
