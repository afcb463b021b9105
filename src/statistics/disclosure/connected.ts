import { cellsOf, type Relation, type Release } from './release.ts';

/** What hangs together: groups, in their order, and what holds between their counts. */
interface Connected {
  releases: Release[];
  relations: Relation[];
}

/** Groups that count some of the same people, stand in one total or in a relation, directly or through others. */
export function connected(releases: readonly Release[], relations: readonly Relation[]): Connected[] {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root))
      root = next;
    // the way is short the next time
    for (let at = id; at !== root; ) {
      const next = parent.get(at)!;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  const join = (one: string, other: string) => {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a !== b) parent.set(a, b);
  };
  for (const release of releases) {
    const own = `release ${release.id}`;
    if (release.within !== undefined) join(own, `release ${release.within}`);
    for (const { sum } of cellsOf(release)) for (const id of sum.terms.keys()) join(own, `count ${id}`);
  }
  for (const { atLeastNought } of relations) {
    const [first, ...others] = atLeastNought.terms.keys();
    for (const id of others) join(`count ${first}`, `count ${id}`);
  }
  const found = new Map<string, Connected>();
  for (const release of releases) {
    const root = rootOf(`release ${release.id}`);
    const held = found.get(root);
    if (held) held.releases.push(release);
    else found.set(root, { releases: [release], relations: [] });
  }
  for (const relation of relations) {
    const [first] = relation.atLeastNought.terms.keys();
    if (first !== undefined) found.get(rootOf(`count ${first}`))?.relations.push(relation);
  }
  return [...found.values()];
}
