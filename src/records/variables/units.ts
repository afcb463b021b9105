import type { VariableUnit } from './variable.ts';

/** How a unit is named beside a number; empty where the question itself says it. */
export const UNIT_WORDS: Readonly<Record<VariableUnit, string>> = {
  pupils: 'чел.',
  children: 'чел.',
  parents: 'чел.',
  teachers: 'чел.',
  people: 'чел.',
  graduates: 'чел.',
  count: 'ед.',
  posts: 'ставок',
  organisations: 'орг.',
  subjects: 'предм.',
  lessons: 'уроков',
  points: 'баллов',
  'yes-no': 'да/нет',
};

/** Says that values in this unit are whole numbers: all but posts (ставки) and points are. */
export function isWholeUnit(unit: VariableUnit): boolean {
  return unit !== 'posts' && unit !== 'points';
}
