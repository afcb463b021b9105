import type { SchoolVerdict } from '../../src/regulation/verdict.ts';
import type { SecondSchool } from './second-reading.ts';

const numbers = (low?: number | null, of?: number | null, top?: number | null): string =>
  [low, of, top].map((one) => one ?? '').join('/');

/** What the program says of a school, line by line: verdict of each criterion, then verdict and numbers of its years. */
export function said({ criteria, lowResults, adverseConditions, riskZone }: SchoolVerdict): string[] {
  return [
    `${lowResults}, ${adverseConditions}, ${riskZone}`,
    ...criteria.flatMap(({ verdict, years }, index) => [
      `${index + 1} ${verdict}`,
      ...years.map(({ year, verdict: word, low, participants, top, share }) => {
        if (verdict === 'information') return `  ${year} ${share === null ? '' : numbers(low, participants)}`;
        return `  ${year} ${word} ${word === 'met' || word === 'not-met' ? numbers(low, participants, top) : ''}`;
      }),
    ]),
  ];
}

/** The same of the second reading. */
export function saidAgain({ criteria, lowResults, adverseConditions, riskZone }: SecondSchool): string[] {
  return [
    `${lowResults}, ${adverseConditions}, ${riskZone}`,
    ...criteria.flatMap(({ number, verdict, years }) => [
      `${number} ${verdict}`,
      ...years.map(({ year, verdict: word, low, of, top }) => {
        const known = word === 'met' || word === 'not-met';
        if (verdict === 'information') return `  ${year} ${known ? numbers(low, of) : ''}`;
        return `  ${year} ${word} ${known ? numbers(low, of, top) : ''}`;
      }),
    ]),
  ];
}
