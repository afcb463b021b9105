import type { Supplier } from '../prose/suppliers.ts';
import type { ReportSheet, ReportTable } from '../report.ts';

/** What the annual public report (ежегодный публичный отчёт) is composed from: a year of a municipality, by systems. */
export interface AnnualReport {
  year: number;
  municipality: string;
  region?: string;
  /** A chapter for each system (система) of the Положение, in its order. */
  chapters: readonly AnnualChapter[];
  /** Sentences of the appendix on method: rules in force, thresholds, what was replaced. */
  method: readonly string[];
  /** Tables of the appendix on method. */
  methodTables: readonly ReportSheet[];
  sources: readonly AnnualSource[];
}

/** One system of the Положение in the year. */
export interface AnnualChapter {
  /** Number of the section: `1.2`. */
  system: string;
  title: string;
  /** Goals (цели) of the system, as the Положение words them. */
  goals: readonly string[];
  indicators: readonly AnnualIndicator[];
  /** What the section's own report says of its results. */
  summary: readonly string[];
  /** Tables with their charts. */
  tables: readonly ReportSheet[];
  /** Tables that only charts draw from. */
  chartTables?: readonly ReportTable[];
  recommendations: readonly AnnualRecommendation[];
  measures: readonly AnnualMeasure[];
}

/** A показатель with its value, and what it was a year before. */
export interface AnnualIndicator {
  id: string;
  title: string;
  clause: string;
  /** What is divided by what, or counted, in words. */
  formula: string;
  kind: 'share' | 'count' | 'presence' | 'index' | 'ratio' | 'list';
  numerator: number | null;
  denominator: number | null;
  /** Shares and indices are fractions; presence is 0 or 1. */
  value: number | null;
  previous: { year: number; value: number } | null;
  status: 'computed' | 'no-data' | 'incomplete' | 'not-applicable';
  /** Who had to supply data and did not, by name. */
  missing: readonly string[];
  /** How many had to supply data, where they were asked one by one. */
  asked?: { count: number; supplier: Supplier };
  /** Why there is no value, where it is known. */
  reason?: string;
  /** Which way is better, where the Положение says so. */
  better: 'higher' | 'lower' | null;
}

/** An адресная рекомендация. */
export interface AnnualRecommendation {
  /** In the dative: «руководителям школ». */
  addressee: string;
  text: string;
  /** What it follows from, with the numbers. */
  reason: string;
  clause: string;
}

/** A measure (мера) or a management decision (управленческое решение). */
export interface AnnualMeasure {
  title: string;
  /** Names of schools; all of them where empty. */
  schools: readonly string[];
  /** When, in words: «сентябрь 2020 — май 2021». */
  dates: string;
  state: string;
  /** What changed, in words; null where it was not evaluated. */
  effect: string | null;
}

/** A file behind the report. */
export interface AnnualSource {
  file: string;
  /** What it is: the layout's name. */
  layout: string;
  /** What it covers, in words. */
  covers: string;
  records: number;
}
