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

// A region has hundreds of thousands of these. Fields are named one by one: an object that begins with the fields of
// another and goes on with its own takes V8 three times the memory, and ten times that while it is made.

/** A value that nobody supplied. */
export function noData(
  { unit, code, breakdown }: RawPlace,
  missing: readonly string[],
  reason: string,
): RawValue {
  const status = 'no-data';
  return {
    unit,
    code,
    breakdown,
    numerator: null,
    denominator: null,
    value: null,
    status,
    missing,
    reason,
    sources: [],
  };
}

/** A value that has nobody to apply to. */
export function notApplicable({ unit, code, breakdown }: RawPlace, reason: string): RawValue {
  const status = 'not-applicable';
  return {
    unit,
    code,
    breakdown,
    numerator: null,
    denominator: null,
    value: null,
    status,
    missing: [],
    reason,
    sources: [],
  };
}

/** A fraction of counts that are known; a whole of zero has nobody to apply to. */
export function fraction(
  { unit, code, breakdown }: RawPlace,
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
    const said = reason ?? 'Знаменатель равен нулю.';
    return {
      unit,
      code,
      breakdown,
      numerator,
      denominator,
      value: null,
      status,
      missing,
      reason: said,
      sources,
    };
  }
  const status = missing.length > 0 ? 'incomplete' : 'computed';
  const value = numerator / denominator;
  return { unit, code, breakdown, numerator, denominator, value, status, missing, reason, sources };
}

/** A count (or a yes as 1, a no as 0) that is known. */
export function counted(
  { unit, code, breakdown }: RawPlace,
  value: number,
  {
    missing = [],
    sources,
    reason = null,
  }: { missing?: readonly string[]; sources: readonly string[]; reason?: string | null },
): RawValue {
  const status = missing.length > 0 ? 'incomplete' : 'computed';
  return {
    unit,
    code,
    breakdown,
    numerator: value,
    denominator: null,
    value,
    status,
    missing,
    reason,
    sources,
  };
}
