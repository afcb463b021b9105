import type { Answered } from './attacker.ts';
import { audit, type Leak } from './audit.ts';
import { connected } from './connected.ts';
import { emptyPattern, type Pattern } from './pattern.ts';
import { hidePrimary } from './primary.ts';
import {
  type Cell,
  cellsOf,
  type Decision,
  type Relation,
  type Release,
  type Rule,
  WHOLE,
} from './release.ts';
import { hideSecondary } from './residual.ts';

/**
 * Decides which numbers of groups are not published: small ones, and as many others as it takes that nobody can work
 * the small ones out from totals, from other tables, or from the reports of earlier years.
 *
 * Years are decided one after another, the earliest first, and a later year changes nothing in an earlier one: so the
 * report of a year hides and shows of the years before it what their own reports hid and showed.
 * @param releases everything that is published or might be, of all years
 * @param relations what an attacker knows of counts beside what is published
 * @param secondary whether to protect the small numbers against working out; without it, only they are hidden
 */
export function suppress(
  releases: readonly Release[],
  rule: Rule,
  { secondary = true, relations = [] }: { secondary?: boolean; relations?: readonly Relation[] } = {},
): Map<string, Decision> {
  return new Map(
    connected(releases, relations).flatMap((one) => [
      ...suppressConnected(one.releases, one.relations, rule, secondary),
    ]),
  );
}

/** Suppresses where everything hangs together. */
function suppressConnected(
  releases: readonly Release[],
  relations: readonly Relation[],
  rule: Rule,
  secondary: boolean,
): Map<string, Decision> {
  const pattern = emptyPattern(releases);
  const byId = new Map(releases.map((release) => [release.id, release]));
  const children = new Map<Release, Release[]>();
  for (const release of releases) {
    const total = release.within === undefined ? undefined : byId.get(release.within);
    if (total) children.set(total, [...(children.get(total) ?? []), release]);
  }
  const answered: Answered = new Map();
  for (const year of [...new Set(releases.map((one) => one.year))].sort((a, b) => a - b)) {
    const own = releases.filter((one) => one.year === year);
    for (const release of own) hidePrimary(release, rule, pattern);
    if (!secondary) continue;
    const known = releases.filter((one) => one.year <= year);
    const holding = relations.filter((one) => one.year <= year);
    const leaks = (near?: ReadonlySet<string>) => audit(known, holding, rule, pattern, answered, near);
    do settle(own, children, rule, pattern);
    while (repair([...leaks()], own, children, pattern));
    keepTotals(
      own,
      children,
      pattern,
      (shown) => !settle(own, children, rule, pattern) && leaks(shown).next().done === true,
    );
  }
  return pattern.decisions();
}

/**
 * Shows totals that are hidden for the sake of others again, those most missed first, wherever what is hidden of the
 * groups that they are made of protects as well without them.
 * @param isSafe whether nothing more is to be hidden, once these counts are shown together
 */
function keepTotals(
  own: readonly Release[],
  children: Children,
  pattern: Pattern,
  isSafe: (shown: ReadonlySet<string>) => boolean,
): void {
  const totals = own
    .filter((release) => isTotal(release, children))
    .flatMap(cellsOf)
    .filter(({ release, name }) => pattern.hidden(release, name) === 'secondary')
    .toSorted(bySacrifice(children))
    .toReversed();
  // a total over one group is one number with it
  const same = new Map<string, Cell[]>();
  for (const cell of totals) {
    const key = [...cell.sum.terms.keys()].sort().join('\n');
    same.set(key, [...(same.get(key) ?? []), cell]);
  }
  for (const cells of same.values()) {
    // a part without its whole would say how large the whole is at least
    if (cells.some(({ release, name }) => name !== WHOLE && pattern.hidden(release, WHOLE))) continue;
    const takeBack = pattern.saved();
    for (const { release, name } of cells) pattern.show(release, name);
    if (!isSafe(new Set(cells[0]!.sum.terms.keys()))) takeBack();
  }
}

/**
 * Hides beside totals until nothing more is to be hidden.
 * @returns whether anything was hidden
 */
function settle(releases: readonly Release[], children: Children, rule: Rule, pattern: Pattern): boolean {
  let any = false;
  for (let changed = true; changed; ) {
    changed = false;
    for (const total of releases) {
      const parts = children.get(total);
      if (parts && hideSecondary(total, parts, rule, pattern)) changed = true;
    }
    if (changed) any = true;
  }
  return any;
}

/**
 * Hides one number for each leak: the same of the smallest group beside it, otherwise of the numbers that
 * count some of the same people the one least missed.
 * @returns whether anything was hidden
 */
function repair(
  leaks: readonly Leak[],
  own: readonly Release[],
  children: Children,
  pattern: Pattern,
): boolean {
  let changed = false;
  const held = new Map<string, Cell[]>();
  if (leaks.length > 0) {
    for (const cell of own.flatMap(cellsOf)) {
      for (const id of cell.sum.terms.keys()) {
        const cells = held.get(id);
        if (cells) cells.push(cell);
        else held.set(id, [cell]);
      }
    }
  }
  for (const { release: leaking, of, sum } of leaks) {
    const beside = own
      .filter(({ within }) => within !== undefined && within === leaking.within)
      .flatMap(cellsOf)
      .filter(({ release, name }) => name === of && !pattern.hidden(release, name))
      .toSorted(bySacrifice(children));
    const candidates = [...sum.terms.keys()]
      .flatMap((id) => held.get(id) ?? [])
      .filter(({ release, name }) => !pattern.hidden(release, name))
      .toSorted(bySacrifice(children));
    const [least] = [...beside, ...candidates];
    if (least && pattern.hide(least.release, least.name, 'secondary')) changed = true;
  }
  return changed;
}

/** Parts go before totals, sums of little before sums of much: totals of the municipality are kept as long as can be. */
function bySacrifice(children: Children): (one: Cell, other: Cell) => number {
  const ofTotal = ({ release }: Cell) => Number(isTotal(release, children));
  return (one, other) =>
    ofTotal(one) - ofTotal(other) ||
    one.sum.terms.size - other.sum.terms.size ||
    one.sum.value - other.sum.value ||
    (nameOf(one) < nameOf(other) ? -1 : 1);
}

/** Groups by the total that they make up. */
type Children = ReadonlyMap<Release, readonly Release[]>;

const isTotal = (release: Release, children: Children): boolean =>
  release.within === undefined || children.has(release);

const nameOf = ({ release, name }: Cell) => `${release.id} ${name}`;
