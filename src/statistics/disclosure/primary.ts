import type { Pattern } from './pattern.ts';
import { type Release, type Rule, WHOLE } from './release.ts';

/** Hides what is small by itself: groups, counts, and counts that leave out few. */
export function hidePrimary(release: Release, rule: Rule, pattern: Pattern): void {
  const { whole, parts } = release;
  if (whole && whole.value > 0 && whole.value < rule.leastGroup) pattern.hide(release, WHOLE, 'small-group');
  for (const [name, part] of Object.entries(parts)) {
    const left = whole ? Math.abs(whole.value - part.value) : 0;
    if (isFew(part.value, rule) || isFew(left, rule)) pattern.hide(release, name, 'small-count');
  }
}

/** More than nobody, and too few to be told. */
export function isFew(count: number, { leastCount }: Rule): boolean {
  return count > 0 && count < leastCount;
}
