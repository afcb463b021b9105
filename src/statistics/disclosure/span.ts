import type { Sum } from './sum.ts';

/**
 * Arithmetic is done modulo a prime, so that it is exact and fast: what follows from the equations follows modulo the
 * prime too. The other way round is wrong about once in the prime's size, and then a number too much is hidden. Two
 * products of remainders stay below 2⁵³.
 */
const PRIME = 67_108_859;

/** A row of equations. No two lead with the same count, and none holds the count that an earlier one leads with. */
type Row = Map<string, number>;

/** Which sums follow from known ones by adding, subtracting and multiplying. */
export interface Span {
  /** Takes a sum for known. */
  know(sum: Sum): void;
  follows(sum: Sum): boolean;
}

export function emptySpan(): Span {
  const rows = new Map<string, Row>();
  const reduced = (sum: Sum): Row => {
    const row: Row = new Map();
    for (const [id, coefficient] of sum.terms) row.set(id, modulo(coefficient));
    const open = [...row.keys()];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const factor = row.get(id);
      const known = factor === undefined ? undefined : rows.get(id);
      if (factor === undefined || !known) continue;
      for (const [term, coefficient] of known) {
        const next = modulo((row.get(term) ?? 0) - factor * coefficient);
        if (next === 0) row.delete(term);
        else {
          if (!row.has(term)) open.push(term);
          row.set(term, next);
        }
      }
    }
    return row;
  };
  return {
    know(sum) {
      const row = reduced(sum);
      const [lead] = row.keys();
      if (lead === undefined) return;
      const inverse = power(row.get(lead)!, PRIME - 2);
      const scaled: Row = new Map([...row].map(([id, value]) => [id, modulo(value * inverse)]));
      rows.set(lead, scaled);
    },
    follows: (sum) => reduced(sum).size === 0,
  };
}

function modulo(value: number): number {
  const rest = value % PRIME;
  return rest < 0 ? rest + PRIME : rest;
}

function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = modulo(result * square);
    square = modulo(square * square);
  }
  return result;
}
