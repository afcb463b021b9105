import type { Direction, IndicatorKind } from './system.ts';

/** How complete the data behind a value are. */
export type AnswerStatus =
  | 'computed'
  /** Nobody supplied anything. */
  | 'no-data'
  /** Some organisations are lacking: see `missing`. */
  | 'incomplete'
  /** There is nobody to whom it applies. */
  | 'not-applicable';

/** The value of an indicator (показатель) for one unit, and in one cut of it. */
export interface Answer {
  id: string;
  /** Section: `2.4`. */
  system: string;
  title: string;
  clause: string;
  kind: IndicatorKind;
  direction: Direction;
  /** What is divided by what, in words. */
  formula: string;
  /** As the indicator list words it, or as the monitoring list does. */
  variant: 'indicator' | 'monitoring';
  unit: 'municipality' | 'school';
  /** Code of the organisation; `municipality` or the municipality's name. */
  code: string;
  /** `level:noo`; null for the whole. */
  breakdown: string | null;
  /** Counts; null where unknown. */
  numerator: number | null;
  denominator: number | null;
  /** Fraction for shares, ratios and indices in per cent; a count otherwise; 1 or 0 for presence; null where unknown. */
  value: number | null;
  /** The same a year before; null where unknown. */
  previous: { year: number; value: number } | null;
  change: number | null;
  status: AnswerStatus;
  /** Codes of organisations whose data are lacking. */
  missing: readonly string[];
  /** Russian: why there is no value, or what to mind. */
  reason: string | null;
  /** `imports/<id>` of the values behind it. */
  sources: readonly string[];
  /** In a public report: words in place of the numbers that are not published; those are null then. */
  withheld?: {
    value?: string;
    numerator?: string;
    denominator?: string;
    previous?: string;
    /** How many organisations without data are not named. */
    unnamed?: number;
  };
}

/** Whether there is a value that a public report does not show. */
export const isWithheld = ({ withheld }: Pick<Answer, 'withheld'>): boolean => withheld?.value !== undefined;
