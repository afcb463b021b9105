import { describe, expect, it } from 'vitest';
import { others, scores, sign, sitting } from './invented-sittings.ts';

/** 25 pupils; in the second everyone one or two points below a border stands on it. */
const SMOOTH = scores(0, 0, 0, 1, 2, 2, 2, 2, 2, 3, 2, 2, 2, 2, 1, 1, 1);
const MOVED = scores(0, 0, 0, 1, 0, 0, 6, 2, 0, 0, 7, 2, 2, 0, 0, 4, 1);
/** The habit of a region: nobody just below the «3». */
const HABIT = scores(0, 0, 0, 1, 0, 0, 6, 2, 2, 3, 2, 2, 2, 2, 1, 1, 1);

describe('B2, a spike at the borders of marks', () => {
  it('stands where the pupils below the borders stand on them, unlike in the region', () => {
    const answer = sign('B2', [sitting('own', { scores: MOVED }), ...others(40, { scores: SMOOTH })]);
    expect(answer.state).toBe('yes');
    expect(answer.q).toBeLessThanOrEqual(0.01);
  });

  it('does not stand where the whole region rounds up: the habit is not one school’s', () => {
    const answer = sign('B2', [sitting('own', { scores: HABIT }), ...others(40, { scores: HABIT })]);
    expect(answer.state).toBe('no');
    expect(answer.p).toBeGreaterThan(0.1);
  });

  it('reports the excess against a smooth distribution as its value in either form', () => {
    const facts = [sitting('own', { scores: HABIT }), ...others(40, { scores: HABIT })];
    const smooth = sign('B2', facts, { overrides: { 'objectivity.border-form': 'smooth' } });
    expect(sign('B2', facts).value).toBe(smooth.value);
    // At 6: 6 of 8 where (1+k)/(3+k) is expected; at 10: 2 of 7; at 15: 1 of 3.
    const share = 1.1 / 3.1;
    expect(smooth.value).toBeCloseTo(6 + 2 + 1 - share * (8 + 7 + 3), 9);
    expect(smooth.p!).toBeLessThan(sign('B2', facts).p!);
  });

  it('asks for three excess pupils, however small p', () => {
    const facts = [sitting('own', { scores: MOVED }), ...others(40, { scores: SMOOTH })];
    expect(sign('B2', facts, { overrides: { 'objectivity.border-excess': 30 } })).toMatchObject({
      state: 'no',
    });
  });

  it('is not assessable without the scale of the year, and never guesses it', () => {
    const year = { grade: 5, scores: MOVED, year: 2021, subject: 'history' };
    const answer = sign('B2', [sitting('own', year), ...others(40, year)]);
    expect(answer.state).toBe('not-assessable');
    expect(answer.reason).toContain('шкала');
  });

  it('is not assessable from marks alone, nor without a region in the relative form', () => {
    expect(sign('B2', [sitting('own', { measure: 'mark' }), ...others(40, { measure: 'mark' })]).state).toBe(
      'not-assessable',
    );
    expect(sign('B2', [sitting('own', { scores: MOVED })]).state).toBe('not-assessable');
    const smooth = { overrides: { 'objectivity.border-form': 'smooth' } };
    expect(sign('B2', [sitting('own', { scores: MOVED })], smooth).state).not.toBe('not-assessable');
  });
});
