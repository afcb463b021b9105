import type { Measure } from './system.ts';

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
