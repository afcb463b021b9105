import { foldText } from '../../records/fold.ts';

/** What a name or a title says that a total is made of: «сумма строк 02, 04, 06», «сумма граф 4–17». */
export interface SumReference {
  of: 'rows' | 'columns';
  numbers: readonly number[];
}

/** The sum that a text promises; `undefined` where it promises none. */
export function sumReference(text: string): SumReference | undefined {
  const found = /сумм[аеы] (стр|гр)[а-я]*\.? ?([\d ,;и–—-]+)/.exec(foldText(text));
  if (!found) return undefined;
  const numbers = found[2]!
    .split(/[,;и]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      const range = /^(\d{1,5}) ?[–—-] ?(\d{1,5})$/.exec(part);
      const [from, to] = range ? [Number(range[1]), Number(range[2])] : [Number(part), Number(part)];
      return from <= to && to - from < 200
        ? Array.from({ length: to - from + 1 }, (_, step) => from + step)
        : [];
    });
  return numbers.length > 1 ? { of: found[1] === 'стр' ? 'rows' : 'columns', numbers } : undefined;
}

/**
 * Says that a total is not the sum of its parts. Blank parts count as zero, as a form leaves zeros out; without any
 * part there is nothing to compare. Parts with fractions (thousands of roubles, square metres) may be rounded.
 */
export function sumDiffers(total: number, parts: readonly (number | undefined)[]): boolean {
  const known = parts.filter((part) => part !== undefined);
  if (known.length === 0) return false;
  const rounded = [total, ...known].every(Number.isInteger) ? 0 : 0.05 * (known.length + 1);
  return Math.abs(known.reduce((sum, part) => sum + part, 0) - total) > rounded + 1e-9;
}
