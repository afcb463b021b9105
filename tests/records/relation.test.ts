import { describe, expect, it } from 'vitest';
import { cutsAsked, type Question, questionKey } from '../../src/records/variables/question.ts';
import { contradicts, relationsBetween } from '../../src/records/variables/relation.ts';
import type { Variable } from '../../src/records/variables/variable.ts';

const variable = (id: string, more: Partial<Variable> = {}): Variable => ({
  ...{ id, title: id, unit: 'pupils', record: 'observations', asked: ['school'], ...more },
});

/** Kinds of the relations that these answers contradict. */
function contradicted(variables: readonly Variable[], answers: Readonly<Record<string, number>>): string[] {
  const questions: Question[] = variables.flatMap((one) => [{ variable: one }, ...cutsAsked(one)]);
  return relationsBetween(questions)
    .filter((relation) => contradicts(relation, (question) => answers[questionKey(question)]))
    .map(({ kind }) => kind);
}

describe('a part', () => {
  const pair = [variable('all'), variable('some', { within: 'all' })];

  it('may be its whole, and not above it', () => {
    expect(contradicted(pair, { all: 10, some: 10 })).toEqual([]);
    expect(contradicted(pair, { all: 10, some: 11 })).toEqual(['part']);
    expect(contradicted(pair, { all: 0, some: 0 })).toEqual([]);
  });

  it('is not held to a whole that nobody answered', () => {
    expect(contradicted(pair, { some: 11 })).toEqual([]);
    expect(contradicted(pair, { all: 1 })).toEqual([]);
  });

  it('is held to it cut by cut where both are cut alike', () => {
    const cut = [variable('all', { by: 'level' }), variable('some', { by: 'level', within: 'all' })];
    const answers = { all: 10, 'all/level:noo': 4, some: 6, 'some/level:noo': 5 };
    expect(contradicted(cut, answers)).toEqual(['part']);
    expect(contradicted(cut, { ...answers, 'all/level:noo': 5 })).toEqual([]);
  });
});

describe('cuts', () => {
  it('that partition a total make it up; while some are open they only may not exceed it', () => {
    const total = [variable('all', { by: 'level', partition: true })];
    const three = (noo: number, ooo: number, soo?: number) => ({
      ...{ all: 10, 'all/level:noo': noo, 'all/level:ooo': ooo },
      ...(soo === undefined ? {} : { 'all/level:soo': soo }),
    });
    expect(contradicted(total, three(4, 5, 1))).toEqual([]);
    expect(contradicted(total, three(4, 5, 0))).toEqual(['sum']);
    expect(contradicted(total, three(4, 5, 2))).toEqual(['sum']);
    expect(contradicted(total, three(4, 5))).toEqual([]);
    expect(contradicted(total, three(6, 5))).toEqual(['sum']);
  });

  it('with fractions of posts add up in spite of rounding', () => {
    const total = [variable('all', { by: 'level', partition: true, unit: 'posts' })];
    const answers = { all: 0.3, 'all/level:noo': 0.1, 'all/level:ooo': 0.2, 'all/level:soo': 0 };
    expect(contradicted(total, answers)).toEqual([]);
  });

  it('that overlap are each at most the total', () => {
    const total = [variable('all', { by: 'level' })];
    const answers = { all: 10, 'all/level:noo': 10, 'all/level:ooo': 10, 'all/level:soo': 0 };
    expect(contradicted(total, answers)).toEqual([]);
    expect(contradicted(total, { ...answers, 'all/level:soo': 11 })).toEqual(['cut']);
  });
});

describe('a question that hangs on another', () => {
  const gated = [
    variable('has', { unit: 'yes-no' }),
    variable('children', { askedIf: { respondent: 'school', yes: 'has' } }),
  ];

  it('has nothing to count after «нет»', () => {
    expect(contradicted(gated, { has: 0, children: 5 })).toEqual(['gate']);
    expect(contradicted(gated, { has: 0, children: 0 })).toEqual([]);
    expect(contradicted(gated, { has: 1, children: 5 })).toEqual([]);
    expect(contradicted(gated, { children: 5 })).toEqual([]);
  });
});
