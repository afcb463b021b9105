import type { PseudonymKey } from '../key.ts';
import { fingerprintsOf } from '../key-chain.ts';
import { wrapper } from '../pseudonym.ts';
import type { Forgotten, Rewriting } from '../rewriting/rewritings.ts';

/** Pseudonyms of a record, with where they hold. */
export interface PersonRecord {
  year: number;
  school: string;
  participant?: string;
  person?: string;
  document?: string;
}

/** Those who asked to be forgotten, as the key of today names them: plain data, so that threads can have it. */
export type ForgottenPeople = readonly Forgotten[];

/**
 * Those who asked to be forgotten, under the pseudonyms of a key.
 * @param key the chain that the workspace is at; it holds every key that they were forgotten under
 */
export function forgottenPeople(rewritings: readonly Rewriting[], key: PseudonymKey): ForgottenPeople {
  const known = fingerprintsOf(key.chain);
  return rewritings.flatMap(({ forgotten }) =>
    forgotten.map((one) => {
      const wrap = wrapper(key.chain.slice(known.indexOf(one.key) + 1));
      return {
        at: one.at,
        key: key.fingerprint,
        participants: one.participants.map(wrap),
        persons: one.persons.map(({ person, document, ...where }) => ({
          ...where,
          person: wrap(person),
          ...(document === undefined ? {} : { document: wrap(document) }),
        })),
      };
    }),
  );
}

/**
 * Says whose records stay out: by document or participant anywhere, by full name in the school and year in which the
 * person was found by it, unless the documents are known and differ.
 */
export function isForgottenAmong(people: ForgottenPeople): (record: PersonRecord) => boolean {
  if (people.length === 0) return () => false;
  const participants = new Set(people.flatMap((one) => one.participants));
  const persons = new Map<string, string | undefined>();
  for (const { persons: named } of people) {
    for (const one of named) persons.set(personKey(one.school, one.year, one.person), one.document);
  }
  return ({ year, school, participant, person, document }) => {
    if (participant !== undefined && participants.has(participant)) return true;
    if (document !== undefined && participants.has(document)) return true;
    if (person === undefined) return false;
    const key = personKey(school, year, person);
    if (!persons.has(key)) return false;
    const expected = persons.get(key);
    return document === undefined || expected === undefined || document === expected;
  };
}

function personKey(school: string, year: number, person: string): string {
  return `${school}|${year}|${person}`;
}
