import type { CriterionVerdict, Verdict, YearEvidence } from '../verdict.ts';
import { weakestNeeded } from './certainty.ts';

/** How the years of a window make a verdict. */
export interface WindowRule {
  /** In how many years the test must be met. */
  required: number;
  /** How many years must have data before «not met» can be said. */
  minimumKnown: number;
}

/**
 * Joins the years of a window. A year without data is neither met nor not met; with too few known years the
 * answer is «insufficient data»; a year to which the criterion does not apply is left out.
 */
export function overWindow(id: string, years: readonly YearEvidence[], rule: WindowRule): CriterionVerdict {
  const met = years.filter(({ verdict }) => verdict === 'met');
  const notMet = years.filter(({ verdict }) => verdict === 'not-met');
  const missing = years.filter(({ verdict }) => verdict === 'no-data');
  const verdict = verdictOf(met.length, notMet.length, missing.length, rule);
  const supporting = verdict === 'met' ? met : verdict === 'not-met' ? notMet : [];
  const needed = verdict === 'met' ? rule.required : met.length + notMet.length - rule.required + 1;
  return {
    id,
    verdict,
    window: years.map(({ year }) => year),
    required: rule.required,
    years,
    certainty: weakestNeeded(
      supporting.flatMap(({ certainty }) => (certainty ? [certainty] : [])),
      needed,
    ),
    reason: reasonOf(verdict, years),
  };
}

function verdictOf(
  met: number,
  notMet: number,
  missing: number,
  { required, minimumKnown }: WindowRule,
): Verdict {
  if (met >= required) return 'met';
  if (met + notMet >= minimumKnown) return 'not-met';
  return met + notMet + missing === 0 ? 'not-applicable' : 'insufficient-data';
}

function reasonOf(verdict: Verdict, years: readonly YearEvidence[]): string | null {
  if (verdict !== 'insufficient-data' && verdict !== 'not-applicable') return null;
  const reasons = years.filter(({ reason }) => reason).map(({ year, reason }) => `${year}: ${reason}`);
  return reasons.length > 0 ? reasons.join('; ') : null;
}

/** A year about which nothing can be said. */
export function unknownYear(
  year: number,
  verdict: 'no-data' | 'not-applicable',
  reason: string,
): YearEvidence {
  return {
    year,
    verdict,
    branches: [],
    participants: null,
    low: null,
    top: null,
    share: null,
    interval: null,
    certainty: null,
    reason,
    basis: null,
  };
}
