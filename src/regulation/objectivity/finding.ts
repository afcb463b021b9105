/** What a sign found in one sitting, before the correction for many tests. */
export interface Finding {
  /** Russian: what the sign needs and lacks; null where it could be assessed. */
  lacking: string | null;
  /** One-sided p of the sign's test; null where the sign has none. */
  p: number | null;
  /** The sign's own measure. */
  value: number | null;
  /** Russian: what was found. */
  reason: string | null;
  /** Whether the sign stands, given the q of its p over all papers of the year. */
  stands(q: number | null): boolean;
  /**
   * p that may join the agreement of several signs: null where the finding says nothing of raised results, or
   * says no more than another sign.
   */
  evidence: number | null;
}

/** The sign cannot be assessed: `reason` says in Russian what is missing. */
export function notAssessable(reason: string): Finding {
  return { lacking: reason, p: null, value: null, reason: null, stands: () => false, evidence: null };
}

/** p for a sentence: `p = 0,0312`, `p < 0,0001`. */
export function shownChance(p: number): string {
  return p < 0.0001 ? 'p < 0,0001' : `p = ${shown(p, 4)}`;
}

/** Number for a sentence: a comma, at most `digits` decimals. */
export function shown(value: number, digits = 2): string {
  return value.toFixed(digits).replace('.', ',').replace('-', '−');
}
