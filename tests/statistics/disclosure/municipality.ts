import fc from 'fast-check';
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
 * how many low and high marks, how many not below «4», how many between.
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
      parts: { low: two, top: five, average: plus(four, five), basic: plus(three, four) },
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
        basic: sum(({ parts }) => parts['basic']!),
      },
    };
  });
}

const marks: fc.Arbitrary<Marks> = fc.oneof(
  fc.tuple(fc.nat(4), fc.nat(8), fc.nat(8), fc.nat(3)),
  fc.tuple(fc.nat(2), fc.nat(20), fc.nat(20), fc.nat(6)),
  fc.tuple(fc.constant(0), fc.nat(4), fc.nat(4), fc.nat(1)),
);

/** A municipality of a few schools, with one or two papers in one or two years; some schools wrote nothing. */
export const municipality: fc.Arbitrary<Sitting[]> = fc
  .record({
    years: fc.constantFrom([2021], [2020, 2021]),
    papers: fc.constantFrom(['м'], ['м', 'р']),
    schools: fc.integer({ min: 1, max: 6 }),
  })
  .chain(({ years, papers, schools }) =>
    fc.tuple(
      ...years.flatMap((year) =>
        papers.flatMap((paper) =>
          Array.from({ length: schools }, (_, index) =>
            fc
              .option(marks, { freq: 8 })
              .map((found) =>
                found && found.some((count) => count > 0)
                  ? [{ school: `ш${index}`, paper, year, marks: found }]
                  : [],
              ),
          ),
        ),
      ),
    ),
  )
  .map((sittings) => sittings.flat())
  .filter((sittings) => sittings.length > 0);
