/**
 * On which side of a percentage a share lies: negative below it, zero exactly at it, positive above. 100·part and
 * percent·whole are compared as whole numbers: in binary fractions 16.1 · 1000 is a little more than 16 100, and a
 * school at the very threshold would be let off.
 * @param percent per cent, with as many decimals as the parameter has
 */
export function compareShare(part: number, whole: number, percent: number): number {
  const digits = Math.max(decimalsOf(part), decimalsOf(whole));
  const percentDigits = decimalsOf(percent);
  const left = 100n * scaled(part, digits) * 10n ** BigInt(percentDigits);
  const right = scaled(percent, percentDigits) * scaled(whole, digits);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Decimals of a number as a person would write it, at most nine. */
function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  return value.toFixed(9).replace(/0+$/, '').split('.')[1]!.length;
}

function scaled(value: number, digits: number): bigint {
  return BigInt(Math.round(value * 10 ** digits));
}
