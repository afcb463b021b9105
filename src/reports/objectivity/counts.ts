import type { Objectivity, SchoolObjectivity } from '../../regulation/objectivity/objectivity.ts';

/** How many schools and papers were looked at, and how many are flagged. */
export interface FlagCounts {
  /** Schools with results in the year, and those of them with a flagged paper. */
  schools: number;
  schoolsFlagged: number;
  /** Papers of schools (one school in one paper) with results, and the flagged ones. */
  papers: number;
  papersFlagged: number;
  /** Papers that stand in the imported list and have no results: of them no share can be made. */
  listedOnly: number;
}

/** Whether results of any paper of the school are known. */
export function hasResults({ signs }: SchoolObjectivity): boolean {
  return signs.some(({ participants }) => participants > 0);
}

/** Counts flagged papers among those with results. */
export function flagCounts({ schools }: Pick<Objectivity, 'schools'>): FlagCounts {
  const taken = schools.filter(hasResults);
  const signs = schools.flatMap((school) => school.signs);
  const papers = signs.filter(({ participants }) => participants > 0);
  return {
    schools: taken.length,
    schoolsFlagged: taken.filter(({ externalIndex }) => externalIndex > 0).length,
    papers: papers.length,
    papersFlagged: papers.filter(({ flagged }) => flagged).length,
    listedOnly: signs.filter(({ participants, flagged }) => participants === 0 && flagged).length,
  };
}

/** Says of papers that are known from the list alone. */
export function listedOnlySentences({ listedOnly }: FlagCounts): string[] {
  return listedOnly === 0
    ? []
    : [`В загруженном списке есть работы, результатов которых нет: ${listedOnly}; в доли они не входят.`];
}

/** A part of a whole, as a fraction; none where one of them is not known, and none of nothing. */
export function share(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
