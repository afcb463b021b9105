import { type TraceStep, traceNumber } from '../facts/trace.ts';
import { paperId, paperTitle } from '../records/paper.ts';
import { findVariable } from '../records/variables/variables.ts';
import type { Criterion } from '../regulation/criteria/criterion.ts';
import type { CriterionVerdict } from '../regulation/verdict.ts';
import type { Assessment } from './assessment.ts';

/** The places in files behind the verdict of one school, paper by paper and value by value, over its window. */
export async function traceCriterion(
  { workspace, facts }: Pick<Assessment, 'workspace' | 'facts'>,
  { papers, variables }: Criterion,
  { window }: Pick<CriterionVerdict, 'window'>,
  school: string,
): Promise<TraceStep[]> {
  const steps: TraceStep[] = [];
  for (const year of window) {
    for (const paper of papers) {
      const basis = facts.get(school, paper, year)?.basis ?? 'results';
      const sources = await traceNumber(workspace, school, year, { paper, basis });
      steps.push({ year, what: paperId(paper), title: paperTitle(paper), sources });
    }
    for (const variable of variables) {
      const sources = await traceNumber(workspace, school, year, { variable });
      steps.push({ year, what: variable, title: findVariable(variable)?.title ?? variable, sources });
    }
  }
  return steps;
}
