import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Release } from '../../../src/statistics/disclosure/release.ts';
import { atom, plus } from '../../../src/statistics/disclosure/sum.ts';
import { suppress } from '../../../src/statistics/disclosure/suppress.ts';
import { attack } from './attack.ts';
import { municipality, releasesOf } from './municipality.ts';

const RULE = { leastGroup: 10, leastCount: 3, leastInterval: 3 };
const MUNICIPALITIES = 1000;

describe('suppression under attack', () => {
  it('gives nothing away in a thousand random municipalities', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(municipality, (sittings) => {
        const releases = releasesOf(sittings);
        expect(attack(releases, suppress(releases, RULE))).toEqual([]);
      }),
      { numRuns: MUNICIPALITIES, seed: 5 },
    );
  });

  it('is needed: with small numbers alone hidden, most municipalities that have any give some away', {
    timeout: 300_000,
  }, () => {
    const all = fc.sample(municipality, { numRuns: 100, seed: 5 }).map(releasesOf);
    const given = all.filter((releases) => {
      const found = attack(releases, suppress(releases, RULE, { secondary: false }));
      return found.length > 0;
    });
    expect(given.length).toBeGreaterThan(50);
  });

  it('lets a later report say of an earlier year what the earlier report said, and no more', {
    timeout: 300_000,
  }, () => {
    const bothYears = municipality.filter((sittings) => new Set(sittings.map(({ year }) => year)).size === 2);
    fc.assert(
      fc.property(bothYears, (sittings) => {
        const releases = releasesOf(sittings);
        const first = releases.filter(({ year }) => year === 2020);
        const earlier = suppress(first, RULE);
        const later = suppress(releases, RULE);
        for (const { id } of first) expect(later.get(id)).toEqual(earlier.get(id));
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('protects an earlier year from a running total that the later report adds', () => {
    const before = atom('before', 2);
    const now = atom('now', 9);
    const others = atom('others', 200);
    const earlier: Release = {
      id: 'before',
      year: 2020,
      whole: plus(before, others),
      parts: { won: before },
    };
    const later: Release = { id: 'now', year: 2021, whole: atom('pupils now', 190), parts: { won: now } };
    const running: Release = { id: 'running', year: 2021, parts: { won: plus(before, now) } };
    const decisions = suppress([earlier, later, running], RULE);
    expect(decisions.get('before')!.parts).toEqual({ won: 'small-count' });
    expect([decisions.get('now')!.parts['won'], decisions.get('running')!.parts['won']]).toContain(
      'secondary',
    );
  });
});

describe('rule of small numbers', () => {
  const group = (people: number, count: number) => {
    const such = atom('such', count);
    const release: Release = {
      id: 'group',
      year: 2021,
      whole: plus(such, atom('others', people - count)),
      parts: { such },
    };
    const { whole, parts } = suppress([release], RULE).get('group')!;
    return [whole, parts['such']];
  };

  it.each([
    [9, 4, 'small-group', 'small-group'],
    [9, 0, 'small-group', 'small-group'],
    [9, 9, 'small-group', 'small-group'],
    [10, 0, null, null],
    [10, 1, null, 'small-count'],
    [10, 2, null, 'small-count'],
    [10, 3, null, null],
    [10, 7, null, null],
    [10, 8, null, 'small-count'],
    [10, 9, null, 'small-count'],
    [10, 10, null, null],
    [0, 0, null, null],
  ])('of %i people, %i such: the group %s, the count %s', (people, count, whole, such) => {
    expect(group(people, count)).toEqual([whole, such]);
  });

  it('hides a total of nought over a small group: it would say that nobody of that group is such', () => {
    const decisions = suppress(
      releasesOf([
        { school: 'большая', paper: 'м', year: 2021, marks: [0, 20, 20, 5] },
        { school: 'малая', paper: 'м', year: 2021, marks: [0, 2, 2, 1] },
        { school: 'средняя', paper: 'м', year: 2021, marks: [0, 7, 7, 5] },
      ]),
      RULE,
    );
    expect(decisions.get('2021 м')!.parts['low']).toBe('secondary');
    expect(decisions.get('2021 м')!.whole).toBeNull();
  });

  it('hides a second school where one is hidden, the smallest that will do', () => {
    const decisions = suppress(
      releasesOf([
        { school: 'большая', paper: 'м', year: 2021, marks: [10, 20, 20, 10] },
        { school: 'малая', paper: 'м', year: 2021, marks: [1, 2, 2, 1] },
        { school: 'средняя', paper: 'м', year: 2021, marks: [4, 7, 7, 5] },
      ]),
      RULE,
    );
    expect(decisions.get('2021 м малая')!.whole).toBe('small-group');
    expect(decisions.get('2021 м средняя')!.whole).toBe('secondary');
    expect(decisions.get('2021 м большая')!).toEqual({
      whole: null,
      parts: { low: null, top: null, average: null, basic: null },
    });
    expect(decisions.get('2021 м')!.whole).toBeNull();
  });
});
