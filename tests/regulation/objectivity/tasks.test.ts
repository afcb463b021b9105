import { describe, expect, it } from 'vitest';
import { others, scores, sign, sitting, tasks } from './invented-sittings.ts';

/** 100 pupils; how many of them solved each of eight tasks in a usual school. */
const EASE = [90, 85, 80, 70, 60, 50, 40, 30];
const HUMP = scores(0, 2, 8, 15, 25, 25, 15, 8, 2);
const HIGH = scores(0, 0, 2, 8, 15, 25, 25, 15, 10);
const region = others(40, { scores: HUMP, tasks: tasks(100, ...EASE) });
const school = (solved: readonly number[], given = HIGH) =>
  sitting('own', { scores: given, tasks: tasks(100, ...solved) });

describe('B3, easy tasks worse and hard tasks better', () => {
  it('stands where the difference falls with ease', () => {
    const answer = sign('B3', [school([80, 78, 79, 75, 72, 70, 66, 60]), ...region]);
    expect(answer.value).toBeCloseTo(-1, 9);
    expect(answer.state).toBe('yes');
  });

  it('does not stand without order', () => {
    const answer = sign('B3', [school([92, 84, 81, 72, 58, 53, 41, 29]), ...region]);
    expect(answer.value).toBeCloseTo(0.1576, 4);
    expect(answer.state).toBe('no');
  });

  it('acquits a strong school, which cannot but gain less on easy tasks', () => {
    // All log-odds raised by one: in per cent the gain falls strictly with ease.
    const stronger = EASE.map((ease) => Math.round(100 / (1 + Math.exp(-Math.log(ease / (100 - ease)) - 1))));
    const answer = sign('B3', [school(stronger), ...region]);
    expect(answer.value!).toBeLessThanOrEqual(-0.7);
    expect(answer).toMatchObject({ state: 'no' });
    expect(answer.p).toBeGreaterThan(0.5);
  });

  it('asks for a mean above the region', () => {
    const below = school([60, 58, 59, 55, 52, 50, 48, 46], scores(0, 20, 40, 40));
    expect(sign('B3', [below, ...region]).state).toBe('no');
  });

  it('stands on a task that hardly anybody else does', () => {
    const hard = [...EASE.slice(0, 7), 4];
    const facts = (solved: number) => [
      school([...EASE.slice(0, 7), solved]),
      ...others(40, { scores: HUMP, tasks: tasks(100, ...hard) }),
    ];
    expect(sign('B3', facts(40)).state).toBe('yes');
    expect(sign('B3', facts(5)).state).toBe('no');
  });

  it('takes points that only a slip can give for the maximum of the task', () => {
    const slipped = school(EASE).tasks!.map((task) =>
      // Three pupils have 2 points where the task gives 1.
      task.index === 7
        ? {
            ...task,
            scores: [
              { score: 0, count: 70 },
              { score: 1, count: 27 },
              { score: 2, count: 3 },
            ],
          }
        : task,
    );
    const usual = sign('B3', [school(EASE), ...region]);
    expect(sign('B3', [{ ...school(EASE), tasks: slipped }, ...region])).toEqual(usual);
  });

  it('is not assessable under eight tasks, and without tasks', () => {
    const seven = EASE.slice(0, 7);
    const facts = [school(seven), ...others(40, { scores: HUMP, tasks: tasks(100, ...seven) })];
    expect(sign('B3', facts).state).toBe('not-assessable');
    expect(sign('B3', [sitting('own'), ...region])).toMatchObject({ reason: 'нет баллов по заданиям' });
  });
});

describe('B7, homogeneous answers', () => {
  /** Schools of all levels: a hump of 100 pupils about 3 … 5 of 8 points, and tasks that fit it. */
  const varied = Array.from({ length: 60 }, (_, index) => {
    const shift = (index % 3) - 1;
    const hump = [2, 8, 15, 25 + (index % 4), 25 - (index % 4), 15, 8, 2].map((count, at) => ({
      score: Math.min(8, Math.max(0, at + 1 + shift)),
      count,
    }));
    const counts = scores(
      ...Array.from({ length: 9 }, (_, score) =>
        hump.reduce((sum, one) => sum + (one.score === score ? one.count : 0), 0),
      ),
    );
    return sitting(`other-${index}`, {
      scores: counts,
      tasks: tasks(100, ...EASE.map((ease) => Math.min(98, ease + 8 * shift - (index % 5)))),
    });
  });

  it('stands for the most uniform of many schools', () => {
    const alike = sitting('own', {
      scores: scores(0, 0, 0, 0, 20, 80),
      tasks: tasks(100, 100, 100, 100, 100, 80, 0, 0, 0),
    });
    expect(sign('B7', [alike, ...varied]).state).toBe('yes');
  });

  it('does not stand for a usual one', () => {
    expect(sign('B7', [school(EASE, HUMP), ...varied]).state).toBe('no');
  });

  it('is not assessable under 15 participants, or with few schools', () => {
    const small = sitting('own', {
      scores: [{ score: 5, count: 14 }],
      tasks: tasks(14, 14, 14, 14, 14, 14, 0, 0, 0),
    });
    expect(sign('B7', [small, ...varied])).toMatchObject({ state: 'not-assessable' });
    expect(sign('B7', [school(EASE), ...varied.slice(0, 20)]).reason).toContain('не менее 30 школ');
  });
});
