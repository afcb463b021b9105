/** An exact fraction: numerator and denominator above nought, without a common factor. */
export type Fraction = readonly [bigint, bigint];

export const NOUGHT: Fraction = [0n, 1n];

export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new Error('division by nought');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = common(numerator < 0n ? -numerator : numerator, denominator * sign);
  return [(numerator * sign) / divisor, (denominator * sign) / divisor];
}

export const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * d - c * b, b * d);
export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * c, b * d);
export const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * d, b * c);
export const isNought = ([a]: Fraction): boolean => a === 0n;
export const toNumber = ([a, b]: Fraction): number => Number(a) / Number(b);

function common(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
