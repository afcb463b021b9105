import type { OutcomeFacts } from '../../../facts/outcome-facts.ts';
import { addValues, type ComputedValues, type Fraction, pooled, sumOf } from './computed-values.ts';

/** Indicators that need all papers of a participant. */
export const PARTICIPANT_LEVEL_IDS = {
  belowMass: 'head.below-bound-any-mass-subject-share',
  averageMass: 'head.not-below-average-mass-share',
  highAll: 'head.high-level-procedure-share',
  highAny: 'head.high-level-any-subject-share',
  highByProcedure: 'gift.high-results-procedure-index',
} as const;

const COUNTS: readonly (readonly [string, (facts: OutcomeFacts) => Fraction])[] = [
  [
    PARTICIPANT_LEVEL_IDS.belowMass,
    ({ belowInMassSubject, inMassSubjects }) => ({ part: belowInMassSubject, whole: inMassSubjects }),
  ],
  [
    PARTICIPANT_LEVEL_IDS.averageMass,
    ({ averageInMassSubjects, inMassSubjects }) => ({ part: averageInMassSubjects, whole: inMassSubjects }),
  ],
  [
    PARTICIPANT_LEVEL_IDS.highAll,
    ({ highInAll, participants }) => ({ part: highInAll, whole: participants }),
  ],
  [
    PARTICIPANT_LEVEL_IDS.highAny,
    ({ highInAny, participants }) => ({ part: highInAny, whole: participants }),
  ],
  [
    PARTICIPANT_LEVEL_IDS.highByProcedure,
    ({ highInAny, participants }) => ({ part: highInAny, whole: participants }),
  ],
];

/**
 * Section 2.2 measures (б), (г) of basic and (б), (в) of high preparation, and the index of high results by procedure
 * of 1.3. A participant without any mass subject leaves the denominator of the measures over mass subjects.
 */
export function participantLevels(facts: readonly OutcomeFacts[]): ComputedValues {
  const values: ComputedValues = new Map();
  for (const [id, count] of COUNTS) {
    const whole = new Map<string, Fraction>();
    const byProcedure = new Map<string, Map<string, Fraction>>();
    for (const one of facts) {
      const fraction = count(one);
      if (fraction.whole === 0) continue;
      whole.set(one.school, sumOf([whole.get(one.school) ?? { part: 0, whole: 0 }, fraction]));
      const key = `procedure:${one.procedure}`;
      const schools = byProcedure.get(key) ?? new Map<string, Fraction>();
      byProcedure.set(key, schools.set(one.school, fraction));
    }
    if (whole.size === 0) continue;
    addValues(values, id, pooled(whole));
    for (const [procedure, schools] of [...byProcedure].sort(([a], [b]) => (a < b ? -1 : 1)))
      addValues(values, id, pooled(schools, procedure));
  }
  return values;
}
