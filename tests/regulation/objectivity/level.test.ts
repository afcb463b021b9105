import { describe, expect, it } from 'vitest';
import type { Reference } from '../../../src/facts/sitting.ts';
import { MATHEMATICS_4, others, scores, sign, sitting, USUAL } from './invented-sittings.ts';

const at = (score: number, pupils: number) => [{ score, count: pupils }];

/** Mean 10, standard deviation 4, exactly. */
const REGION: Reference = {
  ...MATHEMATICS_4,
  year: 2021,
  scope: 'region',
  measure: 'primary',
  participants: 10_000,
  scores: [
    { score: 6, count: 5_000 },
    { score: 14, count: 5_000 },
  ],
};

describe('B1, a high mean', () => {
  it('is z in the funnel of the region, with honest differences between schools allowed for', () => {
    const { p, value, state } = sign('B1', [sitting('own', { scores: at(16, 25) })], { published: [REGION] });
    // (16 − 10) / √(16/25 + 0.2·16 + 16/10000)
    expect(value).toBeCloseTo(6 / Math.sqrt(0.64 + 3.2 + 0.0016), 9);
    expect(p).toBeCloseTo(0.0011, 4);
    expect(state).toBe('yes');
  });

  it('stays no below the level: a strong school is not a biased one', () => {
    const answer = sign('B1', [sitting('own', { scores: at(13, 25) })], { published: [REGION] });
    expect(answer).toMatchObject({ state: 'no' });
    expect(answer.p).toBeGreaterThan(0.05);
  });

  it('never compares a school with itself', () => {
    const others = [
      sitting('a', { scores: at(9, 20) }),
      sitting('b', { scores: scores(0, 0, 0, 0, 0, 10, 10) }),
    ];
    const answer = sign('B1', [sitting('own', { scores: at(20, 500) }), ...others]);
    expect(answer.reason).toContain('7,25');
  });

  it('is not assessable without a region and without other schools', () => {
    expect(sign('B1', [sitting('own')])).toMatchObject({ state: 'not-assessable', p: null, value: null });
    expect(sign('B1', [sitting('own'), sitting('a')]).state).toBe('not-assessable');
    expect(sign('B1', [sitting('own'), ...others(2)]).state).toBe('no');
  });

  it('is not assessable under five participants, and is from five on', () => {
    const four = sign('B1', [sitting('own', { scores: at(18, 4) }), ...others(4)]);
    expect(four).toMatchObject({ state: 'not-assessable' });
    expect(four.reason).toContain('от 5');
    expect(sign('B1', [sitting('own', { scores: at(18, 5) }), ...others(4)]).state).not.toBe(
      'not-assessable',
    );
  });
});

describe('B4, a fall in the next grade', () => {
  const later = (school: string, counts = USUAL) => sitting(school, { grade: 5, year: 2022, scores: counts });
  const neighbours = [...others(5), ...others(5).map(({ school }) => later(school))];

  it('stands where the same cohort falls from far above to the middle', () => {
    const answer = sign('B4', [sitting('own', { scores: at(18, 25) }), later('own'), ...neighbours]);
    expect(answer.state).toBe('yes');
    expect(answer.value).toBeLessThan(-1.5);
  });

  it('does not where the cohort stays above, or was never above', () => {
    const stays = [sitting('own', { scores: at(18, 25) }), later('own', at(18, 25)), ...neighbours];
    expect(sign('B4', stays).state).toBe('no');
    const usual = [sitting('own'), later('own', at(1, 25)), ...neighbours];
    expect(sign('B4', usual)).toMatchObject({ state: 'no' });
  });

  it('is not assessable before the cohort has written the next paper', () => {
    const answer = sign('B4', [sitting('own', { scores: at(18, 25) }), ...others(5)]);
    expect(answer.state).toBe('not-assessable');
    expect(answer.reason).toContain('5 класс, 2022 год');
  });
});

describe('B6, no corroboration', () => {
  const oge = (school: string, counts = USUAL, year = 2021) =>
    sitting(school, { procedure: 'oge', grade: 9, year, scores: counts });
  const neighbours = [...others(5), ...others(5).map(({ school }) => oge(school))];

  it('stands where ВПР is high and ОГЭ of the subject is not', () => {
    const facts = [sitting('own', { scores: at(18, 25) }), oge('own', at(8, 25)), ...neighbours];
    expect(sign('B6', facts)).toMatchObject({ state: 'yes', p: null, q: null });
  });

  it('does not where ОГЭ is high too', () => {
    const facts = [sitting('own', { scores: at(18, 25) }), oge('own', at(16, 25)), ...neighbours];
    expect(sign('B6', facts).state).toBe('no');
  });

  it('takes exams of the window of three years, no older ones', () => {
    const old = (year: number) => [
      sitting('own', { scores: at(18, 25) }),
      oge('own', at(8, 25), year),
      ...others(5),
      ...others(5).map(({ school }) => oge(school, USUAL, year)),
    ];
    expect(sign('B6', old(2019)).state).toBe('yes');
    expect(sign('B6', old(2018)).state).toBe('not-assessable');
  });

  it('is not assessable without exams in the subject', () => {
    expect(sign('B6', [sitting('own'), ...others(5)])).toMatchObject({ state: 'not-assessable' });
  });
});
