import { describe, expect, it } from 'vitest';
import { judged, others, sign, sitting } from './invented-sittings.ts';

const journal = (lowered: number, confirmed: number, raised: number, wide: number | null = 0) => ({
  journal: { compared: lowered + confirmed + raised, lowered, confirmed, raised, wide },
});

describe('B5, a gap to the journal', () => {
  it('stands where a fifth of the pupils, at least three, differ by two marks', () => {
    const answer = (wide: number, pupils: number) =>
      sign('B5', [sitting('own', journal(0, pupils - wide, wide, wide)), ...others(4, journal(3, 20, 2))]);
    expect(answer(3, 15)).toMatchObject({ state: 'yes', value: 0.2 });
    expect(answer(3, 16).state).toBe('no');
    expect(answer(2, 10).state).toBe('no');
  });

  it('stands where one direction prevails by the exact sign test', () => {
    const facts = (lowered: number, raised: number) => [
      sitting('own', journal(lowered, 10, raised)),
      ...others(4, journal(2, 20, 2)),
    ];
    expect(sign('B5', facts(3, 14)).p).toBeCloseTo(0.006363, 6);
    expect(sign('B5', facts(3, 14)).state).toBe('yes');
    expect(sign('B5', facts(4, 1)).p).toBeCloseTo(0.1875, 6);
    expect(sign('B5', facts(4, 1)).state).toBe('no');
  });

  it('does not stand where marks are lowered as everywhere', () => {
    const facts = [sitting('own', journal(14, 10, 3)), ...others(4, journal(15, 10, 1))];
    expect(sign('B5', facts).state).toBe('no');
  });

  it('reads the three-way table, which does not say how wide the gaps are', () => {
    const answer = sign('B5', [
      sitting('own', journal(1, 9, 10, null)),
      ...others(4, journal(2, 20, 2, null)),
    ]);
    expect(answer).toMatchObject({ state: 'yes', value: 0.5 });
  });

  it('is not assessable without marks of the journal', () => {
    expect(sign('B5', [sitting('own'), ...others(4)]).state).toBe('not-assessable');
    expect(sign('B5', [sitting('own', journal(0, 0, 0)), ...others(4)]).state).toBe('not-assessable');
  });

  it('joins the flag only where marks of the paper are above the journal, unless told otherwise', () => {
    const high = { scores: [{ score: 20, count: 25 }] };
    const facts = [sitting('own', { ...high, ...journal(20, 5, 0, 10) }), ...others(4, journal(2, 20, 2))];
    expect(judged(facts)).toMatchObject({ by: ['B1', 'B5'], flagged: false });
    const either = { overrides: { 'objectivity.journal-direction': 'either' } };
    expect(judged(facts, either).flagged).toBe(true);
    const raised = [sitting('own', { ...high, ...journal(0, 5, 20, 10) }), ...others(4, journal(2, 20, 2))];
    expect(judged(raised)).toMatchObject({ flagged: true });
  });
});
