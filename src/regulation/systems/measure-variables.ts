import type { Variable } from '../../records/variables/variable.ts';
import { VARIABLES } from '../../records/variables/variables.ts';
import type { Indicator, Measure, System } from './system.ts';

/** How an indicator is worded: in the section's list, and in the monitoring list where that gives another number. */
export function measuresOf({ measure, monitoring }: Pick<Indicator, 'measure' | 'monitoring'>): Measure[] {
  return [measure, ...(monitoring ? [monitoring.measure] : [])];
}

/** Reported values that a measure asks for, by id; parts before their whole. */
export function variablesOf(measure: Measure): readonly string[] {
  switch (measure.from) {
    case 'values':
      return [...measure.part, ...(measure.whole ?? [])];
    case 'organisations':
      return measure.having;
    case 'scores':
      return [measure.score];
    case 'per-organisation':
      return [measure.part];
    case 'presence':
      return [measure.of];
    case 'computed':
      return measure.variables ?? [];
    case 'reference':
    case 'open':
      return [];
  }
}

/** Reported values that the indicators of these systems ask for, in the order of the catalogue of values. */
export function variablesAsked(systems: readonly System[]): Variable[] {
  const measures = systems.flatMap(({ indicators }) => indicators).flatMap(measuresOf);
  const asked = new Set(measures.flatMap(variablesOf));
  return VARIABLES.filter(({ id }) => asked.has(id));
}
