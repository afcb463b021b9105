import { describe, expect, it } from 'vitest';
import type { MatchedHolder } from '../../../src/facts/olympiad-holders.ts';
import { olympiadIndices } from '../../../src/regulation/objectivity/olympiads.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';

const parameters = loadParameters({});

function holder(subject: string, scores: Record<string, number> | null, more: Partial<MatchedHolder> = {}) {
  return {
    olympiad: 'vsosh',
    stage: 'municipal',
    subject,
    school: '990101',
    year: 2021,
    status: 'winner',
    match: scores ? 'matched' : 'unmatched',
    scores: scores ?? {},
    baseMathematics: null,
    ...more,
  } satisfies MatchedHolder as MatchedHolder;
}

const only = (holders: readonly MatchedHolder[], year = 2021, given = parameters) => {
  const indices = olympiadIndices(year, holders, given);
  expect(indices).toHaveLength(1);
  return indices[0]!;
};

describe('the index of an olympiad', () => {
  it('is the share below 75 among the holders with ЕГЭ in the subject; 75 itself confirms', () => {
    const index = only([
      holder('physics', { physics: 74 }),
      holder('physics', { physics: 75 }),
      holder('physics', { physics: 100 }, { status: 'prize-winner' }),
      holder('physics', null),
    ]);
    expect(index).toMatchObject({
      ...{ olympiad: 'vsosh', stage: 'municipal', subject: 'physics' },
      ...{ holders: 4, withEge: 3, unconfirmed: 1, threshold: 75, ambiguous: 0 },
    });
    expect(index.index).toBeCloseTo(1 / 3, 12);
  });

  it('has neither confirmed nor refuted whoever took another ЕГЭ, or fits more than one person', () => {
    const index = only([
      holder('physics', { chemistry: 20 }),
      holder('physics', null, { match: 'ambiguous' }),
      holder('physics', null),
    ]);
    expect(index).toMatchObject({ holders: 3, withEge: 0, ambiguous: 1, unconfirmed: 0, index: null });
    expect(index.notes.join(' ')).toMatch(/Без этого ЕГЭ[^.]*: 2\. Подходит не один[^.]*: 1\./);
  });

  it.each([
    ['mathematics', 'mathematics-profile'],
    ['economics', 'social-studies'],
    ['law', 'social-studies'],
    ['astronomy', 'physics'],
    ['ecology', 'biology'],
    ['informatics-security', 'informatics'],
    ['english', 'english'],
  ])('in %s is held against ЕГЭ in %s', (subject, exam) => {
    expect(only([holder(subject, { [exam]: 60 })])).toMatchObject({ withEge: 1, unconfirmed: 1 });
    const named = only([holder(subject, { [exam]: 60 })]).notes.join(' ');
    expect(named.includes('соответствие задано параметром')).toBe(subject !== exam);
  });

  it('cannot be computed for subjects that ЕГЭ does not have', () => {
    const index = only([holder('physical-education', { biology: 30, russian: 40 })]);
    expect(index).toMatchObject({ holders: 1, withEge: 0, index: null });
    expect(index.notes.join(' ')).toContain('на ЕГЭ нет');
  });

  it('is given apart for each olympiad, stage and subject, the stages in their order', () => {
    const indices = olympiadIndices(
      2021,
      [
        holder('physics', { physics: 90 }, { stage: 'regional' }),
        holder('physics', { physics: 60 }, { stage: 'school' }),
        holder('chemistry', { chemistry: 60 }),
        holder('physics', { physics: 60 }),
        holder('physics', { physics: 60 }, { olympiad: 'lomonosov', stage: 'final' }),
      ],
      parameters,
    );
    expect(indices.map(({ olympiad, stage, subject }) => `${olympiad} ${stage} ${subject}`)).toEqual([
      'lomonosov final physics',
      'vsosh school physics',
      'vsosh municipal chemistry',
      'vsosh municipal physics',
      'vsosh regional physics',
    ]);
  });

  it('notes that no law sets a threshold for stages before the final one', () => {
    for (const stage of ['school', 'municipal', 'regional'] as const) {
      const { notes } = only([holder('physics', { physics: 60 }, { stage })]);
      expect(notes.join(' ')).toContain('порог законом не установлен: взято 75');
    }
    const { notes } = only([holder('physics', { physics: 60 }, { stage: 'final' })]);
    expect(notes.join(' ')).toContain('подтверждать на ЕГЭ не нужно');
  });

  it('has the threshold of the year, and that of the workspace', () => {
    const of = (score: number, year: number, given = parameters) =>
      only([holder('physics', { physics: score })], year, given);
    expect(of(70, 2015)).toMatchObject({ threshold: 65, unconfirmed: 0 });
    expect(of(70, 2016)).toMatchObject({ threshold: 75, unconfirmed: 1 });
    expect(of(70, 2021, loadParameters({ 'olympiad.threshold': 60 }))).toMatchObject({
      threshold: 60,
      unconfirmed: 0,
    });
  });

  it('takes an own subject of ЕГЭ for one olympiad and leaves the others in force', () => {
    const own = loadParameters({ 'olympiad.ege-subject': { ecology: 'geography' } });
    expect(only([holder('ecology', { geography: 60 })], 2021, own)).toMatchObject({ unconfirmed: 1 });
    expect(only([holder('law', { 'social-studies': 60 })], 2021, own)).toMatchObject({ unconfirmed: 1 });
  });

  it('is absent where there are no holders', () => {
    expect(olympiadIndices(2021, [], parameters)).toEqual([]);
  });
});
