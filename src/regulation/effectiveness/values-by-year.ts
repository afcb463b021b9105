import type { Answer } from '../systems/answer.ts';

/** Code of the municipality as a whole. */
export const WHOLE = 'municipality';

/**
 * Value of an indicator for the municipality (`WHOLE`) or an organisation in a year: a fraction for shares, a count
 * otherwise, 1 or 0 for presence; `undefined` where it is not known.
 */
export type ValuesByYear = (indicator: string, code: string, year: number) => number | undefined;

/** Values out of the answers of each year, as the indicator list words them, without cuts. */
export function valuesByYear(answers: ReadonlyMap<number, readonly Answer[]>): ValuesByYear {
  const values = new Map<string, number>();
  for (const [year, list] of answers) {
    for (const { breakdown, code, id, unit, value, variant } of list) {
      if (value === null || breakdown !== null || variant !== 'indicator') continue;
      values.set(`${id}|${unit === 'municipality' ? WHOLE : code}|${year}`, value);
    }
  }
  return (indicator, code, year) => values.get(`${indicator}|${code}|${year}`);
}
