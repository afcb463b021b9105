import { describe, expect, test } from 'vitest';
import { cohortChange } from '../../src/statistics/cohort-change.ts';
import { normalUpperTail } from '../../src/statistics/normal-tail.ts';

const before = { standardised: 1.9, pupils: 24 };
const after = { standardised: -0.2, pupils: 22 };

describe('the change of a cohort', () => {
  test('from 1.9 to −0.2 with 24 and 22 pupils is −2.1 with the error 0.2952, or 0.1868 at ρ = 0.6', () => {
    expect(cohortChange(before, after).change).toBeCloseTo(-2.1, 12);
    expect(cohortChange(before, after).standardError).toBeCloseTo(0.2952, 4);
    expect(cohortChange(before, after, 0.6).standardError).toBeCloseTo(0.1868, 4);
  });

  test('has a small p for a fall, a large one for a rise', () => {
    const fall = cohortChange(before, after);
    expect(fall.p).toBeCloseTo(normalUpperTail(2.1 / fall.standardError), 14);
    expect(fall.p).toBeLessThan(1e-11);
    expect(cohortChange(after, before).p).toBeCloseTo(1, 10);
    expect(cohortChange(before, before).p).toBe(0.5);
  });

  test.each<[number, number, number]>([
    [Number.NaN, 24, 0],
    [1.9, 0, 0],
    [1.9, 24, 1],
    [1.9, 24, -0.1],
  ])('of %d with %d pupils at ρ = %d is refused', (standardised, pupils, correlation) => {
    expect(() => cohortChange({ standardised, pupils }, after, correlation)).toThrow(RangeError);
    expect(() => cohortChange(after, { standardised, pupils }, correlation)).toThrow(RangeError);
  });
});
