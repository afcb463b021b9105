import { requireFinite } from './admissible.ts';

/**
 * Ranks from 1 in the order of the input; equal values share the mean of their ranks.
 * @throws RangeError where a value is not finite
 */
export function averageRanks(values: readonly number[]): number[] {
  requireFinite(values, 'value');
  const order = values.map((_, index) => index).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
    for (let at = from; at < to; at += 1) ranks[order[at]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
