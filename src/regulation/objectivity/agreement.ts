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
const GROUPS: readonly (readonly SignId[])[] = [['B2'], ['B3'], ['B4', 'B5'], ['B7']];

/**
 * Agreement of independent signs (Fisher 1932): −2·Σ ln p is χ² with two degrees of freedom a group. Signs of one
 * group speak of the same thing, so the least p of the group counts, times the number of its signs. A high mean
 * (B1) takes no part: strong schools have it honestly.
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
  const half = groups.reduce((sum, p) => sum - Math.log(Math.max(p, floor)), 0);
  const support = parameters.number('objectivity.agreement-support');
  return {
    p: chiSquareTail(half, groups.length),
    signs: (Object.keys(evidence) as SignId[]).filter((id) => evidence[id]! <= support),
  };
}

/** P(χ² with 2·pairs degrees of freedom ≥ 2·half) = e^−half · Σ half^i/i!. */
function chiSquareTail(half: number, pairs: number): number {
  let term = Math.exp(-half);
  let tail = term;
  for (let i = 1; i < pairs; i += 1) {
    term *= half / i;
    tail += term;
  }
  return Math.min(1, tail);
}
