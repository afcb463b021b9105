import { normalUpperTail } from '../../statistics/normal-tail.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { PaperYear } from './paper-year.ts';
import { honestSpread, median } from './spread.ts';

interface OwnPaper {
  paperYear: PaperYear;
  gap: number;
  n: number;
  suspected: boolean;
}

/** A paper of a school against the other papers of the same school. */
interface OwnGap {
  key: string;
  suspected: boolean;
  value: number;
  variance: number;
}

/**
 * How far the mean of each ВПР paper is above what the school's own other papers let expect: a strong school is
 * strong in all of them, so its level accuses it of nothing.
 * @param around ВПР papers of the year and of the year after
 * @returns one-sided p by `<paper> <school>`; absent where a school has fewer other papers than the parameter asks
 */
export function ownPaperTails(
  current: readonly PaperYear[],
  around: readonly PaperYear[],
  parameters: Parameters,
): Map<string, number> {
  const least = parameters.number('objectivity.own-papers');
  const bySchool = new Map<string, OwnPaper[]>();
  for (const paperYear of around) {
    for (const [index, { school, participants }] of paperYear.sittings.entries()) {
      const standing = paperYear.standings[index];
      if (!standing) continue;
      const held = bySchool.get(school) ?? [];
      held.push({ paperYear, gap: standing.gap, n: participants, suspected: paperYear.suspected[index]! });
      bySchool.set(school, held);
    }
  }
  const alike = parameters.number('objectivity.own-correlation');
  const gaps = current.flatMap((paperYear) =>
    paperYear.sittings.flatMap(({ school, participants }): OwnGap[] => {
      const papers = bySchool.get(school) ?? [];
      const own = papers.find((one) => one.paperYear === paperYear);
      const all = papers.filter((one) => one !== own);
      const trusted = all.filter(({ suspected }) => !suspected);
      const others = trusted.length >= least ? trusted : all;
      if (!own || others.length < least) return [];
      const noise = others.reduce((sum, { n }) => sum + 1 / n, 0) / others.length ** 2;
      return [
        {
          key: ownPaperKey(paperYear.id, school),
          suspected: own.suspected,
          value: own.gap - expectedGap(own, others, alike),
          variance: 1 / participants + (Math.PI / 2) * noise,
        },
      ];
    }),
  );
  const usual = parameters.number('objectivity.usual-change-between-years') ** 2;
  const { centre, variance } = honestSpread(
    gaps.filter(({ suspected }) => !suspected),
    usual,
    parameters,
  );
  return new Map(
    gaps.map((gap) => [gap.key, normalUpperTail((gap.value - centre) / Math.sqrt(gap.variance + variance))]),
  );
}

/**
 * What the other papers let expect: their median, so that other biased papers neither excuse this one nor are taken
 * for the school's level; and, shrunk as far as few papers deserve, what is peculiar to the cohort and to the
 * subject.
 */
function expectedGap(own: OwnPaper, others: readonly OwnPaper[], alike: number): number {
  const level = median(others.map(({ gap }) => gap));
  const peculiar = (akin: readonly OwnPaper[]) => {
    const sum = akin.reduce((total, { gap }) => total + gap - level, 0);
    return (alike * sum) / (1 + (akin.length - 1) * alike);
  };
  const cohort = ({ paperYear: { year, paper } }: OwnPaper) => year - (paper.grade ?? 0);
  const akinByCohort = others.filter((one) => cohort(one) === cohort(own));
  const akinBySubject = others.filter(
    ({ paperYear }) => paperYear.paper.subject === own.paperYear.paper.subject,
  );
  return (
    level +
    (akinByCohort.length > 0 ? peculiar(akinByCohort) : 0) +
    (akinBySubject.length > 0 ? peculiar(akinBySubject) : 0)
  );
}

/** Key of a school's paper in the tails. */
export function ownPaperKey(paper: string, school: string): string {
  return `${paper} ${school}`;
}
