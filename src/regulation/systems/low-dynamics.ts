import { type Paper, paperId, paperTitle } from '../../records/paper.ts';
import { CRITERIA } from '../criteria/criteria.ts';
import { judgePaperYear } from '../criteria/paper-year.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { RuleFacts } from '../risk-schools.ts';

/** Low and high results of a school in one paper of one year. */
export interface DynamicsRow {
  school: string;
  name: string;
  paper: string;
  title: string;
  year: number;
  participants: number;
  low: number;
  lowShare: number;
  top: number;
  topShare: number;
  /** Mean primary or test score, where individual results are known. */
  mean: number | null;
}

const PAPERS: readonly Paper[] = [
  ...new Map(
    CRITERIA.filter(({ category }) => category === 'low-results')
      .flatMap(({ papers }) => papers)
      .map((paper) => [paperId(paper), paper] as const),
  ).values(),
];

/** The academic papers of section 1.2 by school and year, where there were participants. */
export function lowDynamics(
  schools: readonly { code: string; name: string }[],
  years: readonly number[],
  facts: RuleFacts,
  parameters: Parameters,
): DynamicsRow[] {
  return schools.flatMap(({ code, name }) =>
    PAPERS.flatMap((paper) =>
      years.flatMap((year): DynamicsRow[] => {
        const evidence = {
          paper: (asked: Paper, past: number) => facts.paper(code, asked, past),
          value: () => undefined,
        };
        const { participants, low, top } = judgePaperYear(paper, year, 0, { year, evidence, parameters });
        if (!participants || low === null || top === null) return [];
        return [
          {
            school: code,
            name,
            paper: paperId(paper),
            title: paperTitle(paper),
            year,
            participants,
            low,
            lowShare: low / participants,
            top,
            topShare: top / participants,
            mean: facts.paper(code, paper, year)?.mean ?? null,
          },
        ];
      }),
    ),
  );
}

/**
 * Whether a school's results improved from one year to the next: over the papers written in both, the pooled
 * share of low results fell.
 * @returns `undefined` where no paper was written in both years
 */
export function improved(rows: readonly DynamicsRow[], from: number, to: number): boolean | undefined {
  const before = rows.filter(({ year }) => year === from);
  const after = rows.filter(({ year }) => year === to);
  const shared = new Set(
    before.map(({ paper }) => paper).filter((paper) => after.some((row) => row.paper === paper)),
  );
  if (shared.size === 0) return undefined;
  const pool = (of: readonly DynamicsRow[]) =>
    of
      .filter(({ paper }) => shared.has(paper))
      .reduce((sum, { low, participants }) => ({ low: sum.low + low, n: sum.n + participants }), {
        low: 0,
        n: 0,
      });
  const [earlier, later] = [pool(before), pool(after)];
  return later.low * earlier.n < earlier.low * later.n;
}
