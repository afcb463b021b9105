import { measured, percentagePoints } from './amounts.ts';
import { type Phrase, say } from './phrase.ts';

/** Grammatical gender of a noun in the singular. */
export type Gender = 'feminine' | 'masculine' | 'neuter';

/** How a value is measured: a fraction shown as per cent, or a count. */
export type Measure = 'share' | 'count';

const VERBS: Record<'rose' | 'fell' | 'stayed', Record<Gender, string>> = {
  rose: { feminine: 'выросла', masculine: 'вырос', neuter: 'выросло' },
  fell: { feminine: 'снизилась', masculine: 'снизился', neuter: 'снизилось' },
  stayed: { feminine: 'не изменилась', masculine: 'не изменился', neuter: 'не изменилось' },
};

/** The smallest change that is visible in the digits shown. */
const VISIBLE: Record<Measure, number> = { share: 0.0005, count: 0.005 };

/** Which way a value went; `barely` where less than the digits show. */
export type Way = 'rose' | 'fell' | 'stayed' | 'barely';

/** Which way a value went; the last digits of binary fractions are no change. */
export function wayOf(before: number, now: number, measure: Measure): Way {
  const change = Number((now - before).toPrecision(10));
  if (Math.abs(change) < 1e-12) return 'stayed';
  if (Math.abs(change) < VISIBLE[measure]) return 'barely';
  return change > 0 ? 'rose' : 'fell';
}

/** How a value changed: «выросла на 3,2 процентного пункта», «снизилось на 4», «не изменился», «почти не изменилась». */
export function changed(before: number, now: number, measure: Measure, gender: Gender): Phrase {
  const way = wayOf(before, now, measure);
  if (way === 'stayed') return say`${VERBS.stayed[gender]}`;
  if (way === 'barely') return say`почти ${VERBS.stayed[gender]}`;
  return say`${VERBS[way][gender]} на ${gap(Number(Math.abs(now - before).toPrecision(10)), measure)}`;
}

function gap(difference: number, measure: Measure): Phrase {
  return measure === 'share' ? percentagePoints(difference) : measured(difference);
}

/** The noun that a title begins with, as the subject of a sentence: «Доля школ …» → «доля», feminine. */
export function subjectOf(title: string): { noun: string; gender: Gender } {
  const first = /^\p{L}+/u.exec(title)?.[0].toLocaleLowerCase('ru') ?? '';
  const gender = SUBJECTS[first];
  return gender ? { noun: first, gender } : { noun: 'показатель', gender: 'masculine' };
}

/** Nouns with which titles of indicators begin. */
const SUBJECTS: Record<string, Gender> = {
  доля: 'feminine',
  численность: 'feminine',
  индекс: 'masculine',
  коэффициент: 'masculine',
  охват: 'masculine',
  уровень: 'masculine',
  количество: 'neuter',
  число: 'neuter',
};
