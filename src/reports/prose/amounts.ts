import { formatDecimal, formatInteger, formatNumber, formatShare, plural } from '../number-format.ts';
import { type Phrase, say } from './phrase.ts';

const NBSP = '\u00a0';

/** The forms of a Russian noun: with 1, with 2, with 5. */
export type NounForms = readonly [one: string, few: string, many: string];

/** A number as it stands in the text. */
export function stated(value: number, shown: string): Phrase {
  return { text: shown, numbers: [{ value, shown }] };
}

/** A count without a noun: «12», «1 234». */
export const amount = (value: number): Phrase => stated(value, formatInteger(value));

/** A count with its noun: «12 школ». */
export function count(value: number, forms: NounForms): Phrase {
  return say`${amount(value)}${NBSP}${plural(value, forms)}`;
}

/** A fraction as per cent: «25,0 %». */
export const share = (fraction: number): Phrase => stated(fraction, formatShare(fraction));

/** Part and whole: «3 из 12». */
export const outOf = (part: number, whole: number): Phrase => say`${measured(part)} из ${measured(whole)}`;

/** A number that is mostly whole: «42», «52,5». */
export const measured = (value: number): Phrase => stated(value, formatNumber(value));

/**
 * A difference of shares: «3,2 процентного пункта», «2 процентных пункта», «5 процентных пунктов».
 * @param difference of fractions, not negative; one digit after the comma is shown where it is not nought
 */
export function percentagePoints(difference: number): Phrase {
  const points = Number((difference * 100).toFixed(1));
  const words = Number.isInteger(points)
    ? plural(points, ['процентный пункт', 'процентных пункта', 'процентных пунктов'])
    : 'процентного пункта';
  const shown = Number.isInteger(points) ? formatInteger(points) : formatDecimal(points, 1);
  return say`${stated(difference, shown)}${NBSP}${words}`;
}
