import type { PaperFacts } from '../../facts/paper-facts.ts';
import type { Paper } from '../../records/paper.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { CriterionVerdict } from '../verdict.ts';

/** What is known of one school. `undefined` is «no data», never zero. */
export interface Evidence {
  /** First and last grade that the school teaches, where the roster says so. */
  grades?: readonly [number, number] | undefined;
  paper(paper: Paper, year: number): PaperFacts | undefined;
  value(variable: string, year: number): number | undefined;
}

/** The question put to a criterion: one school, one identification year, the parameters in force. */
export interface Question {
  year: number;
  evidence: Evidence;
  parameters: Parameters;
}

/** Which answer a criterion can give by itself. */
export type CriterionCategory = 'low-results' | 'risk-zone' | 'adverse' | 'information';

/** A criterion (критерий) of section 1.2: a sentence of the Положение that can be asked of a school. */
export interface Criterion {
  id: string;
  /** Place among the 22 bullets of indicator 1. */
  number: number;
  /** Short Russian name for tables. */
  title: string;
  clause: string;
  /** The sentence of the Положение. */
  text: string;
  /** How it is computed, in words. */
  formula: string;
  category: CriterionCategory;
  /** False for criteria that are shown and never decide alone («положительное значение»). */
  sufficient: boolean;
  /** Ids of the parameters that it reads. */
  parameters: readonly string[];
  papers: readonly Paper[];
  variables: readonly string[];
  /** Years that it looks at for an identification year. */
  window(year: number, parameters: Parameters): number[];
  judge(question: Question): CriterionVerdict;
}

/** Clause of a criterion of section 1.2 by its place among the bullets. */
export function clauseOf(number: number): string {
  return `раздел 1.2, показатель 1, критерий ${number}`;
}

/** The `count` years before an identification year, oldest first. */
export function yearsBefore(year: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => year - count + index);
}
