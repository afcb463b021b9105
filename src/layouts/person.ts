import { foldText } from '../records/fold.ts';

/** Folded full name, so that spellings of one name meet; empty where there is no name. Never stored. */
export function foldName(parts: readonly string[]): string {
  return foldText(parts.filter((part) => !/^[-–—.]?$/.test(part.trim())).join(' '))
    .replace(/\s*[-–—]\s*/g, '-')
    .replace(/\.(?=\S)/g, '. ');
}

/**
 * Digits of an identity document. A spreadsheet drops leading zeros, therefore a passport's series is brought
 * back to 4 digits and its number to 6. Empty where there is no document. Never stored.
 */
export function documentDigits(series: string, number: string): string {
  const [first, second] = [digitsOf(series), digitsOf(number)];
  if (first && second) return first.padStart(4, '0') + second.padStart(6, '0');
  return first + second;
}

/** The same of a document written in one cell: `9900 000001`. */
export function documentInOneCell(text: string): string {
  const groups = text.trim().split(/\s+/);
  if (groups.length < 2) return digitsOf(text);
  return documentDigits(groups.slice(0, -1).join(''), groups.at(-1)!);
}

function digitsOf(text: string): string {
  return text.replace(/\.0+$/, '').replace(/\D/g, '');
}
