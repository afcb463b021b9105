import { cellsOf, type Release } from './release.ts';

/** Groups that count some of the same people, or stand in one total, directly or through others, in their order. */
export function connected(releases: readonly Release[]): Release[][] {
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
  const found = new Map<string, Release[]>();
  for (const release of releases) {
    const root = rootOf(`release ${release.id}`);
    const held = found.get(root);
    if (held) held.push(release);
    else found.set(root, [release]);
  }
  return [...found.values()];
}
