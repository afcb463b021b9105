import type { Counts, SchoolsMet } from '../file-reading.ts';
import { groundsTogether } from '../grounds-met.ts';
import { newIssueList, noteIssue } from '../issue-list.ts';
import type { Gathered } from '../manifest-of.ts';
import { type Consulted, type KnownSchools, schoolLookup } from '../school-lookup.ts';
import type { PartRead } from './read-part.ts';

/** The parts of a file as one. */
export interface Joined extends Gathered {
  consulted: readonly Consulted[];
}

/** Puts together what the parts of a file came to: what the whole file would have come to. */
export function joinedParts(known: KnownSchools) {
  const lookup = schoolLookup(known);
  const asked = new Map<string, string | null>();
  const schools: SchoolsMet = new Map();
  const issues = newIssueList();
  const grounds = groundsTogether();
  let counts: Counts = { rows: 0, records: {}, absent: 0, service: 0, setAside: 0, forgotten: 0 };

  return {
    /**
     * Adds a part; they are added in the order of the rows.
     * @returns whether what the whole file comes to can still be told from its parts
     */
    add(part: PartRead): boolean {
      if (part.issues.unlisted.size > 0) return false;
      /** Of the schools that the part took from the file, in order: whether it was the first part to do so. */
      const first: boolean[] = [];
      for (const { reference, code, added } of part.consulted) {
        const key = `${reference.by}\u0000${reference.key}`;
        const again = asked.has(key);
        const answer = again ? undefined : lookup.find(reference);
        if ((answer ? answer.code : asked.get(key)) !== code) return false;
        if (added) first.push(answer?.added === true);
        else if (answer?.added) return false;
        if (again) continue;
        asked.set(key, code);
        if (code !== null) schools.set(code, reference);
      }
      let told = 0;
      for (const issue of part.issues.listed) {
        if (issue.code !== 'school-added' || first[told++]) noteIssue(issues, issue);
      }
      grounds.add(part.covers);
      counts = added(counts, part.counts);
      return true;
    },
    end: (): Joined => ({ counts, issues, schools, covers: grounds.covered(), consulted: lookup.consulted }),
  };
}

function added(a: Counts, b: Counts): Counts {
  const records = { ...a.records };
  for (const [kind, count] of Object.entries(b.records)) {
    records[kind as keyof typeof records] = (records[kind as keyof typeof records] ?? 0) + count;
  }
  return {
    rows: a.rows + b.rows,
    records,
    absent: a.absent + b.absent,
    service: a.service + b.service,
    setAside: a.setAside + b.setAside,
    forgotten: a.forgotten + b.forgotten,
  };
}
