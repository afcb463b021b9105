import { METHODICAL_WORK } from './methodical-work.ts';
import { PRESCHOOL } from './preschool.ts';
import type { Indicator, System } from './system.ts';
import { TEACHER_TRAINING } from './teacher-training.ts';
import { UPBRINGING } from './upbringing.ts';

/** The systems of the МСОКО, in the order of the Положение. */
export const SYSTEMS: readonly System[] = [TEACHER_TRAINING, METHODICAL_WORK, UPBRINGING, PRESCHOOL];

/** A system by the number of its section. */
export function systemById(id: string): System | undefined {
  return SYSTEMS.find((system) => system.id === id);
}

/** An indicator by its id. */
export function indicatorById(id: string): Indicator | undefined {
  return SYSTEMS.flatMap(({ indicators }) => indicators).find((indicator) => indicator.id === id);
}
