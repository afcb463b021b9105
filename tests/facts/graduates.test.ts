import { describe, expect, it } from 'vitest';
import { type GraduateGroup, graduateCounts } from '../../src/facts/graduates.ts';

const counts = (grade: 9 | 11, ...groups: [GraduateGroup['destination'], boolean | null, number][]) =>
  Object.fromEntries(
    graduateCounts(
      grade,
      groups.map(([destination, profile, people]) => ({ destination, profile, people })),
    ),
  );

describe('a list of graduates', () => {
  it('of all of them says how many there were, and where they went', () => {
    expect(counts(9, ['vocational', true, 7], ['vocational', false, 3], ['grade-10', null, 12])).toEqual({
      'graduates-9': 22,
      'graduates-9-vocational': 10,
      'graduates-9-by-profile': 7,
    });
    expect(counts(11, ['higher', true, 5], ['vocational', false, 2], ['work', null, 1])).toEqual({
      'graduates-11': 8,
      'graduates-11-vocational': 2,
      'graduates-11-higher': 5,
      'graduates-11-by-profile': 5,
    });
  });

  it('of the admitted alone says neither how many graduates there were nor that nobody went elsewhere', () => {
    expect(counts(11, ['higher', true, 5])).toEqual({
      'graduates-11-higher': 5,
      'graduates-11-by-profile': 5,
    });
  });

  it('of all of them says zero where nobody went', () => {
    expect(counts(9, ['grade-10', null, 12])).toEqual({
      'graduates-9': 12,
      'graduates-9-vocational': 0,
      'graduates-9-by-profile': 0,
    });
  });

  it('does not say how many went by profile where one row lacks it', () => {
    expect(counts(11, ['higher', true, 5], ['higher', null, 1])).toEqual({ 'graduates-11-higher': 6 });
  });

  it('of nobody says nothing', () => {
    expect(counts(9)).toEqual({});
  });
});
