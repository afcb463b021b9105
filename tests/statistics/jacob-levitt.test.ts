import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jacobLevitt, percentileRanks } from '../../src/statistics/jacob-levitt.ts';

describe('the unexpected fluctuation of Jacob and Levitt', () => {
  test.each([
    [0.98, 0.05, 1.8629],
    [0.5, 0.5, 0.5],
    [0.9, 0.4, 1.17],
    [0.95, 0.9, 0.9125],
  ])('of the ranks %d and %d is %d', (rank, nextRank, score) => {
    expect(jacobLevitt(rank, nextRank)).toBeCloseTo(score, 12);
  });

  test('is within 0 … 2, grows with the gain and with the loss after it', () => {
    const rank = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(rank, rank, rank, (now, next, other) => {
        const score = jacobLevitt(now, next);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(2);
        if (other >= now) expect(jacobLevitt(other, next)).toBeGreaterThanOrEqual(score);
        if (other >= next) expect(jacobLevitt(now, other)).toBeLessThanOrEqual(score);
      }),
    );
  });

  test.each([
    [1.01, 0.5],
    [0.5, -0.1],
    [Number.NaN, 0.5],
  ])('refuses the ranks %d and %d', (rank, nextRank) => {
    expect(() => jacobLevitt(rank, nextRank)).toThrow(RangeError);
  });
});

describe('percentile ranks', () => {
  test('are the middles of the parts, shared by ties', () => {
    expect(percentileRanks([3, -1, 7, 3])).toEqual([0.5, 0.125, 0.875, 0.5]);
    expect(percentileRanks([])).toEqual([]);
  });

  test('have the mean ½ and serve the score as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 50 }), (gains) => {
        const ranks = percentileRanks(gains);
        expect(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toBeCloseTo(0.5, 12);
        for (const rank of ranks) expect(jacobLevitt(rank, rank)).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('refuse a gain that is not known', () => {
    expect(() => percentileRanks([1, Number.NaN])).toThrow(RangeError);
  });
});
