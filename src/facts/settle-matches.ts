/** Pseudonyms by which a person may be met in another file, strongest first. */
export const PERSON_KEYS = ['document', 'participant', 'person'] as const;

export type PersonKey = (typeof PERSON_KEYS)[number];
export type PersonKeys = Readonly<Record<PersonKey, string | null>>;

/** Somebody who is looked for among those with results. */
export interface Seeker extends PersonKeys {
  /**
   * First and last year in which the results are expected, where they are told by anything weaker than a document:
   * a name of one year is another pupil's name in the next.
   */
  expected: readonly [number, number];
}

/** A person with results in one year; the same `id` is known to be the same person. */
export interface Found extends PersonKeys {
  id: string;
  year: number;
}

/** The people found in one school who have a pseudonym. */
export type Lookup = (key: PersonKey, pseudonym: string) => readonly Found[];

/** What became of a seeker: the person's id, nobody, or more than one answer (never guessed). */
export type Settled = { match: 'matched'; id: string } | { match: 'unmatched' | 'ambiguous' };

/**
 * Joins seekers with the people found in one school: by document, then by participant, then by full name. A join
 * is made only where one person remains for one seeker; whoever was joined by a stronger key is out of the running
 * for the weaker ones. Two known documents that differ contradict a join by name.
 * @param seekers different people of one list
 * @returns in the order of `seekers`
 */
export function settleMatches(seekers: readonly Seeker[], lookup: Lookup): Settled[] {
  const settled = new Map<Seeker, Settled>();
  const taken = new Set<string>();
  const isJoined = (seeker: Seeker) => settled.get(seeker)?.match === 'matched';
  for (const key of PERSON_KEYS) {
    const rivals = seekers
      .filter((seeker) => !isJoined(seeker))
      .map((seeker) => ({ seeker, fits: fitting(seeker, key, lookup, taken) }))
      .filter(({ fits }) => fits.size > 0);
    for (const { seeker, fits } of rivals) {
      if (settled.has(seeker)) continue;
      const [id] = fits.keys();
      const alone = fits.size === 1 && rivals.filter((rival) => rival.fits.has(id!)).length === 1;
      const sound = alone && fits.get(id!);
      settled.set(seeker, sound ? { match: 'matched', id: id! } : { match: 'ambiguous' });
    }
    for (const answer of settled.values()) if (answer.match === 'matched') taken.add(answer.id);
  }
  return seekers.map((seeker) => settled.get(seeker) ?? { match: 'unmatched' });
}

/** Ids that have the seeker's key, and whether nothing contradicts the join. */
function fitting(
  seeker: Seeker,
  key: PersonKey,
  lookup: Lookup,
  taken: ReadonlySet<string>,
): Map<string, boolean> {
  const fits = new Map<string, boolean>();
  const [from, to] = seeker.expected;
  for (const one of seeker[key] === null ? [] : lookup(key, seeker[key])) {
    if (taken.has(one.id)) continue;
    if (key !== 'document' && (one.year < from || one.year > to)) continue;
    const agrees = !seeker.document || !one.document || seeker.document === one.document;
    fits.set(one.id, agrees && (fits.get(one.id) ?? true));
  }
  return fits;
}
