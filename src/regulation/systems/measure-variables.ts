import type { Variable } from '../../records/variables/variable.ts';
import { VARIABLES } from '../../records/variables/variables.ts';
import type { Measure, System } from './system.ts';

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
  const measures = systems
    .flatMap(({ indicators }) => indicators)
    .flatMap(({ measure, monitoring }) => [measure, ...(monitoring ? [monitoring.measure] : [])]);
  const asked = new Set(measures.flatMap(variablesOf));
  return VARIABLES.filter(({ id }) => asked.has(id));
}
