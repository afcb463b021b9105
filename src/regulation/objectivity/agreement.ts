import { dependentEvidence } from '../../statistics/dependent-evidence.ts';
import { rankTruncatedProduct } from '../../statistics/rank-truncated-product.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { SignId } from './objectivity.ts';

/** Weaker signs of one paper taken together. */
export interface Agreement {
  /** p that independent signs are together so strong in an honest paper. */
  p: number;
  /** How many independent groups of signs support it. */
  groups: number;
  /** The signs of these groups. */
  signs: readonly SignId[];
}

/** Signs that look at different things: the school's level apart, each group gives one p. */
const GROUPS: readonly (readonly SignId[])[] = [['B2'], ['B3'], ['B1', 'B4', 'B5'], ['B7']];

/**
 * Agreement of the two strongest of independent signs (rank truncated product, Dudbridge & Koeleman 2003). Signs of
 * one group speak of the same thing and give one p together. A high mean
 * as such takes no part: strong schools have it honestly.
 * @param evidence p of the signs that could be assessed
 * @returns null where fewer than two groups could be assessed
 */
export function agreementOf(
  evidence: Readonly<Partial<Record<SignId, number>>>,
  parameters: Parameters,
): Agreement | null {
  const correlation = parameters.number('objectivity.agreement-correlation');
  const groups = GROUPS.flatMap((ids) => {
    const known = ids.filter((id) => evidence[id] !== undefined);
    const p = known.map((id) => evidence[id]!);
    return p.length === 0 ? [] : [{ p: dependentEvidence(p, correlation), signs: known }];
  });
  if (groups.length < 2) return null;
  // One sign, however strong, must not carry an agreement alone: its p counts no further than the floor.
  const floor = parameters.number('objectivity.agreement-floor');
  const p = rankTruncatedProduct(
    groups.map((group) => Math.max(group.p, floor)),
    2,
  );
  const support = parameters.number('objectivity.agreement-support');
  const supporting = groups.filter((group) => group.p <= support);
  const signs = supporting.flatMap((group) => {
    const clear = group.signs.filter((id) => evidence[id]! <= support);
    return clear.length > 0 ? clear : group.signs.filter((id) => evidence[id]! < 0.5);
  });
  return { p, groups: supporting.length, signs };
}
