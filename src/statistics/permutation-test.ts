/** What relabelling groups says of the difference of their means. */
export interface PermutationTest {
  /** Mean of the first group less that of the second. */
  difference: number;
  /** Share of relabellings with a difference at least so far from zero, either way; the observed one is among them. */
  p: number;
  /** The smallest p that these numbers could give, however they were labelled. */
  least: number;
  /** Relabellings looked at. */
  relabellings: number;
  /** All of them, or a repeatable sample of so many. */
  exact: boolean;
}

/** Up to so many relabellings all are looked at; beyond, so many are drawn. */
const EXACT_UP_TO = 200_000;
const DRAWN = 19_999;

/**
 * Permutation test of the difference of two means, two-sided (Fisher 1935; Pitman 1937). Assumes nothing of the
 * numbers but that without an effect any labelling was as likely. Where there are too many relabellings a sample is
 * drawn, and p is (as far + 1) ÷ (drawn + 1) (Phipson and Smyth 2010), which never understates it.
 * @throws RangeError where a group is empty
 */
export function permutationTest(first: readonly number[], second: readonly number[]): PermutationTest {
  if (first.length === 0 || second.length === 0) throw new RangeError('both groups need members');
  const pooled = [...first, ...second];
  const size = first.length;
  const rest = pooled.length - size;
  const total = sum(pooled);
  const differenceOf = (chosen: number) => chosen / size - (total - chosen) / rest;
  const difference = differenceOf(sum(first));
  // Sums of the same numbers in another order differ in the last digits.
  const tolerance = 1e-9 * Math.max(...pooled.map(Math.abs), Number.MIN_VALUE);
  const relabellings = binomial(pooled.length, size);
  if (relabellings > EXACT_UP_TO) {
    const far = drawnSums(pooled, size).filter(
      (chosen) => Math.abs(differenceOf(chosen)) >= Math.abs(difference) - tolerance,
    ).length;
    const least = 1 / (DRAWN + 1);
    return { difference, p: (far + 1) / (DRAWN + 1), least, relabellings: DRAWN, exact: false };
  }
  const sizes = allSums(pooled, size).map((chosen) => Math.abs(differenceOf(chosen)));
  const share = (border: number) => sizes.filter((one) => one >= border - tolerance).length / sizes.length;
  const furthest = sizes.reduce((most, one) => Math.max(most, one), 0);
  return { difference, p: share(Math.abs(difference)), least: share(furthest), relabellings, exact: true };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Number of ways to choose; stops growing once it is beyond what is looked at. */
function binomial(n: number, k: number): number {
  let ways = 1;
  for (let step = 1; step <= Math.min(k, n - k); step++) {
    ways = (ways * (n - step + 1)) / step;
    if (ways > EXACT_UP_TO) return Number.POSITIVE_INFINITY;
  }
  return Math.round(ways);
}

/** Sums of all choices of `size` numbers. */
function allSums(numbers: readonly number[], size: number): number[] {
  const sums: number[] = [];
  const choose = (from: number, left: number, chosen: number): void => {
    if (left === 0) {
      sums.push(chosen);
      return;
    }
    for (let index = from; index <= numbers.length - left; index++) {
      choose(index + 1, left - 1, chosen + numbers[index]!);
    }
  };
  choose(0, size, 0);
  return sums;
}

/** Sums of drawn choices, the same for the same numbers (mulberry32; partial Fisher–Yates shuffle). */
function drawnSums(numbers: readonly number[], size: number): number[] {
  let state = 0x9e3779b9;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const deck = [...numbers];
  return Array.from({ length: DRAWN }, () => {
    let chosen = 0;
    for (let place = 0; place < size; place++) {
      const other = place + Math.floor(next() * (deck.length - place));
      [deck[place], deck[other]] = [deck[other]!, deck[place]!];
      chosen += deck[place]!;
    }
    return chosen;
  });
}
