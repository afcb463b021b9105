import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankTruncatedProduct } from '../../src/statistics/rank-truncated-product.ts';

const share = fc.double({ min: 1e-6, max: 1, noNaN: true });

describe('rank truncated product', () => {
  it('is Fisher’s method where all are kept: P(χ²₄ ≥ −2 ln 0.0002)', () => {
    expect(rankTruncatedProduct([0.01, 0.02], 2)).toBeCloseTo(0.0002 * (1 - Math.log(0.0002)), 12);
  });

  it('is the least of all where one is kept: 1 − (1 − p)³', () => {
    expect(rankTruncatedProduct([0.9, 0.02, 0.5], 1)).toBeCloseTo(1 - 0.98 ** 3, 5);
  });

  it('agrees with 4 million draws for two of four', () => {
    expect(rankTruncatedProduct([0.01, 0.02, 0.5, 0.7], 2)).toBeCloseTo(0.0079, 3);
    expect(rankTruncatedProduct([0.3, 0.4, 0.5, 0.7], 2)).toBeCloseTo(0.7085, 2);
  });

  it('is a probability and does not fall as a value rises', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 5 }), share, (p, other) => {
        const [lower, higher] = [Math.min(p[0]!, other), Math.max(p[0]!, other)];
        const at = (value: number) => rankTruncatedProduct([value, ...p.slice(1)], 2);
        expect(at(lower)).toBeLessThanOrEqual(at(higher) + 1e-4);
        expect(at(higher)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('refuses what is no probability, and to keep more than there are', () => {
    expect(() => rankTruncatedProduct([1.2], 1)).toThrow(RangeError);
    expect(() => rankTruncatedProduct([0.5], 2)).toThrow(RangeError);
  });
});
