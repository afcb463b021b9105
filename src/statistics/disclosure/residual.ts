import type { Pattern } from './pattern.ts';
import { isFew } from './primary.ts';
import { type Release, type Rule, WHOLE } from './release.ts';
import { minus, plus, type Sum } from './sum.ts';

/**
 * Hides so much that what a total less its shown parts leaves over is never small: neither a group nor a count. The
 * smallest groups go first; where all of them are not enough, the total goes too.
 * @param children groups that make up the total together
 * @returns whether anything was hidden
 */
export function hideSecondary(
  total: Release,
  children: readonly Release[],
  rule: Rule,
  pattern: Pattern,
): boolean {
  let changed = false;
  for (const name of [WHOLE, ...Object.keys(total.parts)]) {
    const sumOf = (release: Release) => (name === WHOLE ? release.whole : release.parts[name]);
    const own = sumOf(total);
    const summed = children.filter((child) => sumOf(child) !== undefined);
    // numbers that do not add up give nothing away: the audit looks at them
    if (!own || summed.length === 0 || !same(own, plus(...summed.map((child) => sumOf(child)!)))) continue;
    const shown = () =>
      summed
        .filter((child) => !pattern.hidden(child, name))
        .toSorted((one, other) => sizeOf(other) - sizeOf(one) || (one.id < other.id ? -1 : 1));
    const hiddenOnes = () => summed.filter((child) => pattern.hidden(child, name));
    const isSafe = () => {
      const hidden = hiddenOnes();
      if (pattern.hidden(total, name)) return hidden.length > 0;
      if (hidden.length === 0) return true;
      const rest = minus(own, ...shown().map((child) => sumOf(child)!)).value;
      const people = hidden.reduce((sum, child) => sum + sizeOf(child), 0);
      if (hidden.length === 1 || people < rule.leastGroup) return false;
      if (name === WHOLE) return true;
      return ![rest, people - rest].some((count) => count === 0 || isFew(count, rule));
    };
    while (!isSafe()) {
      const smallest = shown().at(-1);
      const victim = smallest ?? total;
      if (!pattern.hide(victim, name, 'secondary')) break;
      changed = true;
    }
  }
  return changed;
}

const sizeOf = ({ whole }: Release): number => whole?.value ?? 0;

function same(one: Sum, other: Sum): boolean {
  return minus(one, other).terms.size === 0;
}
