import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalUpperTail } from '../../src/statistics/normal-tail.ts';

// Abramowitz, Stegun 1964, tables 26.1 and 26.2.
test.each([
  [0, 0.5],
  [1, 0.15865525393],
  [1.95996398454, 0.025],
  [2, 0.02275013195],
  [3, 0.0013498980316],
])('the tail above %d is that of the printed tables', (z, p) => {
  expect(normalUpperTail(z)).toBeCloseTo(p, 10);
});

test('the far tail is not nought: −log₁₀ Q(10) = 23.11805 and −log₁₀ Q(20) = 88.56010', () => {
  expect(-Math.log10(normalUpperTail(10))).toBeCloseTo(23.11805, 5);
  expect(-Math.log10(normalUpperTail(20))).toBeCloseTo(88.5601, 5);
});

test('the tails of z and −z make one, and the tail falls with z', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -40, max: 40, noNaN: true }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      (z, step) => {
        expect(normalUpperTail(z) + normalUpperTail(-z)).toBeCloseTo(1, 14);
        expect(normalUpperTail(z + step)).toBeLessThanOrEqual(normalUpperTail(z));
      },
    ),
  );
});

test('what is no number is refused', () => {
  expect(() => normalUpperTail(Number.NaN)).toThrow(RangeError);
});
