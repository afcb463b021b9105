import { describe, expect, it } from 'vitest';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';
import type { Answer } from '../../../src/regulation/systems/answer.ts';
import { PARTICIPANT_LEVEL_IDS } from '../../../src/regulation/systems/computed/participant-levels.ts';
import { participantSums } from '../../../src/reports/public/participants.ts';
import type { SittingSums } from '../../../src/reports/public/sittings.ts';
import type { Relation } from '../../../src/statistics/disclosure/release.ts';
import { atom, minus, plus } from '../../../src/statistics/disclosure/sum.ts';

/** A school in a paper: how many wrote, and how many of them high. */
function sitting(school: string, paper: string, people: number, top: number): SittingSums {
  const count = (name: string, value: number) => atom(`${school} ${paper} ${name}`, value);
  const [high, others] = [count('top', top), count('others', people - top)];
  return { school, paper, year: 2021, whole: plus(high, others), levels: { top: high } };
}

/** What is known of participants of a school over all papers: so many, of them so many high. */
const over = (id: string, code: string, high: number, people: number): Answer =>
  ({
    ...{ id, unit: 'school', code, breakdown: 'procedure:ege', variant: 'main' },
    ...{ numerator: high, denominator: people },
  }) as unknown as Answer;

const sumsOf = (answers: readonly Answer[], sittings: readonly SittingSums[]) =>
  participantSums(answers, sittings, 2021, loadParameters({}));

const tells = (relations: readonly Relation[], sum: ReturnType<typeof minus>): boolean =>
  relations.some(({ atLeastNought }) => minus(atLeastNought, sum).terms.size === 0);

describe('participants over all papers of a procedure', () => {
  const russian = sitting('А', 'ege-russian', 20, 5);
  const physics = sitting('А', 'ege-physics', 19, 4);

  it.each([PARTICIPANT_LEVEL_IDS.highAny, PARTICIPANT_LEVEL_IDS.highAll])(
    'are the participants of the paper where a school has one: %s',
    (id) => {
      const { part, whole, relations } = sumsOf([over(id, 'А', 5, 20)], [russian]);
      expect(whole).toEqual(russian.whole);
      expect(part).toEqual(russian.levels.top);
      expect(relations).toEqual([]);
    },
  );

  it('are a number of their own where that number is another, whatever the paper', () => {
    const { whole } = sumsOf([over(PARTICIPANT_LEVEL_IDS.highAny, 'А', 5, 21)], [russian]);
    expect(whole.value).toBe(21);
    expect(whole.terms).not.toEqual(russian.whole.terms);
  });

  it('are as many at least as wrote the largest of several papers, or one near it, and at most all together', () => {
    const { part, whole, relations } = sumsOf(
      [over(PARTICIPANT_LEVEL_IDS.highAny, 'А', 7, 22)],
      [russian, physics],
    );
    expect(tells(relations, minus(whole, russian.whole))).toBe(true);
    expect(tells(relations, minus(whole, physics.whole))).toBe(true);
    expect(tells(relations, minus(plus(russian.whole, physics.whole), whole))).toBe(true);
    expect(tells(relations, minus(part, russian.levels.top!))).toBe(true);
    expect(tells(relations, minus(plus(russian.levels.top!, physics.levels.top!), part))).toBe(true);
  });

  it('high in all papers leave out at least those who are not high in one', () => {
    const { part, whole, relations } = sumsOf(
      [over(PARTICIPANT_LEVEL_IDS.highAll, 'А', 2, 22)],
      [russian, physics],
    );
    const others = minus(russian.whole, russian.levels.top!);
    expect(tells(relations, minus(minus(whole, part), others))).toBe(true);
  });

  it('are one number with the paper in schools with one, and one more over the schools with several', () => {
    const alone = sitting('Б', 'ege-russian', 14, 3);
    const { whole } = sumsOf(
      [over(PARTICIPANT_LEVEL_IDS.highAny, 'А', 7, 22), over(PARTICIPANT_LEVEL_IDS.highAny, 'Б', 3, 14)],
      [russian, physics, alone],
    );
    const several = minus(whole, alone.whole);
    expect(several.terms.size).toBe(1);
    expect(several.value).toBe(22);
  });
});
