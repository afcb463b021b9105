/** Verdict on a criterion over its window. */
export type Verdict = 'met' | 'not-met' | 'insufficient-data' | 'not-applicable' | 'information';

/** Verdict on one year of a window. */
export type YearVerdict = 'met' | 'not-met' | 'no-data' | 'not-applicable';

/** Which branch of «20 % и более и/или отсутствуют «5»» was fulfilled. */
export type Branch = 'low-share' | 'no-top';

/** How sure a literal verdict is, given how few participants there are; it never changes the verdict. */
export type Certainty = 'certain' | 'likely' | 'uncertain';

/** Answer on a category of schools. */
export type CategoryAnswer = 'yes' | 'no' | 'insufficient-data';

/** One paper within a year, for criteria that join several papers. */
export interface PaperEvidence {
  paper: string;
  verdict: YearVerdict;
  branches: readonly Branch[];
  participants: number | null;
  low: number | null;
  top: number | null;
  share: number | null;
  reason?: string;
}

/** What one year of a criterion's window says, with the numbers behind it. */
export interface YearEvidence {
  year: number;
  verdict: YearVerdict;
  branches: readonly Branch[];
  /** Denominator: participants, pupils, lessons or maximum points. */
  participants: number | null;
  /** Numerator. */
  low: number | null;
  /** High results (высокие результаты), where the criterion has the second branch. */
  top: number | null;
  /** Fraction, 0…1. */
  share: number | null;
  /** Clopper–Pearson 95 % interval of the share. */
  interval: readonly [number, number] | null;
  certainty: Certainty | null;
  /** Russian: why there is no verdict, or what to mind. */
  reason: string | null;
  /** Where the numbers came from. */
  basis: 'results' | 'distribution' | 'school-years' | null;
  papers?: readonly PaperEvidence[];
}

export interface CriterionVerdict {
  id: string;
  verdict: Verdict;
  window: readonly number[];
  /** In how many years of the window the test must be met. */
  required: number;
  years: readonly YearEvidence[];
  certainty: Certainty | null;
  /** Russian: why there is no verdict. */
  reason: string | null;
}

export interface SchoolVerdict {
  school: string;
  name: string;
  lowResults: CategoryAnswer;
  adverseConditions: CategoryAnswer;
  riskZone: CategoryAnswer;
  /** Ids of the criteria that decided each category. */
  because: {
    lowResults: readonly string[];
    adverseConditions: readonly string[];
    riskZone: readonly string[];
  };
  /** How sure the word on each category is, that of its surest deciding criterion. */
  certainty: {
    lowResults: Certainty | null;
    adverseConditions: Certainty | null;
    riskZone: Certainty | null;
  };
  criteria: readonly CriterionVerdict[];
}

export interface RiskSchools {
  year: number;
  rules: string;
  parameters: Readonly<Record<string, unknown>>;
  schools: readonly SchoolVerdict[];
  summary: {
    schools: number;
    lowResults: number;
    adverseConditions: number;
    riskZone: number;
    /** Schools in at least one category. */
    any: number;
    /** any ÷ schools; null without schools. */
    share: number | null;
    /** Schools in no category for which at least one answer lacks data: the share may grow by them. */
    undecided: number;
  };
}
