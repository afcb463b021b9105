import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signTest } from '../../src/statistics/sign-test.ts';

// Lowered against raised marks; p computed with binomtest of scipy.
test.each([
  [14, 3, 0.006363, 0.012726],
  [5, 0, 0.03125, 0.0625],
])('%i against %i has the one-sided p %d and the two-sided p %d', (plus, minus, oneSided, twoSided) => {
  const test = signTest(plus, minus);
  expect(test.oneSided).toBeCloseTo(oneSided, 6);
  expect(test.twoSided).toBeCloseTo(twoSided, 6);
});

test('4 against 1 has the two-sided p 0.375', () => {
  expect(signTest(4, 1).twoSided).toBeCloseTo(0.375, 12);
});

test('where no pair differs nothing speaks against chance', () => {
  expect(signTest(0, 0)).toEqual({ oneSided: 1, twoSided: 1 });
});

test('the two sides are alike for the two-sided p, and overlap by the observed split for the one-sided', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (plus, minus) => {
      const there = signTest(plus, minus);
      const back = signTest(minus, plus);
      expect(there.twoSided).toBe(back.twoSided);
      expect(there.twoSided).toBeLessThanOrEqual(1);
      expect(there.oneSided + back.oneSided).toBeGreaterThanOrEqual(1 - 1e-12);
      expect(signTest(plus + 1, minus).oneSided).toBeLessThanOrEqual(there.oneSided + 1e-12);
    }),
  );
});

test.each([
  [-1, 3],
  [2.5, 3],
  [Number.NaN, 3],
])('%d against %d is refused', (plus, minus) => {
  expect(() => signTest(plus, minus)).toThrow(RangeError);
});
