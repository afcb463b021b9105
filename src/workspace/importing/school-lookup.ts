import type { SchoolReference } from '../../layouts/layout.ts';
import { couldBeCode } from '../../layouts/school-reference.ts';
import { type SchoolBasis, type Schools, schoolsOf } from '../schools.ts';

/** What a file was told when it asked for a school. */
export interface Consulted {
  reference: SchoolReference;
  /** Code of its records; `null` where the school is unknown and may not be added. */
  code: string | null;
  /** Whether the file itself brought the school. */
  added: boolean;
}

/** The schools as one file sees them, with a record of what it asked. */
export interface SchoolLookup {
  find(reference: SchoolReference): Consulted;
  /** Codes of the schools of this name. */
  namesakes(name: string): readonly string[];
  consulted: readonly Consulted[];
  /** The schools of whoever reads the next file, once this one is stored. */
  after(): KnownSchools;
}

/** The schools at one moment of an import. */
export interface KnownSchools {
  basis: SchoolBasis;
  schools: Schools;
}

/** Schools for one file. The first one that the file adds goes into a copy: a rejected file leaves no trace. */
export function schoolLookup(before: KnownSchools): SchoolLookup {
  const consulted: Consulted[] = [];
  const added: SchoolReference[] = [];
  let { schools } = before;
  return {
    consulted,
    find(reference) {
      const known = schools.resolve(reference);
      let found: Consulted = { reference, code: known?.code ?? null, added: false };
      if (!known && !before.basis.closed && reference.by !== 'name' && couldBeCode(reference.key.trim())) {
        if (added.length === 0) schools = schoolsOf(before.basis);
        added.push(reference);
        found = { reference, code: schools.add(reference).code, added: true };
      }
      consulted.push(found);
      return found;
    },
    namesakes: (name) => schools.namesakes(name).map(({ code }) => code),
    after: () =>
      added.length === 0
        ? before
        : { schools, basis: { ...before.basis, met: [...before.basis.met, ...added] } },
  };
}

/**
 * Asks again everything that a file asked when it was read ahead of its turn.
 * @returns the schools after it; `undefined` where an answer is another one now, so that it must be read anew
 */
export function sameAnswers(consulted: readonly Consulted[], now: KnownSchools): KnownSchools | undefined {
  const lookup = schoolLookup(now);
  for (const { reference, code, added } of consulted) {
    const answer = lookup.find(reference);
    if (answer.code !== code || answer.added !== added) return undefined;
  }
  return lookup.after();
}
