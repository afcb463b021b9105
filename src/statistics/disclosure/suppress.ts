import { audit, type Leak } from './audit.ts';
import { connected } from './connected.ts';
import { emptyPattern, type Pattern } from './pattern.ts';
import { hidePrimary } from './primary.ts';
import { type Cell, cellsOf, type Decision, type Release, type Rule } from './release.ts';
import { hideSecondary } from './residual.ts';

/**
 * Decides which numbers of groups are not published: small ones, and as many others as it takes that nobody can work
 * the small ones out from totals, from other tables, or from the reports of earlier years.
 *
 * Years are decided one after another, the earliest first, and a later year changes nothing in an earlier one: so the
 * report of a year hides and shows of the years before it what their own reports hid and showed.
 * @param releases everything that is published or might be, of all years
 * @param secondary whether to protect the small numbers against working out; without it, only they are hidden
 */
export function suppress(
  releases: readonly Release[],
  rule: Rule,
  { secondary = true }: { secondary?: boolean } = {},
): Map<string, Decision> {
  return new Map(connected(releases).flatMap((some) => [...suppressConnected(some, rule, secondary)]));
}

/** Suppresses where everything hangs together. */
function suppressConnected(
  releases: readonly Release[],
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
  for (const year of [...new Set(releases.map((one) => one.year))].sort((a, b) => a - b)) {
    const own = releases.filter((one) => one.year === year);
    for (const release of own) hidePrimary(release, rule, pattern);
    if (!secondary) continue;
    const known = releases.filter((one) => one.year <= year);
    do settle(own, children, rule, pattern);
    while (repair(audit(known, children, rule, pattern), own, pattern));
  }
  return pattern.decisions();
}

/** Hides beside totals until nothing more is to be hidden. */
function settle(
  releases: readonly Release[],
  children: ReadonlyMap<Release, readonly Release[]>,
  rule: Rule,
  pattern: Pattern,
): void {
  let changed = true;
  while (changed) {
    changed = false;
    for (const total of releases) {
      const parts = children.get(total);
      if (parts && hideSecondary(total, parts, rule, pattern)) changed = true;
    }
  }
}

/**
 * Hides one number for each leak: the same of the smallest group beside it, otherwise of the numbers that
 * count some of the same people the one least missed.
 * @returns whether anything was hidden
 */
function repair(leaks: readonly Leak[], own: readonly Release[], pattern: Pattern): boolean {
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
      .toSorted(bySacrifice);
    const candidates = [...sum.terms.keys()]
      .flatMap((id) => held.get(id) ?? [])
      .filter(({ release, name }) => !pattern.hidden(release, name))
      .toSorted(bySacrifice);
    const [least] = [...beside, ...candidates];
    if (least && pattern.hide(least.release, least.name, 'secondary')) changed = true;
  }
  return changed;
}

/** Parts go before totals, sums of little before sums of much: totals of the municipality are kept as long as can be. */
function bySacrifice(one: Cell, other: Cell): number {
  const isTotal = ({ release }: Cell) => Number(release.within === undefined);
  return (
    isTotal(one) - isTotal(other) ||
    one.sum.terms.size - other.sum.terms.size ||
    one.sum.value - other.sum.value ||
    (nameOf(one) < nameOf(other) ? -1 : 1)
  );
}

const nameOf = ({ release, name }: Cell) => `${release.id} ${name}`;
