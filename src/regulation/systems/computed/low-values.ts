import type { CriterionVerdict, RiskSchools } from '../../verdict.ts';
import type { IndicatorValue } from '../indicator.ts';
import type { ComputedValue } from '../system-facts.ts';
import type { ComputedValues } from './computed-values.ts';

/**
 * The rows of section 1.2: the share of schools that meet each criterion, with each school's answer (1 met, 0 not),
 * and the values of the section's indicators, which stand for a criterion without a threshold.
 */
export function lowValues(risk: RiskSchools, indicators: readonly IndicatorValue[]): ComputedValues {
  const values: ComputedValues = new Map();
  const ids = risk.schools[0]?.criteria.map(({ id }) => id) ?? [];
  for (const id of ids) {
    const verdicts = risk.schools.map(({ school, criteria }) => ({
      school,
      verdict: criteria.find((one) => one.id === id)!,
    }));
    const rows = verdicts.map(({ school, verdict }) => schoolRow(school, verdict));
    const asked = rows.filter(({ status }) => status !== 'not-applicable');
    const judged = asked.filter(({ value }) => value !== null);
    const missing = asked.filter(({ value }) => value === null).map(({ code }) => code!);
    values.set(id, [
      {
        unit: 'municipality',
        ...(judged.length > 0
          ? {
              numerator: judged.reduce((sum, { value }) => sum + (value ?? 0), 0),
              denominator: judged.length,
            }
          : { numerator: null, denominator: null, value: null }),
        missing,
        ...(judged.length === 0 && missing.length === 0 ? { status: 'not-applicable' as const } : {}),
      },
      ...rows,
    ]);
  }
  for (const { id, numerator, denominator, value, status, missing, reason } of indicators) {
    const rows = (values.get(id) ?? []).filter(({ unit }) => unit === 'school');
    values.set(id, [
      { unit: 'municipality', numerator, denominator, value, status, missing, ...(reason ? { reason } : {}) },
      ...rows,
    ]);
  }
  return values;
}

function schoolRow(code: string, { verdict, years, reason }: CriterionVerdict): ComputedValue {
  const row = { unit: 'school', code, ...(reason ? { reason } : {}) } as const;
  const last = years.at(-1);
  switch (verdict) {
    case 'met':
    case 'not-met':
      return { numerator: null, denominator: null, value: verdict === 'met' ? 1 : 0, ...row };
    case 'not-applicable':
      return { numerator: null, denominator: null, value: null, status: 'not-applicable', ...row };
    case 'insufficient-data':
      return { numerator: null, denominator: null, value: null, status: 'no-data', missing: [code], ...row };
    case 'information':
      return last && last.share !== null
        ? { numerator: last.low, denominator: last.participants, value: last.share, ...row }
        : {
            numerator: null,
            denominator: null,
            value: null,
            status: last?.verdict === 'not-applicable' ? 'not-applicable' : 'no-data',
            ...(last?.verdict === 'not-applicable' ? {} : { missing: [code] }),
            ...row,
          };
  }
}
