import type { Measure } from '../prose/change.ts';
import type { AnnualIndicator } from './annual.ts';

/**
 * How an indicator's value is shown and compared; undefined for «есть» and «нет», which have no size. A list (перечень)
 * with a denominator is a share: those on the list of all.
 */
export function measureOf({
  kind,
  denominator,
}: Pick<AnnualIndicator, 'kind' | 'denominator'>): Measure | undefined {
  if (kind === 'presence') return undefined;
  return kind === 'count' || (kind === 'list' && denominator === null) ? 'count' : 'share';
}
