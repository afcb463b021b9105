import type { AnswerStatus } from './answer.ts';

/** A value of one unit and one cut, before it gets the words of its indicator. */
export interface RawValue {
  unit: 'municipality' | 'school';
  code: string;
  breakdown: string | null;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  status: AnswerStatus;
  missing: readonly string[];
  reason: string | null;
  sources: readonly string[];
}

/** Where a raw value stands. */
export type RawPlace = Pick<RawValue, 'unit' | 'code' | 'breakdown'>;

/** A value that nobody supplied. */
export function noData(place: RawPlace, missing: readonly string[], reason: string): RawValue {
  return { ...place, ...NOTHING, status: 'no-data', missing, reason, sources: [] };
}

/** A value that has nobody to apply to. */
export function notApplicable(place: RawPlace, reason: string): RawValue {
  return { ...place, ...NOTHING, status: 'not-applicable', missing: [], reason, sources: [] };
}

const NOTHING = { numerator: null, denominator: null, value: null } as const;

/** A fraction of counts that are known; a whole of zero has nobody to apply to. */
export function fraction(
  place: RawPlace,
  numerator: number,
  denominator: number,
  {
    missing = [],
    sources,
    reason = null,
  }: { missing?: readonly string[]; sources: readonly string[]; reason?: string | null },
): RawValue {
  if (denominator === 0) {
    const status = missing.length > 0 ? 'incomplete' : 'not-applicable';
    return {
      ...place,
      numerator,
      denominator,
      value: null,
      status,
      missing,
      reason: reason ?? 'Знаменатель равен нулю.',
      sources,
    };
  }
  const status = missing.length > 0 ? 'incomplete' : 'computed';
  return {
    ...place,
    numerator,
    denominator,
    value: numerator / denominator,
    status,
    missing,
    reason,
    sources,
  };
}

/** A count (or a yes as 1, a no as 0) that is known. */
export function counted(
  place: RawPlace,
  value: number,
  {
    missing = [],
    sources,
    reason = null,
  }: { missing?: readonly string[]; sources: readonly string[]; reason?: string | null },
): RawValue {
  const status = missing.length > 0 ? 'incomplete' : 'computed';
  return { ...place, numerator: value, denominator: null, value, status, missing, reason, sources };
}
