import type { Release } from '../../../src/statistics/disclosure/release.ts';
import { atom, plus, type Sum } from '../../../src/statistics/disclosure/sum.ts';

/** Marks 2, 3, 4 and 5 of the participants of a school in a paper of a year. */
export type Marks = readonly [number, number, number, number];

export interface Sitting {
  school: string;
  paper: string;
  year: number;
  marks: Marks;
}

/**
 * What is published of results: all papers of a year together, each paper, each school in each paper; how many wrote,
 * how many low and high marks, how many not below «4».
 */
export function releasesOf(sittings: readonly Sitting[]): Release[] {
  const schools = sittings.map(({ school, paper, year, marks }): Release => {
    const [two, three, four, five] = marks.map((count, at) =>
      atom(`${year} ${paper} ${school} ${at + 2}`, count),
    ) as [Sum, Sum, Sum, Sum];
    return {
      id: `${year} ${paper} ${school}`,
      year,
      within: `${year} ${paper}`,
      whole: plus(two, three, four, five),
      parts: { low: two, top: five, average: plus(four, five) },
    };
  });
  const papers = together(schools, ({ year, id }) => ({
    id: id.split(' ').slice(0, 2).join(' '),
    within: String(year),
  }));
  return [...together(papers, ({ year }) => ({ id: String(year) })), ...papers, ...schools];
}

function together(
  releases: readonly Release[],
  totalOf: (release: Release) => Pick<Release, 'id' | 'within'>,
): Release[] {
  const byId = new Map<string, Release[]>();
  for (const release of releases) {
    const { id } = totalOf(release);
    byId.set(id, [...(byId.get(id) ?? []), release]);
  }
  return [...byId.values()].map((own) => {
    const sum = (pick: (release: Release) => Sum) => plus(...own.map(pick));
    return {
      ...totalOf(own[0]!),
      year: own[0]!.year,
      whole: sum(({ whole }) => whole!),
      parts: {
        low: sum(({ parts }) => parts['low']!),
        top: sum(({ parts }) => parts['top']!),
        average: sum(({ parts }) => parts['average']!),
      },
    };
  });
}
