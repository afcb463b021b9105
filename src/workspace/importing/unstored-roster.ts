import type { RosterEntry } from '../schools.ts';
import { schoolsOf } from '../schools.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { KnownSchools } from './school-lookup.ts';

/** Takes the records of a file of which nothing is stored, and keeps the schools alone: the next files may name them. */
export function unstoredRoster(): FolderWriter & { lines: readonly string[] } {
  const lines: string[] = [];
  return {
    lines,
    line() {},
    bytes(name, line) {
      if (name === 'roster') lines.push(Buffer.from(line).toString());
    },
    seal() {},
    discard() {},
  };
}

/** The schools as they would be, had the roster been stored. */
export function withRoster({ basis }: KnownSchools, roster: readonly RosterEntry[]): KnownSchools {
  const grown = { ...basis, rosters: [...basis.rosters, ...roster] };
  return { basis: grown, schools: schoolsOf(grown) };
}
