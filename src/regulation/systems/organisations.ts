import type { Respondent, Variable } from '../../records/variables/variable.ts';
import { counted, fraction, noData, notApplicable, type RawPlace, type RawValue } from './raw-value.ts';
import { lackText } from './shares.ts';
import type { SystemFacts } from './system-facts.ts';
import { askedOf, merged, totalOf } from './totals.ts';

/**
 * Organisations that answered «да» to every question ÷ organisations whose answers decide it: one «нет» decides,
 * «да» only when all are given.
 */
export function organisationValues(
  having: readonly Variable[],
  of: readonly Respondent[],
  year: number,
  breakdown: string | null,
  facts: SystemFacts,
): RawValue[] {
  return shareOfOrganisations(having, of, year, breakdown, facts, (own) => {
    const answers = having.map((question) => facts.reported(own.code, question.id, year, breakdown));
    const known = answers.filter((answer) => answer !== undefined);
    const no = known.find(({ value }) => value === 0);
    if (no) return counted(own, 0, { sources: no.sources });
    if (known.length < having.length) {
      return noData(own, [own.code], lackText(having.filter((_, index) => !answers[index])));
    }
    return counted(own, 1, { sources: merged(known.flatMap(({ sources }) => sources)) });
  });
}

/** Organisations whose score lies on one side of a border (`at-least` holds the border itself) ÷ those with a score. */
export function scoreValues(
  score: Variable,
  { side, border, of }: { side: 'below' | 'at-least'; border: number; of: readonly Respondent[] },
  year: number,
  facts: SystemFacts,
): RawValue[] {
  const lack = lackText([score]);
  return shareOfOrganisations([score], of, year, null, facts, (own) => {
    const answer = facts.reported(own.code, score.id, year, null);
    if (!answer) return noData(own, [own.code], lack);
    const within = side === 'below' ? answer.value < border : answer.value >= border;
    return counted(own, within ? 1 : 0, { sources: answer.sources });
  });
}

/** The municipality's share, then each organisation with 1 or 0. */
function shareOfOrganisations(
  questions: readonly Variable[],
  of: readonly Respondent[],
  year: number,
  breakdown: string | null,
  facts: SystemFacts,
  answerOf: (own: RawPlace) => RawValue,
): RawValue[] {
  const place: RawPlace = { unit: 'municipality', code: facts.municipality, breakdown };
  const asked = askedOf(questions[0]!, year, facts).filter(({ kind }) => of.includes(kind));
  if (asked.length === 0) return [notApplicable(place, 'В реестре нет организаций, которых это касается.')];
  const rows = asked.map(({ code }) => answerOf({ unit: 'school', code, breakdown }));
  const known = rows.filter(({ value }) => value !== null);
  const missing = rows.filter(({ value }) => value === null).map(({ code }) => code);
  if (known.length === 0) return [noData(place, missing, lackText(questions)), ...rows];
  const yes = known.filter(({ value }) => value === 1).length;
  const sources = merged(known.flatMap((row) => row.sources));
  return [fraction(place, yes, known.length, { missing, sources }), ...rows];
}

/** The total of a variable ÷ the organisations of these kinds in the roster. */
export function perOrganisation(
  part: Variable,
  of: readonly Respondent[],
  year: number,
  facts: SystemFacts,
): RawValue[] {
  const place: RawPlace = { unit: 'municipality', code: facts.municipality, breakdown: null };
  const organisations = facts.organisations.filter(({ kind }) => of.includes(kind));
  if (organisations.length === 0)
    return [notApplicable(place, 'В реестре нет организаций, которых это касается.')];
  const total = totalOf(part, year, null, facts);
  if (!total) {
    const asked = askedOf(part, year, facts).map(({ code }) => code);
    return [noData(place, asked, lackText([part]))];
  }
  return [fraction(place, total.value, organisations.length, total)];
}
