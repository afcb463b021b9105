import { CAREER_GUIDANCE } from './career-guidance.ts';
import { HEADS } from './heads.ts';
import { LOW_RESULTS_SCHOOLS } from './low-results-schools.ts';
import { METHODICAL_WORK } from './methodical-work.ts';
import { OBJECTIVITY_OF_OLYMPIADS } from './objectivity-olympiads.ts';
import { OBJECTIVITY_OF_PROCEDURES } from './objectivity-procedures.ts';
import { PRESCHOOL } from './preschool.ts';
import { QUALITY } from './quality.ts';
import type { Indicator, System } from './system.ts';
import { TALENTS } from './talents.ts';
import { TEACHER_TRAINING } from './teacher-training.ts';
import { UPBRINGING } from './upbringing.ts';

/** The systems of the МСОКО, in the order of the Положение; last the one that stands in no section of it. */
export const SYSTEMS: readonly System[] = [
  OBJECTIVITY_OF_PROCEDURES,
  LOW_RESULTS_SCHOOLS,
  TALENTS,
  CAREER_GUIDANCE,
  OBJECTIVITY_OF_OLYMPIADS,
  HEADS,
  TEACHER_TRAINING,
  METHODICAL_WORK,
  UPBRINGING,
  PRESCHOOL,
  QUALITY,
];

/** A system by the number of its section. */
export function systemById(id: string): System | undefined {
  return SYSTEMS.find((system) => system.id === id);
}

/** An indicator by its id. */
export function indicatorById(id: string): Indicator | undefined {
  return SYSTEMS.flatMap(({ indicators }) => indicators).find((indicator) => indicator.id === id);
}
