import type { Procedure } from '../../records/procedure.ts';

/** Signs of biased results (признаки необъективности), B1…B8. */
export const SIGN_IDS = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8'] as const;
export type SignId = (typeof SIGN_IDS)[number];

/** `not-assessable`: what the sign needs is not known, and the reason says what. Never taken for `no`. */
export type SignState = 'yes' | 'no' | 'not-assessable';

/** Answer of one sign on one paper. */
export interface SignAnswer {
  state: SignState;
  /** One-sided p value of the sign's own test, before the correction for many tests. */
  p: number | null;
  /** Benjamini–Hochberg q over all papers of the year for this sign. */
  q: number | null;
  /** The sign's own measure (z, excess pupils, ρ, share …); each sign says which. */
  value: number | null;
  /** Russian: why it could not be assessed, or what was found. */
  reason: string | null;
}

/** All signs of one school in one paper of the year. */
export interface PaperSigns {
  paper: string;
  participants: number;
  /** B8, or two or more of B1…B7, or an agreement of weaker ones. A flag is a reason to look, not a proof. */
  flagged: boolean;
  /** Signs that say `yes`, and those that flag the paper by their agreement. */
  by: readonly SignId[];
  /** Weaker signs taken together; null where fewer than two of them could be assessed. */
  agreement: { p: number; q: number; signs: readonly SignId[] } | null;
  signs: Readonly<Record<SignId, SignAnswer>>;
}

export interface SchoolObjectivity {
  school: string;
  name: string;
  /** Внешний индекс необъективности ОО: number of flagged papers. */
  externalIndex: number;
  /** Papers that the school took. */
  papers: number;
  signs: readonly PaperSigns[];
}

/** Индекс необъективности оценочной процедуры: participants in flagged papers ÷ all participants. */
export interface ProcedureIndex {
  procedure: Procedure;
  /** The paper, where the index is of one paper; null for the whole procedure. */
  paper: string | null;
  participants: number;
  inRiskZone: number;
  /** Fraction; null without participants. */
  index: number | null;
}

/** Индекс неподтверждения медалистов. */
export interface MedalistIndex {
  candidates: number;
  /** Candidates for whom exactly one participant of ЕГЭ fits. */
  matched: number;
  /** Of `matched` those with a valid result. */
  withEge: number;
  /** Candidates for whom more than one person fits: never guessed. */
  ambiguous: number;
  /** Of `withEge` those of whom a required result is not known: it does not count as missed. */
  incomplete: number;
  /** Null where the medal of the year required nothing of ЕГЭ. */
  unconfirmed: number | null;
  /** Fraction of `withEge`; null where there are none, or nothing was required. */
  index: number | null;
  /** Test points below a required threshold from which a result is «существенно ниже». */
  margin: number;
  /** The same as `unconfirmed` with margin 0. */
  unconfirmedStrict: number | null;
  /** Russian: what to mind (rule of the year, holders only, …). */
  notes: readonly string[];
}

/** The index of the medal candidates of one school. */
export interface SchoolMedalists extends MedalistIndex {
  school: string;
}

/** Индекс необъективности олимпиады in one subject and stage. */
export interface OlympiadIndex {
  olympiad: string;
  stage: string;
  subject: string;
  /** Winners and prize-winners. */
  holders: number;
  /** Holders for whom exactly one participant of ЕГЭ fits, whatever subjects that one took. */
  matched: number;
  /** Of `matched` those with the ЕГЭ of the subject. */
  withEge: number;
  ambiguous: number;
  unconfirmed: number;
  index: number | null;
  /** Test score from which a result is confirmed. */
  threshold: number;
  notes: readonly string[];
}

/** Sections 1.1 and 2.1 for one year. */
export interface Objectivity {
  year: number;
  schools: readonly SchoolObjectivity[];
  procedures: readonly ProcedureIndex[];
  medalists: MedalistIndex;
  olympiads: readonly OlympiadIndex[];
  /** Russian: against what schools were held, what is lacking. */
  notes: readonly string[];
}
