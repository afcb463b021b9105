import type { PaperBorders } from '../../facts/paper-facts.ts';
import type { SchoolMedalists, SignId } from '../../regulation/objectivity/objectivity.ts';
import type { PaperYear } from '../../regulation/objectivity/paper-year.ts';
import type { LevelFacts } from '../school/levels.ts';
import type { IndicatorLine } from '../section/indicators.ts';
import type { ParameterLine } from '../section/parameters.ts';
import type { MunicipalityFlags } from './municipalities.ts';

/** A sign of biased results in words that the head of a school understands. */
export interface SignText {
  id: SignId;
  title: string;
  /** What the sign looks at. */
  looksAt: string;
  /** When it says «да», with the values in force. */
  yesWhen: string;
  /** What else may look like this. */
  innocent: string;
  /** What to look at in the school. */
  check: string;
  /** What the number in the column «Мера» is. */
  measure: string;
}

/** Sections 1.1 and 2.1 of one year in numbers; null where the year has no data for it. */
export interface HistoryLine {
  year: number;
  /** Schools that took at least one paper, and those of them with a flagged one. */
  schools: number | null;
  schoolsFlagged: number | null;
  /** Papers of schools (one school in one paper), and the flagged ones. */
  papers: number | null;
  papersFlagged: number | null;
  /** Participants of all papers, and those in flagged ones. */
  participants: number | null;
  inRiskZone: number | null;
  /** Medal candidates with ЕГЭ, and those far below what is required. */
  medalCandidates: number | null;
  medalsUnconfirmed: number | null;
  /** Winners and prize-winners of olympiads with ЕГЭ, and those below the threshold. */
  olympiadHolders: number | null;
  olympiadsUnconfirmed: number | null;
}

/** What is lacking beyond the signs that could not be assessed: a file that was not loaded, a form not filled. */
export interface CompletenessLine {
  /** What cannot be said for want of it. */
  subject: string;
  reason: string;
  remedy: string;
}

/** The sittings of one paper in the year, and where each stands among schools. */
export type PaperSittings = Pick<PaperYear, 'id' | 'sittings' | 'standings'>;

/** What the reports of sections 1.1 and 2.1 need besides the signs and indices. */
export interface ObjectivityContext {
  municipality: string;
  region?: string;
  /** Of a region that has several. */
  municipalities?: readonly MunicipalityFlags[];
  methods: readonly ParameterLine[];
  signs: readonly SignText[];
  /** How the signs of a paper become a flag, in words. */
  combination: string;
  /** Papers of the year: the sittings of schools, and what each was held against. */
  papers: readonly PaperSittings[];
  /** All sittings of the year, and rows of the region: how the marks fell. */
  levels: LevelFacts;
  /** Borders of marks of these papers, where they are known. */
  borders: readonly PaperBorders[];
  schoolMedalists: readonly SchoolMedalists[];
  /** Rising by year, this year the last. */
  history: readonly HistoryLine[];
  /** Of section 1.1. */
  indicators: readonly IndicatorLine[];
  completeness: readonly CompletenessLine[];
}
