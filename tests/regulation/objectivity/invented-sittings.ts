import type { ScoreCounts, Sitting, TaskCounts } from '../../../src/facts/sitting.ts';
import { judgeSigns, type SignFacts } from '../../../src/regulation/objectivity/judge.ts';
import type { PaperSigns, SignAnswer, SignId } from '../../../src/regulation/objectivity/objectivity.ts';
import { loadParameters } from '../../../src/regulation/parameters/parameters.ts';

/** Mathematics of grade 4 in 2021: 5/9/14/20, so the marks begin at 6, 10 and 15. */
export const MATHEMATICS_4 = { procedure: 'vpr', subject: 'mathematics', grade: 4 } as const;

/** Pupils by score, from score 0 on. */
export function scores(...counts: readonly number[]): ScoreCounts {
  return counts.flatMap((count, score) => (count > 0 ? [{ score, count }] : []));
}

/** The same pupils as a usual school: a hump about 10 of 20, mean 10, n = 25. */
export const USUAL = scores(0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 3, 3, 2, 2, 1, 1, 1);

/** A sitting of mathematics 4 in 2021, unless told otherwise. */
export function sitting(school: string, given: Partial<Sitting> = {}): Sitting {
  const counts = given.scores ?? USUAL;
  return {
    ...MATHEMATICS_4,
    school,
    year: 2021,
    basis: 'results',
    participants: counts.reduce((sum, { count }) => sum + count, 0),
    measure: 'primary',
    scores: counts,
    marks: null,
    journal: null,
    tasks: null,
    ...given,
  };
}

/** Usual schools to be compared with, `other-0` on. */
export function others(count: number, given: Partial<Sitting> = {}): Sitting[] {
  return Array.from({ length: count }, (_, index) => sitting(`other-${index}`, given));
}

/** Tasks of one point each, by how many of the pupils solved them. */
export function tasks(pupils: number, ...solved: readonly number[]): TaskCounts[] {
  return solved.map((count, index) => ({
    index,
    scores: [
      ...(pupils > count ? [{ score: 0, count: pupils - count }] : []),
      ...(count > 0 ? [{ score: 1, count }] : []),
    ],
    skipped: 0,
  }));
}

/** Everything said of the school «own» on its ВПР of grade 4 in 2021, or on its only paper. */
export function judged(
  sittings: readonly Sitting[],
  given: Partial<SignFacts> & { overrides?: Readonly<Record<string, unknown>> } = {},
): PaperSigns {
  const { overrides, ...facts } = given;
  const verdicts = judgeSigns(
    2021,
    { schools: [{ code: 'own', name: 'Школа' }], sittings, published: [], markers: [], ...facts },
    loadParameters(overrides),
  );
  const papers = verdicts.schools[0]!.signs;
  return papers.find(({ paper }) => paper.startsWith('vpr-4-')) ?? papers[0]!;
}

/** One sign of the school «own». */
export function sign(
  id: SignId,
  sittings: readonly Sitting[],
  given: Parameters<typeof judged>[1] = {},
): SignAnswer {
  return judged(sittings, given).signs[id];
}
