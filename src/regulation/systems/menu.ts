import type { Step } from './system.ts';
import { SYSTEMS } from './systems.ts';

/** Measures and management decisions of all sections, in the order of the Положение; ids begin with the section. */
export const MENU: readonly Pick<Step, 'id' | 'text'>[] = SYSTEMS.flatMap(({ measures, decisions }) =>
  [...measures, ...decisions].map(({ id, text }) => ({ id, text })),
);
