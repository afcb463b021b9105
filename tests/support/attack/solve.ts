import { type Fraction, fraction, isNought, minus, NOUGHT, over, times, toNumber } from './fraction.ts';

/** What an attacker reads: so many of each unknown make this number. */
export interface Equation {
  terms: ReadonlyMap<string, number>;
  equals: number;
}

type Row = Map<string, Fraction>;

/** Stands for the number at the right of an equation. */
const RIGHT = '=';

/**
 * Solves equations exactly, as an attacker would: Gauss and Jordan over fractions.
 * @returns value of any combination of unknowns that the equations determine; `undefined` where they do not
 */
export function solved(
  equations: readonly Equation[],
): (terms: ReadonlyMap<string, number>) => number | undefined {
  const rows = new Map<string, Row>();
  const reduce = (row: Row): Row => {
    for (const id of [...row.keys()]) {
      const pivot = rows.get(id);
      const factor = row.get(id);
      if (pivot && factor) subtract(row, factor, pivot);
    }
    return row;
  };
  for (const { terms, equals } of equations) {
    const row = reduce(new Map([...fractions(terms), ...fractions(new Map([[RIGHT, equals]]))]));
    const lead = [...row.keys()].find((id) => id !== RIGHT);
    if (lead === undefined) {
      if (row.size > 0) throw new Error('the published numbers contradict each other');
      continue;
    }
    const divisor = row.get(lead)!;
    for (const [id, value] of row) row.set(id, over(value, divisor));
    for (const earlier of rows.values()) {
      const factor = earlier.get(lead);
      if (factor) subtract(earlier, factor, row);
    }
    rows.set(lead, row);
  }
  return (terms) => {
    const rest = reduce(new Map(fractions(terms)));
    const right = rest.get(RIGHT) ?? NOUGHT;
    rest.delete(RIGHT);
    return rest.size === 0 ? -toNumber(right) : undefined;
  };
}

function fractions(terms: ReadonlyMap<string, number>): [string, Fraction][] {
  return [...terms].flatMap(([id, value]) => (value === 0 ? [] : [[id, fraction(BigInt(value))]]));
}

function subtract(from: Row, factor: Fraction, row: Row): void {
  for (const [id, value] of row) {
    const next = minus(from.get(id) ?? NOUGHT, times(factor, value));
    if (isNought(next)) from.delete(id);
    else from.set(id, next);
  }
}
