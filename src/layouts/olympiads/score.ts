import { parseNumber } from '../number.ts';

const FRACTIONS: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/**
 * Reads a score of an olympiad: `22,5`, `22.5`, `22½`.
 * @returns `null` where the cell shows none; `undefined` where something else stands there
 */
export function parseScore(text: string): number | null | undefined {
  const plain = text.trim();
  if (/^[-–—_]*$/.test(plain)) return null;
  const mixed = /^(\d*)\s*([½¼¾])$/.exec(plain);
  if (mixed) return Number(mixed[1] || 0) + FRACTIONS[mixed[2]!]!;
  const number = parseNumber(plain);
  return number !== undefined && number >= 0 && !plain.endsWith('%') ? number : undefined;
}
