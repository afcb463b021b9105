import type { Sum } from './sum.ts';

/** Values are whole: what division leaves is not. */
const ROUNDING = 1e-9;

/** A sum that is known to lie between two values. */
export interface Bounded {
  sum: Sum;
  from: number;
  to: number;
}

/**
 * Bounds of counts that follow from bounds of their sums: each count is what a sum leaves when the others are as large,
 * or as small, as they can be. Counts are whole and not below nought.
 * @returns least and greatest value of a sum
 */
export function boundsFrom(
  known: readonly Bounded[],
): (sum: Sum) => readonly [least: number, greatest: number] {
  const least = new Map<string, number>();
  const greatest = new Map<string, number>();
  const lowOf = (id: string) => least.get(id) ?? 0;
  const highOf = (id: string) => greatest.get(id) ?? Number.POSITIVE_INFINITY;
  const range = ({ terms }: Sum, except?: string): readonly [number, number] => {
    let low = 0;
    let high = 0;
    for (const [id, coefficient] of terms) {
      if (id === except) continue;
      low += coefficient * (coefficient > 0 ? lowOf(id) : highOf(id));
      high += coefficient * (coefficient > 0 ? highOf(id) : lowOf(id));
    }
    return [low, high];
  };
  const byTerm = new Map<string, Bounded[]>();
  for (const one of known)
    for (const id of one.sum.terms.keys()) {
      const held = byTerm.get(id);
      if (held) held.push(one);
      else byTerm.set(id, [one]);
    }
  const open = new Set(known);
  const tighten = ({ sum, from, to }: Bounded) => {
    for (const [id, coefficient] of sum.terms) {
      const [low, high] = range(sum, id);
      const [one, other] = [(from - high) / coefficient, (to - low) / coefficient];
      const atLeast = Math.ceil(Math.min(one, other) - ROUNDING);
      const atMost = Math.floor(Math.max(one, other) + ROUNDING);
      if (atLeast <= lowOf(id) && atMost >= highOf(id)) continue;
      least.set(id, Math.max(atLeast, lowOf(id)));
      greatest.set(id, Math.min(atMost, highOf(id)));
      for (const touched of byTerm.get(id)!) open.add(touched);
    }
  };
  // a sum that is added while it is looked at is looked at again
  for (const one of open) {
    open.delete(one);
    tighten(one);
  }
  return range;
}
