import { describe, expect, it } from 'vitest';
import { dependentEvidence } from '../../src/statistics/dependent-evidence.ts';

describe('evidence that depends', () => {
  it('leaves one p as it is', () => {
    expect(dependentEvidence([0.03], 0.4)).toBeCloseTo(0.03, 9);
  });

  it('is Stouffer’s method without correlation: two of z = 1.6449 make z = 2.3262', () => {
    expect(dependentEvidence([0.05, 0.05], 0)).toBeCloseTo(0.010004, 5);
  });

  it('counts the same thing said twice once', () => {
    expect(dependentEvidence([0.05, 0.05], 1)).toBeCloseTo(0.05, 9);
  });

  it('stands the ends and refuses nothing at all', () => {
    expect(dependentEvidence([0, 1], 0.4)).toBeCloseTo(0.5, 5);
    expect(() => dependentEvidence([], 0.4)).toThrow(RangeError);
  });
});
