import type { Objectivity, SchoolMedalists } from '../../objectivity/objectivity.ts';
import type { IndicatorValue } from '../indicator.ts';
import { addValues, type ComputedValues } from './computed-values.ts';

/** The indices of 2.1 as their own section has them, and the share of listed schools of 1.1. */
export const OBJECTIVITY_IDS = {
  list: 'obj.oo-on-bias-list-share',
  external: 'objm.external-bias-index',
  medalists: 'objm.medalist-nonconfirmation-index',
  procedures: 'objm.procedure-bias-index',
  olympiads: 'objm.olympiad-bias-index',
} as const;

/**
 * The four indices for the municipality (as sections 1.1 and 2.1 pool them), for each school, each procedure and each
 * olympiad. A school's external index is a count of papers; the municipality's is the share of schools with any.
 */
export function objectivityValues(
  { schools, procedures, olympiads }: Objectivity,
  schoolMedalists: readonly SchoolMedalists[],
  indicators: readonly IndicatorValue[],
): ComputedValues {
  const values: ComputedValues = new Map();
  for (const { id, numerator, denominator, value, status, missing } of indicators)
    addValues(values, id, [{ unit: 'municipality', numerator, denominator, value, status, missing }]);
  for (const { school, externalIndex, papers } of schools) {
    addValues(values, OBJECTIVITY_IDS.external, [
      papers > 0
        ? {
            unit: 'school',
            code: school,
            numerator: externalIndex,
            denominator: papers,
            value: externalIndex,
          }
        : {
            ...{ unit: 'school', code: school, numerator: null, denominator: null, value: null },
            ...{ status: 'no-data', missing: [school], reason: 'Результатов процедур за год нет.' },
          },
    ]);
  }
  for (const { school, unconfirmed, withEge, index } of schoolMedalists)
    addValues(values, OBJECTIVITY_IDS.medalists, [
      { unit: 'school', code: school, numerator: unconfirmed, denominator: withEge, value: index },
    ]);
  for (const { procedure, paper, inRiskZone, participants, index } of procedures)
    addValues(values, OBJECTIVITY_IDS.procedures, [
      {
        unit: 'municipality',
        breakdown: paper === null ? `procedure:${procedure}` : `paper:${paper}`,
        numerator: inRiskZone,
        denominator: participants,
        value: index,
      },
    ]);
  for (const { olympiad, stage, subject, unconfirmed, withEge, index } of olympiads)
    addValues(values, OBJECTIVITY_IDS.olympiads, [
      {
        unit: 'municipality',
        breakdown: `olympiad:${olympiad}-${stage}-${subject}`,
        numerator: unconfirmed,
        denominator: withEge,
        value: index,
      },
    ]);
  return values;
}
