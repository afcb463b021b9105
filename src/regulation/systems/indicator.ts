/** Value of an indicator (показатель) of the Положение. */
export interface IndicatorValue {
  id: string;
  system: string;
  title: string;
  clause: string;
  /** What is divided by what, in words. */
  formula: string;
  numerator: number | null;
  denominator: number | null;
  /** Fraction. */
  value: number | null;
  status: 'computed' | 'no-data' | 'incomplete' | 'not-applicable';
  /** Codes of the schools whose data are lacking, or contradict themselves. */
  missing: readonly string[];
  /** Russian: which schools are left out because their numbers contradict each other. */
  reason?: string;
}

/** What an indicator is, without its value. */
export type IndicatorDescription = Pick<IndicatorValue, 'id' | 'system' | 'title' | 'clause' | 'formula'>;

/** A share with its status: incomplete where some schools are lacking, never zero where nothing is known. */
export function shareOf(
  description: IndicatorDescription,
  numerator: number,
  denominator: number,
  missing: readonly string[],
): IndicatorValue {
  if (denominator === 0) {
    return {
      ...description,
      numerator: null,
      denominator: null,
      value: null,
      status: missing.length > 0 ? 'no-data' : 'not-applicable',
      missing,
    };
  }
  return {
    ...description,
    numerator,
    denominator,
    value: numerator / denominator,
    status: missing.length > 0 ? 'incomplete' : 'computed',
    missing,
  };
}
