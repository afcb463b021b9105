import { cellsOf, type Decision, type Release, WHOLE } from '../../../src/statistics/disclosure/release.ts';
import { exposed, type Found, type Secret } from '../../support/attack/exposed.ts';
import type { Constraint } from '../../support/attack/linear-program.ts';

const NAMED_FEW = 10;

/**
 * Attacks what is published of groups: solves the equations of all shown numbers, then bounds every small number that
 * is hidden by linear programs, knowing that «< 10» means one to nine and that counts are not below nought.
 */
export function attack(releases: readonly Release[], decisions: ReadonlyMap<string, Decision>): Found[] {
  const cells = releases.flatMap(cellsOf);
  const hidden = (release: Release, name: string) => {
    const { whole, parts } = decisions.get(release.id)!;
    return name === WHOLE ? whole : parts[name]!;
  };
  const known = cells.flatMap(({ release, name, sum }): Constraint[] => {
    const { terms } = sum;
    const why = hidden(release, name);
    if (why === null) return [{ terms, sign: '=', right: sum.value }];
    if (name !== WHOLE || why !== 'small-group') return [];
    return [
      { terms, sign: '<=', right: NAMED_FEW - 1 },
      { terms, sign: '>=', right: 1 },
    ];
  });
  const secrets = cells
    .filter(({ release, name }) => isSecret(release, name))
    .map(({ release, name, sum }) => ({
      what: `${release.id} ${name || 'whole'} = ${sum.value}`,
      terms: sum.terms,
      published: hidden(release, name) === null,
    }));
  return [
    ...secrets.filter(({ published }) => published).map(({ what }) => ({ what, how: 'published' })),
    ...exposed(secrets.filter(({ published }) => !published) satisfies Secret[], known),
  ];
}

/** By the rule of the method: groups below ten, and counts of one or two or that leave out one or two. */
export function isSecret({ whole, parts }: Release, name: string): boolean {
  const isSmall = whole !== undefined && whole.value > 0 && whole.value < NAMED_FEW;
  if (name === WHOLE) return isSmall;
  const count = parts[name]!.value;
  return isSmall || [count, whole ? whole.value - count : 0].some((few) => few === 1 || few === 2);
}
