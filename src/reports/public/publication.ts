import { CRITERIA } from '../../regulation/criteria/criteria.ts';
import type { Parameters } from '../../regulation/parameters/parameters.ts';
import type { Answer } from '../../regulation/systems/answer.ts';
import type { SystemFacts } from '../../regulation/systems/system-facts.ts';
import type { RiskSchools, SchoolVerdict } from '../../regulation/verdict.ts';
import { type Decision, type Rule, WHOLE, type Withheld } from '../../statistics/disclosure/release.ts';
import type { Sum } from '../../statistics/disclosure/sum.ts';
import { suppress } from '../../statistics/disclosure/suppress.ts';
import { withheldAnswer, withoutNames } from './answers.ts';
import { schoolRelease, type YearReleases, yearReleases } from './releases.ts';
import { reportedSums } from './reported.ts';
import { type SittingSums, sittingsOf } from './sittings.ts';
import { verdictsAreMixed } from './verdicts.ts';
import { withheldWord } from './words.ts';

/** A number as it is published: itself, or words in its place. */
export type Shown = number | string;

/** What a year says, for a public report. */
export interface PublicYear {
  year: number;
  answers: readonly Answer[];
  risk: RiskSchools;
}

/** What may be published of the years up to a report's own: one pattern for all tables, charts and sentences. */
export interface Publication {
  rule: Rule;
  /** An answer with words in place of what is not published. */
  answer(answer: Answer, year: number): Answer;
  /** Numbers of results: `''` for the number of participants, or a level. */
  result(release: string, name: string): Shown | null;
  sittings: readonly SittingSums[];
  /** Whether totals of a category of 1.2 over schools give nothing away of schools with hidden numbers. */
  categoryIsPublic(
    year: number,
    isSuch: (school: SchoolVerdict) => boolean,
    restsOnResults: boolean,
  ): boolean;
  /** How many numbers are hidden, by why. */
  hidden: Readonly<Record<Withheld, number>>;
}

/**
 * Decides for all years, the earliest first, what a public report shows.
 * @param years rising, with all that is known of each; the last is the report's own
 */
export function publicationOf(
  years: readonly PublicYear[],
  facts: Pick<SystemFacts, 'organisations' | 'reported'>,
  parameters: Parameters,
): Publication {
  const rule = ruleOf(parameters);
  const reported = reportedSums(facts);
  const byYear = new Map<number, YearReleases>();
  const sittings: SittingSums[] = [];
  for (const { year, answers } of years) {
    const own = sittingsOf(answers, year);
    sittings.push(...own);
    byYear.set(year, yearReleases({ year, answers, sittings: own, reported, parameters }));
  }
  const releases = [...byYear.values()].flatMap((one) => one.releases);
  const byId = new Map(releases.map((release) => [release.id, release]));
  const relations = [...byYear.values()].flatMap((one) => one.relations);
  const decisions = suppress(releases, rule, { relations });
  const shownOf = (sum: Sum | undefined, why: Withheld | null | undefined): Shown | null =>
    sum === undefined ? null : why ? withheldWord(why, rule) : sum.value;
  const risks = new Map(years.map(({ year, risk }) => [year, risk]));
  const hiddenSchools = (upTo: number) =>
    new Set(
      sittings
        .filter(
          ({ school, paper, year }) =>
            year <= upTo && isHidden(decisions.get(schoolRelease(year, paper, school))),
        )
        .map(({ school }) => school),
    );
  const categoryIsPublic: Publication['categoryIsPublic'] = (year, isSuch, restsOnResults) => {
    const risk = risks.get(year);
    if (!risk) return false;
    const all = new Set(risk.schools.map(({ school }) => school));
    return verdictsAreMixed(risk.schools, restsOnResults ? hiddenSchools(year) : all, isSuch);
  };
  return {
    rule,
    sittings,
    categoryIsPublic,
    hidden: counted(decisions),
    result(id, name) {
      const release = byId.get(id);
      const decision = decisions.get(id);
      if (!release || !decision) return null;
      return name === WHOLE
        ? shownOf(release.whole, decision.whole)
        : shownOf(release.parts[name], decision.parts[name]);
    },
    answer(answer, year) {
      // a verdict that is not known is a verdict too: with the count of the others it would name them
      const isVerdict = byYear.get(year)?.publishing(answer).kind === 'verdicts';
      return withheldAnswer(isVerdict ? withoutNames(answer) : answer, year, {
        rule,
        decisionOf(one, of) {
          const publishing = byYear.get(of)?.publishing(one) ?? { kind: 'closed' };
          if (publishing.kind === 'verdicts') {
            // other shares of 1.2 count pupils, teachers and lessons in ways that are not followed here
            if (one.id !== ANY_CATEGORY && !isCriterion(one.id)) return { kind: 'closed' };
            const isPublic = categoryIsPublic(of, (school) => isMet(school, one.id), restsOnResults(one.id));
            return isPublic ? { kind: 'open' } : { kind: 'closed' };
          }
          if (publishing.kind !== 'release') return publishing;
          const { whole, parts } = decisions.get(publishing.id)!;
          return { kind: 'decided', whole, part: parts[publishing.part] ?? null };
        },
      });
    },
  };
}

/** The rule of small numbers in force. */
export function ruleOf(parameters: Parameters): Rule {
  return {
    leastGroup: parameters.number('publication.least-group'),
    leastCount: parameters.number('publication.least-count'),
    leastInterval: parameters.number('publication.least-interval'),
  };
}

const ANY_CATEGORY = 'low.low-result-or-adverse-or-risk-school-share';

function isCriterion(indicator: string): boolean {
  return CRITERIA.some(({ id, category }) => id === indicator && category !== 'information');
}

/** Values of the social passport and the like are published of no school. */
function restsOnResults(indicator: string): boolean {
  const criterion = CRITERIA.find(({ id }) => id === indicator);
  return indicator === ANY_CATEGORY || (criterion !== undefined && criterion.papers.length > 0);
}

/** Whether a school is one of those that an indicator of 1.2 counts. */
function isMet(school: SchoolVerdict, indicator: string): boolean {
  if (indicator === ANY_CATEGORY)
    return [school.lowResults, school.adverseConditions, school.riskZone].includes('yes');
  return school.criteria.some(({ id, verdict }) => id === indicator && verdict === 'met');
}

function isHidden(decision: Decision | undefined): boolean {
  return !decision || [decision.whole, ...Object.values(decision.parts)].some((why) => why !== null);
}

function counted(decisions: ReadonlyMap<string, Decision>): Record<Withheld, number> {
  const counts: Record<Withheld, number> = { 'small-group': 0, 'small-count': 0, secondary: 0 };
  for (const { whole, parts } of decisions.values())
    for (const why of [whole, ...Object.values(parts)]) if (why) counts[why]++;
  return counts;
}
