import type { Answer } from '../../regulation/systems/answer.ts';
import type { Rule, Withheld } from '../../statistics/disclosure/release.ts';
import { NOT_PUBLISHED, withheldWord } from './words.ts';

/** What was decided of the numbers of an answer. */
export type AnswerDecision =
  | { kind: 'open' }
  | { kind: 'closed' }
  | { kind: 'decided'; whole: Withheld | null; part: Withheld | null };

interface Decided {
  rule: Rule;
  decisionOf(answer: Answer, year: number): AnswerDecision;
}

/**
 * An answer as a public report shows it: words stand in place of what is not published, of this year and of the year
 * before; a change is shown where both are. Reasons that name numbers or schools are left out.
 */
export function withheldAnswer(answer: Answer, year: number, { rule, decisionOf }: Decided): Answer {
  const isEmpty = answer.value === null && answer.numerator === null && answer.denominator === null;
  // where there is nothing, nothing is hidden
  const now = isEmpty ? {} : words(decisionOf(answer, year), rule);
  const before = answer.previous ? words(decisionOf(answer, answer.previous.year), rule) : {};
  const isShown = now.value === undefined;
  const previousIsShown = before.value === undefined;
  return {
    ...answer,
    numerator: now.numerator === undefined ? answer.numerator : null,
    denominator: now.denominator === undefined ? answer.denominator : null,
    value: isShown ? answer.value : null,
    previous: previousIsShown ? answer.previous : null,
    change: isShown && previousIsShown ? answer.change : null,
    reason: withoutNumbers(answer.reason),
    sources: [],
    withheld: {
      ...answer.withheld,
      ...now,
      ...(answer.previous && before.value !== undefined ? { previous: before.value } : {}),
    },
  };
}

function words(decision: AnswerDecision, rule: Rule): NonNullable<Answer['withheld']> {
  if (decision.kind === 'open') return {};
  if (decision.kind === 'closed') {
    return { value: NOT_PUBLISHED, numerator: NOT_PUBLISHED, denominator: NOT_PUBLISHED };
  }
  const { whole, part } = decision;
  const why = whole ?? part;
  return {
    ...(why ? { value: withheldWord(why, rule), numerator: withheldWord(why, rule) } : {}),
    ...(whole ? { denominator: withheldWord(whole, rule) } : {}),
  };
}

/** An answer that does not name the organisations without data: how many they are is all that is said. */
export function withoutNames(answer: Answer): Answer {
  const { missing, withheld } = answer;
  return missing.length === 0
    ? answer
    : { ...answer, missing: [], withheld: { ...withheld, unnamed: missing.length } };
}

/** Digits other than of years tell of counts or of schools. */
function withoutNumbers(reason: string | null): string | null {
  return reason !== null && /\d/.test(reason.replace(/\b20\d\d\b/g, '')) ? null : reason;
}
