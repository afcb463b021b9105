import type { ComputedValue } from '../system-facts.ts';

/** Values by the id of their indicator. */
export type ComputedValues = Map<string, ComputedValue[]>;

/** Adds values to an indicator's. */
export function addValues(into: ComputedValues, id: string, values: readonly ComputedValue[]): void {
  const held = into.get(id);
  if (held) held.push(...values);
  else into.set(id, [...values]);
}

/** A part and its whole, summed over schools. */
export interface Fraction {
  part: number;
  whole: number;
}

/**
 * The municipality's value, pooled over schools, and each school's.
 * @param bySchool schools without data have no entry
 */
export function pooled(bySchool: ReadonlyMap<string, Fraction>, breakdown?: string): ComputedValue[] {
  const cut = breakdown === undefined ? {} : { breakdown };
  const total = sumOf([...bySchool.values()]);
  return [
    { unit: 'municipality', ...cut, numerator: total.part, denominator: total.whole },
    ...[...bySchool].map(
      ([code, { part, whole }]): ComputedValue => ({
        ...{ unit: 'school', code, ...cut },
        ...{ numerator: part, denominator: whole },
      }),
    ),
  ];
}

/** Sum of parts and of wholes. */
export function sumOf(fractions: readonly Fraction[]): Fraction {
  return {
    part: fractions.reduce((sum, { part }) => sum + part, 0),
    whole: fractions.reduce((sum, { whole }) => sum + whole, 0),
  };
}
