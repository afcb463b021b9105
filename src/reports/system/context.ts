import type { Answer } from '../../regulation/systems/answer.ts';
import type { System } from '../../regulation/systems/system.ts';
import type { Organisation } from '../../regulation/systems/system-facts.ts';
import type { ReportSheet } from '../report.ts';
import type { ParameterLine } from '../section/parameters.ts';
import type { Course } from './dynamics-table.ts';

/** A recommendation to one addressee, with what it rests on. */
export interface RecommendationLine {
  addressee: string;
  /** Organisation that it is about; absent where it is about the municipality. */
  about?: string;
  text: string;
  /** The value and threshold behind it. */
  reason: string;
  /** Measure of the section's menu that fits. */
  measure: string;
  clause: string;
}

/** The values of one municipality of a region, each the one that its own report shows. */
export interface MunicipalityValues {
  municipality: string;
  /** Organisations of the municipality in the roster. */
  organisations: number;
  /** Of the municipality as a whole; without cuts and single organisations. */
  answers: readonly Answer[];
}

/** Everything that the report of one system says. */
export interface SystemContext {
  system: System;
  year: number;
  municipality: string;
  region?: string;
  organisations: readonly Organisation[];
  /** Of the year: the municipality, its cuts, and organisations. */
  answers: readonly Answer[];
  /** The municipalities of a region side by side; absent where the report is about one, or public. */
  municipalities?: readonly MunicipalityValues[];
  /** The municipality's values over years. */
  courses: readonly Course[];
  years: readonly number[];
  parameters: readonly ParameterLine[];
  recommendations: readonly RecommendationLine[];
  /** Measures and decisions with their effect. */
  measures: readonly ReportSheet[];
  /** Which file or form supplies an indicator. */
  remedy(indicator: string): string;
}

/** What is said of the whole, for a summary of systems: a region has hundreds of thousands of answers on organisations. */
export function withoutOrganisations(context: SystemContext): SystemContext {
  return { ...context, answers: context.answers.filter(({ unit }) => unit === 'municipality') };
}

/** The municipality's values as a whole, those of the monitoring list among them. */
export function wholesOf(answers: readonly Answer[]): Answer[] {
  return answers.filter(({ unit, breakdown }) => unit === 'municipality' && breakdown === null);
}

/** The municipality's values as a whole, one an indicator, without variants of the monitoring list. */
export function wholeAnswers(answers: readonly Answer[]): Answer[] {
  return wholesOf(answers).filter(({ variant }) => variant === 'indicator');
}
