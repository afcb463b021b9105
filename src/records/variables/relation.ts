import { type Question, questionKey } from './question.ts';

/** What must hold between the answers of one respondent in one year. Yes is 1, no is 0. */
export type Relation =
  /** A part is not above its whole. */
  | { kind: 'part'; part: Question; whole: Question }
  /** A cut is not above the total of its variable. */
  | { kind: 'cut'; part: Question; whole: Question }
  /** Cuts that partition a variable make up its total. */
  | { kind: 'sum'; whole: Question; cuts: readonly Question[] }
  /** Where the gate is «нет» there is nothing to count. */
  | { kind: 'gate'; part: Question; gate: Question };

/** Values of posts have fractions, whose sums are not exact. */
const ROUNDING = 1e-6;

/** All relations between questions that are asked together. */
export function relationsBetween(questions: readonly Question[]): Relation[] {
  const asked = new Map(questions.map((question) => [questionKey(question), question]));
  const find = (id: string, breakdown?: string) => asked.get(breakdown ? `${id}/${breakdown}` : id);
  return questions.flatMap((question): Relation[] => {
    const { variable, breakdown } = question;
    const relations: Relation[] = [];
    const whole = variable.within === undefined ? undefined : find(variable.within, breakdown);
    if (whole) relations.push({ kind: 'part', part: question, whole });
    if (breakdown !== undefined) {
      const total = find(variable.id);
      if (total && !variable.partition) relations.push({ kind: 'cut', part: question, whole: total });
      return relations;
    }
    const cuts = questions.filter((other) => other.variable === variable && other.breakdown !== undefined);
    if (variable.partition && cuts.length > 0) relations.push({ kind: 'sum', whole: question, cuts });
    const gate = variable.askedIf && find(variable.askedIf.yes);
    if (gate) relations.push({ kind: 'gate', part: question, gate });
    return relations;
  });
}

/**
 * Says that answers contradict a relation. What was not answered contradicts nothing: a part of the cuts may only
 * not exceed the total.
 */
export function contradicts(relation: Relation, answer: (question: Question) => number | undefined): boolean {
  switch (relation.kind) {
    case 'part':
    case 'cut': {
      const [part, whole] = [answer(relation.part), answer(relation.whole)];
      return part !== undefined && whole !== undefined && part > whole + ROUNDING;
    }
    case 'sum': {
      const whole = answer(relation.whole);
      const cuts = relation.cuts.map(answer).filter((value) => value !== undefined);
      const sum = cuts.reduce((total, value) => total + value, 0);
      if (whole === undefined || cuts.length === 0) return false;
      if (sum > whole + ROUNDING) return true;
      return cuts.length === relation.cuts.length && sum < whole - ROUNDING;
    }
    case 'gate':
      return answer(relation.gate) === 0 && (answer(relation.part) ?? 0) > 0;
  }
}
