import type { ComputedValue } from '../system-facts.ts';
import { type ComputedValues, pooled } from './computed-values.ts';
import { OBJECTIVITY_IDS } from './objectivity-values.ts';
import { PAPER_LEVEL_IDS } from './paper-levels.ts';
import { PARTICIPANT_LEVEL_IDS } from './participant-levels.ts';

/** Coverage indicators of section 2.2, and the measures that must be known of an organisation to count it. */
const COVERAGE: readonly (readonly [string, readonly string[]])[] = [
  [
    'head.heads-basic-preparation-determined-share',
    [
      PAPER_LEVEL_IDS.below,
      PARTICIPANT_LEVEL_IDS.belowMass,
      PAPER_LEVEL_IDS.average,
      PARTICIPANT_LEVEL_IDS.averageMass,
      PAPER_LEVEL_IDS.basic,
    ],
  ],
  [
    'head.heads-high-preparation-determined-share',
    [PAPER_LEVEL_IDS.high, PARTICIPANT_LEVEL_IDS.highAll, PARTICIPANT_LEVEL_IDS.highAny],
  ],
];

/**
 * Heads (one an organisation) of whose school every measure of the bullet is known ÷ heads of all schools. Objectivity
 * counts as determined where the school took papers and, if it has medal candidates, their index is known.
 * @param schools codes of general education schools
 */
export function headCoverage(schools: readonly string[], computed: ComputedValues): ComputedValues {
  const known = (id: string, code: string) =>
    (computed.get(id) ?? []).some(
      (value) =>
        value.code === code &&
        value.breakdown === undefined &&
        (value.value !== undefined ? value.value !== null : value.denominator !== null),
    );
  const objectivityKnown = (code: string) => {
    const medalists = (computed.get(OBJECTIVITY_IDS.medalists) ?? []).find((value) => value.code === code);
    return known(OBJECTIVITY_IDS.external, code) && (!medalists || medalists.value !== null);
  };
  const values: ComputedValues = new Map();
  const add = (id: string, determined: (code: string) => boolean) => {
    const bySchool = new Map(schools.map((code) => [code, { part: determined(code) ? 1 : 0, whole: 1 }]));
    if (schools.length > 0) values.set(id, pooled(bySchool).map(asPresence));
  };
  for (const [id, measures] of COVERAGE) add(id, (code) => measures.every((measure) => known(measure, code)));
  add('head.heads-objectivity-determined-share', objectivityKnown);
  return values;
}

/** Of one organisation it is yes or no. */
function asPresence(value: ComputedValue): ComputedValue {
  return value.unit === 'school' ? { ...value, denominator: null, value: value.numerator } : value;
}
