import { findVariable } from '../../records/variables/variables.ts';
import { academicYear } from '../../records/year.ts';
import { clopperPearson } from '../../statistics/binomial-interval.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { YearEvidence } from '../verdict.ts';
import { shareCertainty } from './certainty.ts';
import type { Question } from './criterion.ts';
import { compareShare } from './share-comparison.ts';
import { unknownYear } from './window.ts';

/** Which side of the threshold meets a criterion, and strictly so: «менее 5 %», «более 30 %». */
export type Direction = 'less-than' | 'more-than';

/** A share of two values of a school in a year. */
export interface ShareTest {
  part: string;
  whole: string;
  direction: Direction;
  /** Per cent. */
  threshold: number;
  /** The parts are counts of pupils, so that chance plays a role; points of a rating are not. */
  counted: boolean;
}

/** Russian titles of school-year values, as in the plain table. */
export function valueTitles(ids: readonly string[]): string {
  return ids.map((id) => `«${findVariable(id)?.title ?? id}»`).join(', ');
}

/** Why two values make no share, in Russian: a part greater than its whole; `undefined` where they make one. */
export function contradictionOf(
  ids: Readonly<Pick<ShareTest, 'part' | 'whole'>>,
  part: number,
  whole: number,
): string | undefined {
  if (part >= 0 && part <= whole) return undefined;
  return `значения противоречат друг другу: ${valueTitles([ids.part])} — ${part} при ${valueTitles([ids.whole])} — ${whole}`;
}

/** What a sum leaves out, in words: «Не учтено: ш1: значения противоречат друг другу: …». */
export function notCounted(contradictions: readonly string[]): string {
  return `Не учтено: ${contradictions.join('; ')}.`;
}

/** «процентная доля … (пороговое значение — более N %)» in one year, compared in whole numbers. */
export function judgeShareYear(
  year: number,
  test: ShareTest,
  { evidence, parameters }: Question,
): YearEvidence {
  const part = evidence.value(test.part, year);
  const whole = evidence.value(test.whole, year);
  const missing = [...(part === undefined ? [test.part] : []), ...(whole === undefined ? [test.whole] : [])];
  if (part === undefined || whole === undefined) {
    return whole === 0
      ? unknownYear(year, 'not-applicable', 'обучающихся нет')
      : unknownYear(year, 'no-data', `нет значений за ${academicYear(year)}: ${valueTitles(missing)}`);
  }
  if (whole === 0)
    return {
      ...unknownYear(year, 'not-applicable', 'обучающихся нет'),
      participants: 0,
      low: part,
      basis: 'school-years',
    };
  const contradiction = contradictionOf(test, part, whole);
  if (contradiction) return unknownYear(year, 'no-data', contradiction);
  const side = compareShare(part, whole, test.threshold);
  const met = test.direction === 'more-than' ? side > 0 : side < 0;
  return {
    year,
    verdict: met ? 'met' : 'not-met',
    branches: met ? ['low-share'] : [],
    participants: whole,
    low: part,
    top: null,
    share: part / whole,
    ...sureness(part, whole, test, met, parameters),
    reason: null,
    basis: 'school-years',
  };
}

function sureness(
  part: number,
  whole: number,
  test: ShareTest,
  met: boolean,
  parameters: Parameters,
): Pick<YearEvidence, 'interval' | 'certainty'> {
  if (!test.counted || !Number.isInteger(part) || !Number.isInteger(whole))
    return { interval: null, certainty: null };
  const above = (test.direction === 'more-than') === met;
  return {
    interval: clopperPearson(part, whole, parameters.number('low.certain-level')),
    certainty: shareCertainty(part, whole, test.threshold, above ? 'above' : 'below', parameters),
  };
}

/** «пороговое значение — положительное значение» in one year. */
export function judgeCountYear(
  year: number,
  variable: string,
  { evidence, parameters }: Question,
): YearEvidence {
  const value = evidence.value(variable, year);
  if (value === undefined)
    return unknownYear(year, 'no-data', `нет значений за ${academicYear(year)}: ${valueTitles([variable])}`);
  const met = value > parameters.number('low.positive-count');
  return {
    ...unknownYear(year, 'no-data', ''),
    verdict: met ? 'met' : 'not-met',
    low: value,
    reason: null,
    basis: 'school-years',
  };
}
