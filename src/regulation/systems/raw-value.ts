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

/** What is known of a value; what is left out is nothing. */
type Known = Pick<RawValue, 'status'> & Partial<Omit<RawValue, keyof RawPlace>>;

/** How sure a value is, and where it came from. */
interface Grounds {
  missing?: readonly string[];
  sources: readonly string[];
  reason?: string | null;
}

/**
 * A value of a place. A region has hundreds of thousands of these: an object that begins with the fields of another and
 * goes on with its own takes V8 three times the memory, and ten times that while it is made, so they are made here.
 */
function rawValue({ unit, code, breakdown }: RawPlace, known: Known): RawValue {
  const { numerator = null, denominator = null, value = null, status } = known;
  const { missing = [], reason = null, sources = [] } = known;
  return { unit, code, breakdown, numerator, denominator, value, status, missing, reason, sources };
}

/** A value that nobody supplied. */
export function noData(place: RawPlace, missing: readonly string[], reason: string): RawValue {
  return rawValue(place, { status: 'no-data', missing, reason });
}

/** A value that has nobody to apply to. */
export function notApplicable(place: RawPlace, reason: string): RawValue {
  return rawValue(place, { status: 'not-applicable', reason });
}

/** A fraction of counts that are known; a whole of zero has nobody to apply to. */
export function fraction(
  place: RawPlace,
  numerator: number,
  denominator: number,
  { missing = [], sources, reason = null }: Grounds,
): RawValue {
  if (denominator === 0) {
    const status = missing.length > 0 ? 'incomplete' : 'not-applicable';
    const said = reason ?? 'Знаменатель равен нулю.';
    return rawValue(place, { numerator, denominator, status, missing, reason: said, sources });
  }
  const status = missing.length > 0 ? 'incomplete' : 'computed';
  const value = numerator / denominator;
  return rawValue(place, { numerator, denominator, value, status, missing, reason, sources });
}

/** A count (or a yes as 1, a no as 0) that is known. */
export function counted(
  place: RawPlace,
  value: number,
  { missing = [], sources, reason = null }: Grounds,
): RawValue {
  const status = missing.length > 0 ? 'incomplete' : 'computed';
  return rawValue(place, { numerator: value, value, status, missing, reason, sources });
}
