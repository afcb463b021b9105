/**
 * Reads a number as Russian exports write it: `12,36`, `1 722 202` (any space), `12.5 %`.
 * @returns the number (per cent stay per cent: `12,5 %` is 12.5), or `undefined` where the text is no number.
 */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .replace(/[\s\u00a0\u202f\u2007\u2009]/g, '')
    .replace(/%$/, '')
    .replace(',', '.');
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}

/** Reads a whole number; `12.0` counts as 12, `12.5` does not. */
export function parseInteger(text: string): number | undefined {
  const number = parseNumber(text);
  return number !== undefined && Number.isInteger(number) ? number : undefined;
}

/** Says that a cell shows no value: empty, a dash, dots. */
export function isBlankText(text: string): boolean {
  return /^[\s\u00a0\u202f]*[-–—…]?[\s\u00a0\u202f]*$/.test(text);
}
