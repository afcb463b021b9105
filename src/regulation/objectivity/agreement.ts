import { rankTruncatedProduct } from '../../statistics/rank-truncated-product.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { SignId } from './objectivity.ts';

/** Weaker signs of one paper taken together. */
export interface Agreement {
  /** p that independent signs are together so strong in an honest paper. */
  p: number;
  /** Signs whose own p is at most the supporting level. */
  signs: readonly SignId[];
}

/** Signs that look at different things: the school's level apart, each group gives one p. */
const GROUPS: readonly (readonly SignId[])[] = [['B2'], ['B3'], ['B1', 'B4', 'B5'], ['B7']];

/**
 * Agreement of the two strongest of independent signs (rank truncated product, Dudbridge & Koeleman 2003). Signs of
 * one group speak of the same thing, so the least p of the group counts, times the number of its signs. A high mean
 * as such takes no part: strong schools have it honestly.
 * @param evidence p of the signs that could be assessed
 * @returns null where fewer than two groups could be assessed
 */
export function agreementOf(
  evidence: Readonly<Partial<Record<SignId, number>>>,
  parameters: Parameters,
): Agreement | null {
  const floor = parameters.number('objectivity.agreement-floor');
  const groups = GROUPS.flatMap((ids) => {
    const known = ids.flatMap((id) => (evidence[id] === undefined ? [] : [evidence[id]]));
    return known.length === 0 ? [] : [Math.min(1, known.length * Math.min(...known))];
  });
  if (groups.length < 2) return null;
  // One sign, however strong, must not carry an agreement alone: its p counts no further than the floor.
  const support = parameters.number('objectivity.agreement-support');
  return {
    p: rankTruncatedProduct(
      groups.map((p) => Math.max(p, floor)),
      2,
    ),
    signs: (Object.keys(evidence) as SignId[]).filter((id) => evidence[id]! <= support),
  };
}
