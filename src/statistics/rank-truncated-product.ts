import { requireProbability } from './admissible.ts';

/** Steps of Simpson's rule; the integrand is smooth on either side of the point where it is split. */
const STEPS = 64;

/**
 * Rank truncated product (Dudbridge, Koeleman 2003): p of the product of the `kept` smallest of independent p
 * values. With all of them kept it is Fisher's method (1932). Unlike Fisher's it does not let tests that see
 * nothing hide two that agree.
 * @param p independent p values, uniform where nothing is amiss
 * @param kept how many of the smallest to multiply
 * @throws RangeError where a value is no probability or `kept` is not 1 … the number of values
 */
export function rankTruncatedProduct(p: readonly number[], kept: number): number {
  for (const value of p) requireProbability(value, 'p');
  if (!Number.isInteger(kept) || kept < 1 || kept > p.length) throw new RangeError(`invalid kept: ${kept}`);
  const product = p
    .toSorted((first, second) => first - second)
    .slice(0, kept)
    .reduce((all, value) => all * value, 1);
  if (product === 0) return 0;
  if (kept === p.length) return productTail(product, kept);

  // Given the next smallest value t, the kept ones are uniform on (0, t); t is a Beta(kept + 1, rest).
  const rest = p.length - kept;
  const density = (t: number) => (kept + 1) * choose(p.length, kept + 1) * t ** kept * (1 - t) ** (rest - 1);
  const at = (t: number) => density(t) * (t === 0 ? 1 : productTail(Math.min(1, product / t ** kept), kept));
  const certain = product ** (1 / kept);
  return Math.min(1, simpson(density, 0, certain) + simpson(at, certain, 1));
}

/** P(product of `count` uniforms ≤ product) = product · Σ (−ln product)^i / i!. */
function productTail(product: number, count: number): number {
  const rate = -Math.log(product);
  let term = product;
  let tail = term;
  for (let i = 1; i < count; i += 1) {
    term *= rate / i;
    tail += term;
  }
  return tail;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
  return ways;
}

/** On a logarithmic grid where the interval spans orders of magnitude, which small products make it do. */
function simpson(of: (t: number) => number, from: number, to: number): number {
  const low = Math.max(from, to * 1e-9);
  const width = Math.log(to / low) / STEPS;
  let sum = 0;
  for (let step = 0; step <= STEPS; step += 1) {
    const t = low * Math.exp(step * width);
    sum += of(t) * t * (step === 0 || step === STEPS ? 1 : step % 2 === 1 ? 4 : 2);
  }
  return (sum * width) / 3;
}
