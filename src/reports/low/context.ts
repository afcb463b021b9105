import type { IndicatorLine } from '../section/indicators.ts';
import type { ParameterLine } from '../section/parameters.ts';
import type { MunicipalitySummary } from './municipalities.ts';

/** What a criterion of section 1.2 bears on: НОР, зона риска, НСУ, or nothing (the Положение names no threshold). */
export type CriterionCategory = 'low-results' | 'risk-zone' | 'adverse' | 'information';

/** A criterion of section 1.2 in words. */
export interface CriterionText {
  id: string;
  /** Place in the list of indicator 1 of section 1.2, 1…22. */
  number: number;
  /** Short Russian title. */
  title: string;
  clause: string;
  /** The sentence of the Положение. */
  text: string;
  /** The formula in words. */
  formula: string;
  thresholdText: string;
  windowText: string;
  category: CriterionCategory;
  /** Which category it gives and whether alone, in words. */
  role: string;
}

/** Results of a school in a paper and year. */
export interface DynamicsLine {
  school: string;
  name: string;
  /** Russian name of the procedure: each gets its own chart. */
  procedure: string;
  /** Russian title of the paper. */
  paper: string;
  year: number;
  participants: number | null;
  low: number | null;
  /** Fraction. */
  lowShare: number | null;
  top: number | null;
  /** Fraction. */
  topShare: number | null;
  /** Mean mark or test score, as the procedure has it. */
  mean: number | null;
}

/** What is missing for a verdict, and what would supply it. */
export interface CompletenessLine {
  school: string;
  name: string;
  /** Russian title of the criterion. */
  criterion: string;
  year: number | null;
  reason: string;
  remedy: string;
}

/** A file behind a number of a met criterion. */
export interface SourceLine {
  school: string;
  name: string;
  /** Number and Russian title of the criterion. */
  criterion: string;
  year: number;
  /** Russian name of the paper or the value. */
  what: string;
  file: string;
}

/** What the report of section 1.2 needs besides the verdicts. */
export interface LowContext {
  /** Municipalities of a region side by side; absent where the schools are of one. */
  municipalities?: readonly MunicipalitySummary[];
  municipality: string;
  region?: string;
  criteria: readonly CriterionText[];
  methods: readonly ParameterLine[];
  indicators: readonly IndicatorLine[];
  dynamics: readonly DynamicsLine[];
  completeness: readonly CompletenessLine[];
  /** Files behind each met criterion. */
  sources: readonly SourceLine[];
}
