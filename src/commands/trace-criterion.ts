import type { Facts } from '../facts/facts.ts';
import { type TracedNumber, type TraceStep, withSources } from '../facts/trace.ts';
import { paperId, paperTitle } from '../records/paper.ts';
import { findVariable } from '../records/variables/variables.ts';
import type { Criterion } from '../regulation/criteria/criterion.ts';
import type { CriterionVerdict } from '../regulation/verdict.ts';
import type { Assessment } from './assessment.ts';

/** The numbers behind the verdict of one school over its window, paper by paper and value by value. */
export function criterionNumbers(
  facts: Facts,
  { papers, variables }: Criterion,
  { window }: Pick<CriterionVerdict, 'window'>,
  school: string,
): (Omit<TraceStep, 'sources'> & { numbers: TracedNumber[] })[] {
  return window.flatMap((year) => [
    ...papers.map((paper) => {
      const basis = facts.get(school, paper, year)?.basis ?? 'results';
      const numbers = [{ school, year, subject: { paper, basis } }];
      return { year, what: paperId(paper), title: paperTitle(paper), numbers };
    }),
    ...variables.map((variable) => {
      const numbers = [{ school, year, subject: { variable } }];
      return { year, what: variable, title: findVariable(variable)?.title ?? variable, numbers };
    }),
  ]);
}

/** The same with their places in files. */
export function traceCriterion(
  { workspace, facts }: Pick<Assessment, 'workspace' | 'facts'>,
  criterion: Criterion,
  verdict: Pick<CriterionVerdict, 'window'>,
  school: string,
): Promise<TraceStep[]> {
  return withSources(workspace, criterionNumbers(facts, criterion, verdict, school));
}
