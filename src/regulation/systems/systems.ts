import { METHODICAL_WORK } from './methodical-work.ts';
import type { Indicator, System } from './system.ts';

/** The systems of the МСОКО, in the order of the Положение. */
export const SYSTEMS: readonly System[] = [METHODICAL_WORK];

/** A system by the number of its section. */
export function systemById(id: string): System | undefined {
  return SYSTEMS.find((system) => system.id === id);
}

/** An indicator by its id. */
export function indicatorById(id: string): Indicator | undefined {
  return SYSTEMS.flatMap(({ indicators }) => indicators).find((indicator) => indicator.id === id);
}
