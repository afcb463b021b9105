import type { Answer } from '../../regulation/systems/answer.ts';
import type { Supplier } from '../prose/suppliers.ts';
import type { ReportSheet, ReportTable } from '../report.ts';

/** What the annual public report (ежегодный публичный отчёт) is composed from: a year of a municipality, by systems. */
export interface AnnualReport {
  year: number;
  municipality: string;
  region?: string;
  /** Stands in the introduction: the systems over years. */
  overview?: ReportSheet;
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
  /** Measures (меры) and management decisions with their effect. */
  measures: readonly ReportSheet[];
}

/** A показатель of the whole municipality with its value, and what it was a year before. */
export type AnnualIndicator = Pick<
  Answer,
  | 'id'
  | 'title'
  | 'clause'
  | 'formula'
  | 'kind'
  | 'direction'
  | 'numerator'
  | 'denominator'
  | 'value'
  | 'previous'
  | 'status'
  | 'reason'
  | 'withheld'
> & {
  /** Who had to supply data and did not, by name. */
  missing: readonly string[];
  /** How many had to supply data, where they were asked one by one. */
  asked?: { count: number; supplier: Supplier };
};

/** An адресная рекомендация. */
export interface AnnualRecommendation {
  /** Whom it is for: «руководители школ». */
  addressee: string;
  /** Organisation that it is about; absent where it is about the municipality. */
  about?: string;
  text: string;
  /** What it follows from, with the numbers. */
  reason: string;
  clause: string;
}

/** A file behind the report, or all files of one layout where files are not to be named. */
export interface AnnualSource {
  /** Absent where it would be published: names of files name schools and people. */
  file?: string;
  /** What it is: the layout's name. */
  layout: string;
  /** What it covers, in words. */
  covers: string;
  /** Absent where it would tell how many wrote. */
  records?: number;
}
