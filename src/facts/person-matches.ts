import type { SqlRow } from './engines/engine.ts';
import { bestOf, type ExamPool, textOf } from './exam-results.ts';
import { type Seeker, settleMatches } from './settle-matches.ts';

/** ЕГЭ of somebody who was looked for by pseudonyms within one school. */
export interface ExamMatch {
  /** `ambiguous`: more than one answer is possible, and none was chosen. */
  match: 'matched' | 'unmatched' | 'ambiguous';
  /** Best valid test score (0…100) by subject; empty where nobody was matched. */
  scores: Readonly<Record<string, number>>;
  /** Best valid mark (2…5) of base mathematics. */
  baseMathematics: number | null;
}

/** Columns of the pseudonyms in records about people. */
export const KEY_COLUMNS = { participant: 'text', person: 'text', document: 'text' } as const;

/** A row of people as somebody to look for. */
export function seekerOf(row: SqlRow, expected: Seeker['expected']): Seeker {
  const { participant, person, document } = row;
  return {
    participant: textOf(participant),
    person: textOf(person),
    document: textOf(document),
    expected,
  };
}

/**
 * Looks for different people of one list among the ЕГЭ results of their school.
 * @param since the first year of which results count
 * @returns in the order of `seekers`; `id` of the person with results where exactly one fits
 */
export function matchPeople(
  seekers: readonly Seeker[],
  exams: ExamPool,
  since: number,
): { id: string | null; answer: ExamMatch }[] {
  const isIn = ({ year }: { year: number }) => year >= since;
  return settleMatches(seekers, (key, pseudonym) => exams.having(key, pseudonym).filter(isIn)).map(
    (settled) => {
      if (settled.match !== 'matched')
        return { id: null, answer: { match: settled.match, scores: {}, baseMathematics: null } };
      const best = bestOf(exams.of(settled.id).filter(isIn));
      return { id: settled.id, answer: { match: 'matched', ...best } };
    },
  );
}

/** Rows with the same key together, in the order of the first of each. */
export function groupRows(rows: readonly SqlRow[], key: (row: SqlRow) => string): SqlRow[][] {
  const groups = new Map<string, SqlRow[]>();
  for (const row of rows) {
    const held = groups.get(key(row));
    if (held) held.push(row);
    else groups.set(key(row), [row]);
  }
  return [...groups.values()];
}
