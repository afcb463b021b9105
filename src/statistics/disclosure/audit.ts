import { type Bounded, boundsFrom } from './bounds.ts';
import type { Pattern } from './pattern.ts';
import { cellsOf, type Release, type Rule, WHOLE } from './release.ts';
import { emptySpan } from './span.ts';
import { atom, minus, plus, type Sum } from './sum.ts';

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
 * @param partsOf groups that a total is made of
 */
export function audit(
  releases: readonly Release[],
  partsOf: ReadonlyMap<Release, readonly Release[]>,
  rule: Rule,
  pattern: Pattern,
): Leak[] {
  const cells = releases.flatMap(cellsOf);
  const shown = cells.filter(({ release, name }) => !pattern.hidden(release, name));
  const span = emptySpan();
  for (const { sum } of shown) span.know(sum);
  const rangeOf = boundsFrom([
    ...shown.map(({ sum }) => exactly(sum)),
    ...releases.flatMap((release) => differencesOf(release, pattern)),
    ...releases.flatMap((release) => hiddenOf(release, rule, pattern)),
    ...[...partsOf].flatMap(([total, children]) => restsOf(total, children, pattern)),
  ]);
  return releases
    .flatMap((release) => secretsOf(release, pattern))
    .filter(({ sum, unknown }) => {
      const [least, greatest] = rangeOf(unknown);
      return greatest - least < rule.leastInterval || span.follows(sum);
    });
}

/** A hidden number under a name of its own, so that bounds of it are looked for and not only of what it counts. */
interface Unknown {
  name: string;
  sum: Sum;
  /** The sum as one unknown. */
  unknown: Sum;
}

/** Unknown numbers of a group: the whole, each part, and what each part leaves of the whole. */
function unknownsOf(release: Release, pattern: Pattern): Unknown[] {
  const { whole } = release;
  const named = (name: string, side: string, sum: Sum): Unknown => ({
    name: `${name}${side}`,
    sum,
    unknown: atom(`${release.id}\n${name}${side}`, sum.value),
  });
  return cellsOf(release)
    .filter(({ name }) => pattern.hidden(release, name))
    .flatMap(({ name, sum }) =>
      name === WHOLE || !whole
        ? [named(name, '', sum)]
        : [named(name, '', sum), named(name, LEFT, minus(whole, sum))],
    );
}

/** Marks what a part leaves. */
const LEFT = '\nleft';

const exactly = (sum: Sum): Bounded => ({ sum, from: sum.value, to: sum.value });

/** What shown numbers of a group leave of larger ones that hold them. */
function differencesOf(release: Release, pattern: Pattern): Bounded[] {
  const shown = cellsOf(release).filter(({ name }) => !pattern.hidden(release, name));
  return shown.flatMap((large) =>
    shown.flatMap((small) => {
      const difference = minus(large.sum, small.sum);
      const holds = large !== small && [...difference.terms.values()].every((coefficient) => coefficient > 0);
      return holds ? [exactly(difference)] : [];
    }),
  );
}

/**
 * What is known of the hidden numbers of a group: what they count, and what the mark in their place says. That of a
 * small group says that it is small; any other, that it is not.
 */
function hiddenOf(release: Release, { leastGroup }: Rule, pattern: Pattern): Bounded[] {
  const unknowns = unknownsOf(release, pattern);
  const isSmall = pattern.hidden(release, WHOLE) === 'small-group';
  return unknowns.flatMap(({ name, sum, unknown }): Bounded[] => [
    exactly(minus(unknown, sum)),
    ...(name === WHOLE
      ? [
          {
            sum: unknown,
            from: isSmall ? 1 : leastGroup,
            to: isSmall ? leastGroup - 1 : Number.POSITIVE_INFINITY,
          },
        ]
      : isSmall
        ? [{ sum: unknown, from: 0, to: leastGroup - 1 }]
        : []),
  ]);
}

/** What totals leave when their shown parts are taken off, as sums of the hidden ones; hidden totals are such too. */
function restsOf(total: Release, children: readonly Release[], pattern: Pattern): Bounded[] {
  const hidden = children.flatMap((child) => unknownsOf(child, pattern));
  const ownUnknowns = unknownsOf(total, pattern);
  return cellsOf(total).flatMap(({ name, sum }): Bounded[] => {
    const shown = children.filter((child) => !pattern.hidden(child, name));
    const rest = (of: (release: Release) => Sum | undefined, from: Sum, what: string): Bounded[] => {
      const unknowns = hidden.filter((one) => one.name === what);
      const known = minus(from, ...shown.flatMap((child) => of(child) ?? []));
      // only where the hidden ones are all that is left
      if (minus(known, ...unknowns.map((one) => one.sum)).terms.size > 0) return [];
      const all = plus(...unknowns.map(({ unknown }) => unknown));
      const own = ownUnknowns.find((one) => one.name === what);
      if (!own) return [{ sum: all, from: known.value, to: known.value }];
      const difference = minus(own.unknown, all);
      return [{ sum: difference, from: difference.value, to: difference.value }];
    };
    const partOf = (release: Release) => (name === WHOLE ? release.whole : release.parts[name]);
    const leftOf = (release: Release) => release.whole && minus(release.whole, release.parts[name]!);
    return [
      ...rest(partOf, sum, name),
      ...(name === WHOLE || !total.whole ? [] : rest(leftOf, minus(total.whole, sum), `${name}${LEFT}`)),
    ];
  });
}

/** Numbers that nobody may learn: those hidden for their own smallness, and what they leave of their whole. */
function secretsOf(release: Release, pattern: Pattern): (Leak & Unknown)[] {
  return unknownsOf(release, pattern)
    .filter(({ name }) => pattern.hidden(release, name.split('\n')[0]!) !== 'secondary')
    .map((one) => ({ release, of: one.name.split('\n')[0]!, ...one }));
}
