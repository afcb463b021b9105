import erfcinv from '@stdlib/math-base-special-erfcinv';
import { requireCounts, requireLevel } from './admissible.ts';

/**
 * Score interval of a share (Wilson 1927; Newcombe 1998, method 3):
 * (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). Narrower than Clopper–Pearson; for display.
 * @param successes how many of `trials`
 * @param level confidence, a fraction (0.95)
 * @returns lower and upper limit, fractions
 * @throws RangeError where the counts are no counts or the level is not between 0 and 1
 */
export function wilson(successes: number, trials: number, level = 0.95): [number, number] {
  requireCounts(successes, trials);
  requireLevel(level);
  const z = Math.SQRT2 * erfcinv(1 - level);
  const share = successes / trials;
  const z2 = z ** 2 / trials;
  const centre = (share + z2 / 2) / (1 + z2);
  const half = (z / (1 + z2)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials));
  return [
    successes === 0 ? 0 : Math.max(0, centre - half),
    successes === trials ? 1 : Math.min(1, centre + half),
  ];
}
