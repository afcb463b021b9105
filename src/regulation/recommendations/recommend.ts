import { foundOrMade } from '../../records/found-or-made.ts';
import type { PaperSigns, SchoolObjectivity } from '../objectivity/objectivity.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { Answer } from '../systems/answer.ts';
import type { Addressee, Step, System } from '../systems/system.ts';
import type { SchoolVerdict, YearEvidence } from '../verdict.ts';
import type { Condition, Rule } from './rule.ts';

/** Why a recommendation was drawn. */
export type RecommendationReason =
  | { kind: 'below' | 'above'; parameter: string /** Per cent. */; threshold: number }
  | { kind: 'worse' | 'absent' | 'met' | 'flagged' | 'incomplete' };

/** A recommendation to an addressee of a section, with the value that it rests on. */
export interface Recommendation {
  rule: string;
  system: string;
  addressee: Addressee;
  /** The value that gave rise to it: its counts, the year before, its clause, who is lacking, its imports. */
  answer: Answer;
  because: RecommendationReason;
  /** Years in which the school met the criterion, where the rule is about one. */
  years: readonly YearEvidence[];
  /** Papers of the school that are flagged, where the rule is about them. */
  papers: readonly PaperSigns[];
  /** What to do, with placeholders for the numbers. */
  say: string;
  /** What of the section's menu fits. */
  measure: Pick<Step, 'id' | 'text'>;
}

/** Everything that recommendations of a year are drawn from. */
export interface RecommendationFacts {
  year: number;
  systems: readonly System[];
  answers: readonly Answer[];
  /** Verdicts of 1.2 and signs of 2.1 by school, for the numbers behind a criterion or a flag. */
  verdicts?: readonly SchoolVerdict[];
  objectivity?: readonly SchoolObjectivity[];
}

/**
 * Recommendations by the rules, in their order; where a rule is about organisations, one for each in the order of the
 * answers. A value that is not known gives rise to none: what supplies it is another question.
 * @throws Error where a rule names what the catalogue has not: a defect of the rules
 */
export function recommend(
  rules: readonly Rule[],
  facts: RecommendationFacts,
  parameters: Parameters,
): Recommendation[] {
  const answers = byIndicator(facts.answers);
  return rules.flatMap((rule) => {
    const system = facts.systems.find(({ id }) => rule.id.startsWith(`${id}-`));
    if (!system) return [];
    const addressee = found(system.addressees, rule.addressee);
    const measure = found([...system.measures, ...system.decisions], rule.measure);
    return rule.indicators.flatMap((indicator) =>
      (answers.get(indicator) ?? [])
        .filter(({ unit }) => unit === rule.unit)
        .flatMap((answer): Recommendation[] => {
          const because = reasonOf(rule.when, answer, facts.year, parameters);
          if (!because) return [];
          return [
            {
              ...{ rule: rule.id, system: system.id, addressee, answer, because, say: rule.say },
              measure: { id: measure.id, text: measure.text },
              years: because.kind === 'met' ? yearsOf(facts, answer) : [],
              papers: because.kind === 'flagged' ? papersOf(facts, answer) : [],
            },
          ];
        }),
    );
  });
}

/** Answers of an indicator in their order, without cuts and without those of the monitoring list. */
function byIndicator(answers: readonly Answer[]): ReadonlyMap<string, Answer[]> {
  const found = new Map<string, Answer[]>();
  for (const answer of answers)
    if (answer.breakdown === null && answer.variant === 'indicator')
      foundOrMade(found, answer.id, () => []).push(answer);
  return found;
}

function found<T extends { id: string }>(items: readonly T[], id: string): T {
  const item = items.find((one) => one.id === id);
  if (!item) throw new Error(`unknown in the section: ${id}`);
  return item;
}

/** Why the condition holds for the answer; `undefined` where it does not, or its value is not known. */
function reasonOf(
  when: Condition,
  answer: Answer,
  year: number,
  parameters: Parameters,
): RecommendationReason | undefined {
  if ('is' in when) return holds(when.is, answer) ? { kind: when.is } : undefined;
  const kind = 'below' in when ? 'below' : 'above';
  const parameter = 'below' in when ? when.below : when.above;
  const threshold = parameters.number(parameter, year);
  const side = sideOf(answer, threshold);
  if (side === null || (kind === 'below' ? side >= 0 : side <= 0)) return undefined;
  return { kind, parameter, threshold };
}

/**
 * Less than zero below the threshold, zero at it, more above; null where the value is not known. Counts are compared,
 * not their quotient.
 */
function sideOf({ denominator, numerator, value }: Answer, threshold: number): number | null {
  if (value === null) return null;
  const isShare = numerator !== null && denominator !== null && denominator > 0;
  return isShare && Math.abs(numerator / denominator - value) < 1e-9
    ? 100 * numerator - threshold * denominator
    : value - threshold / 100;
}

function holds(
  is: 'worse' | 'absent' | 'met' | 'flagged' | 'incomplete',
  { change, direction, missing, status, value }: Answer,
): boolean {
  switch (is) {
    case 'worse':
      return change !== null && (direction === 'up' ? change < 0 : direction === 'down' && change > 0);
    case 'absent':
      return value === 0;
    case 'met':
      return value === 1;
    case 'flagged':
      return value !== null && value > 0;
    case 'incomplete':
      return status === 'incomplete' && missing.length > 0;
  }
}

function yearsOf({ verdicts }: RecommendationFacts, { code, id }: Answer): readonly YearEvidence[] {
  const criterion = verdicts?.find(({ school }) => school === code)?.criteria.find((one) => one.id === id);
  return criterion?.years.filter(({ verdict }) => verdict === 'met') ?? [];
}

function papersOf({ objectivity }: RecommendationFacts, { code }: Answer): readonly PaperSigns[] {
  return objectivity?.find(({ school }) => school === code)?.signs.filter(({ flagged }) => flagged) ?? [];
}
