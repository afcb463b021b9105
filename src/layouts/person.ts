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

/** Digits of a СНИЛС, with the zeros that a spreadsheet dropped; empty where it is none or a filler. Never stored. */
export function snilsDigits(text: string): string {
  const digits = digitsOf(text);
  return digits.length >= 8 && digits.length <= 11 && /[1-9]/.test(digits) ? digits.padStart(11, '0') : '';
}

/** Birth date as a key: ISO where it is a date, the folded text otherwise. Never stored. */
export function birthKey(text: string): string {
  const forward = /^(\d{4})[./-](\d\d?)[./-](\d\d?)(?!\d)/.exec(text.trim());
  if (forward) return isoOf(forward[1]!, forward[2]!, forward[3]!);
  const backward = /^(\d\d?)[./-](\d\d?)[./-](\d{4})(?!\d)/.exec(text.trim());
  return backward ? isoOf(backward[3]!, backward[2]!, backward[1]!) : foldText(text);
}

function isoOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Says that a folded name holds more than a surname and no initials: it may then meet the name of another file. */
export function isWholeName(folded: string): boolean {
  const words = folded.split(' ');
  return words.length > 1 && words.every((word) => !/^[а-яa-z]\.?$/.test(word));
}
