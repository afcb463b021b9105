import { cellsOf, type Decision, type Release, WHOLE } from '../../../src/statistics/disclosure/release.ts';
import { type Constraint, greatest } from '../../support/attack/linear-program.ts';
import { solved } from '../../support/attack/solve.ts';

/** A small number that an attacker finds out. */
export interface Found {
  what: string;
  how: string;
}

const NAMED_FEW = 10;
const LEAST_WIDTH = 3;

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
  const shown = cells.filter(({ release, name }) => hidden(release, name) === null);
  const valueFor = solved(shown.map(({ sum }) => ({ terms: sum.terms, equals: sum.value })));
  const constraints = cells.flatMap(({ release, name, sum }): Constraint[] => {
    const { terms } = sum;
    const why = hidden(release, name);
    if (why === null) return [{ terms, sign: '=', right: sum.value }];
    if (name !== WHOLE || why !== 'small-group') return [];
    return [
      { terms, sign: '<=', right: NAMED_FEW - 1 },
      { terms, sign: '>=', right: 1 },
    ];
  });
  return cells.flatMap(({ release, name, sum }): Found[] => {
    if (!isSecret(release, name)) return [];
    const what = `${release.id} ${name || 'whole'} = ${sum.value}`;
    if (hidden(release, name) === null) return [{ what, how: 'published' }];
    const value = valueFor(sum.terms);
    if (value !== undefined) return [{ what, how: `follows: ${value}` }];
    const near = connected(sum.terms, constraints);
    const high = Math.floor(greatest(sum.terms, near) + 1e-6);
    const low = Math.ceil(-greatest(new Map([...sum.terms].map(([id, one]) => [id, -one])), near) - 1e-6);
    return high - low < LEAST_WIDTH ? [{ what, how: `within ${low}–${high}` }] : [];
  });
}

/** By the rule of the method: groups below ten, and counts of one or two or that leave out one or two. */
function isSecret({ whole, parts }: Release, name: string): boolean {
  const isSmall = whole !== undefined && whole.value > 0 && whole.value < NAMED_FEW;
  if (name === WHOLE) return isSmall;
  const count = parts[name]!.value;
  return isSmall || [count, whole ? whole.value - count : 0].some((few) => few === 1 || few === 2);
}

/** Constraints that bear on a sum, directly or through others. */
function connected(terms: ReadonlyMap<string, number>, all: readonly Constraint[]): Constraint[] {
  const reached = new Set(terms.keys());
  const near = new Set<Constraint>();
  for (let size = -1; size !== near.size; ) {
    size = near.size;
    for (const one of all) {
      if (near.has(one) || ![...one.terms.keys()].some((id) => reached.has(id))) continue;
      near.add(one);
      for (const id of one.terms.keys()) reached.add(id);
    }
  }
  return [...near];
}
