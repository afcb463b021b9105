import { OWN_MUNICIPALITY } from '../../records/municipality.ts';
import type { Variable } from '../../records/variables/variable.ts';
import type { Organisation, SystemFacts } from './system-facts.ts';

/** A sum over whoever was asked. */
export interface Total {
  value: number;
  /** Organisations that did not answer. */
  missing: readonly string[];
  sources: readonly string[];
  /** The authority's own number stands for the sum, which is not whole. */
  ownNumber: boolean;
}

/**
 * Organisations that are asked for a variable in a year. Where it is asked only of those that have something (schools
 * with preschool groups), whoever said that they have not is left out; whoever did not say is still asked.
 */
export function askedOf(
  { asked, askedIf }: Variable,
  year: number,
  { organisations, reported }: SystemFacts,
): Organisation[] {
  return organisations.filter(({ code, kind }) => {
    if (!asked.includes(kind)) return false;
    if (kind !== askedIf?.respondent) return true;
    return reported(code, askedIf.yes, year, null)?.value !== 0;
  });
}

/**
 * The municipality's total of a variable: the sum over organisations where all answered; otherwise the number that
 * the authority itself supplied; otherwise the sum of those who answered, with the others named.
 * @returns `undefined` where nobody answered
 */
export function totalOf(
  variable: Variable,
  year: number,
  breakdown: string | null,
  facts: SystemFacts,
): Total | undefined {
  const asked = askedOf(variable, year, facts);
  const answers = asked.map(({ code }) => facts.reported(code, variable.id, year, breakdown));
  const missing = asked.filter((_, index) => answers[index] === undefined).map(({ code }) => code);
  const known = answers.filter((answer) => answer !== undefined);
  const own = facts.reported(OWN_MUNICIPALITY, variable.id, year, breakdown);
  if (own && (missing.length > 0 || asked.length === 0)) {
    return { value: own.value, missing: [], sources: own.sources, ownNumber: asked.length > 0 };
  }
  if (known.length === 0) return undefined;
  return {
    value: known.reduce((sum, { value }) => sum + value, 0),
    missing,
    sources: merged(known.flatMap(({ sources }) => sources)),
    ownNumber: false,
  };
}

/** Each source once, in order. */
export function merged(sources: readonly string[]): string[] {
  return [...new Set(sources)].sort();
}
