import { type Answered, attackerOf, type Known } from './attacker.ts';
import type { Pattern } from './pattern.ts';
import { cellsOf, type Relation, type Release, type Rule, WHOLE } from './release.ts';
import { minus, type Sum } from './sum.ts';

/** A hidden number that the shown ones give away, exactly or within too narrow bounds. */
export interface Leak {
  release: Release;
  /** `WHOLE` or the part that it is, or is left by. */
  of: string;
  /** The number itself, or what it leaves of its whole. */
  sum: Sum;
}

/**
 * Looks for hidden small numbers that follow from everything shown: as a combination of equations, or because counts
 * are whole and not below nought. It is what the literature calls the attacker's problem (Fischetti, Salazar-González,
 * «Solving the cell suppression problem on tabular data with linear constraints», Management Science 47 (7), 2001).
 * One at a time: whoever asks only whether there is any need not wait for all.
 * @param near counts that were shown last: what hangs together with them is looked at first
 */
export function* audit(
  releases: readonly Release[],
  relations: readonly Relation[],
  rule: Rule,
  pattern: Pattern,
  answered: Answered,
  near: ReadonlySet<string> = new Set(),
): Generator<Leak, void> {
  const attacker = attackerOf(
    releases
      .flatMap(cellsOf)
      .filter(({ release, name }) => !pattern.hidden(release, name))
      .map(({ sum }) => sum),
    [
      ...releases.flatMap((release) => [...partsOf(release), ...markOf(release, rule, pattern)]),
      ...relations.map(({ atLeastNought }) => notNegative(atLeastNought)),
    ],
    answered,
  );
  const isNear = ({ sum }: Leak) => Number([...sum.terms.keys()].some((id) => near.has(id)));
  const secrets = releases.flatMap((release) => secretsOf(release, pattern));
  for (const secret of near.size > 0 ? secrets.toSorted((a, b) => isNear(b) - isNear(a)) : secrets)
    if (attacker.knows(secret.sum, rule.leastInterval)) yield secret;
}

/** A part is not above its whole, even where it counts other things than the whole does. */
function partsOf({ whole, parts }: Release): Known[] {
  if (!whole) return [];
  return Object.values(parts).flatMap((part) => {
    const left = minus(whole, part);
    const isPlain = [...left.terms.values()].every((coefficient) => coefficient > 0);
    return isPlain || left.value < 0 ? [] : [notNegative(left)];
  });
}

const notNegative = (sum: Sum): Known => ({ sum, from: 0, to: Number.POSITIVE_INFINITY });

/** What the mark in place of a whole says: that of a small group, that it is small; any other, that it is not. */
function markOf(release: Release, { leastGroup }: Rule, pattern: Pattern): Known[] {
  const { whole } = release;
  const why = pattern.hidden(release, WHOLE);
  if (!whole || !why) return [];
  return why === 'small-group'
    ? [{ sum: whole, from: 1, to: leastGroup - 1 }]
    : [{ sum: whole, from: leastGroup, to: Number.POSITIVE_INFINITY }];
}

/** Numbers that nobody may learn: those hidden for their own smallness, and what they leave of their whole. */
function secretsOf(release: Release, pattern: Pattern): Leak[] {
  const { whole } = release;
  return cellsOf(release).flatMap(({ name, sum }): Leak[] => {
    const why = pattern.hidden(release, name);
    if (why === null || why === 'secondary') return [];
    const left = name === WHOLE || !whole ? [] : [minus(whole, sum)];
    return [sum, ...left].map((one) => ({ release, of: name, sum: one }));
  });
}
