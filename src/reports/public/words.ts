import type { Rule, Withheld } from '../../statistics/disclosure/release.ts';
import { formatInteger } from '../number-format.ts';

/** Stands in place of a number that others would give away, or that is one or two. */
export const WITHHELD = 'скрыто';

/** Stands in place of a number of which it is not known what it gives away. */
export const NOT_PUBLISHED = 'не публикуется';

/** Words in place of a number: «< 10» of a small group, «скрыто» otherwise. Never nought. */
export function withheldWord(why: Withheld, { leastGroup }: Rule): string {
  return why === 'small-group' ? `<\u00a0${formatInteger(leastGroup)}` : WITHHELD;
}
