import type { RosterEntry } from '../schools.ts';
import { schoolsOf } from '../schools.ts';
import type { FolderWriter } from './folder-writer.ts';
import { lineBuffer } from './line-buffer.ts';
import type { KnownSchools } from './school-lookup.ts';

/** Bytes that are looked at, or forgotten, at one go. */
const ENOUGH = 1 << 16;

/** Takes the records of a file of which nothing is stored, and keeps the schools alone: the next files may name them. */
export function unstoredRoster(): FolderWriter & { schools(): readonly string[] } {
  const schools: string[] = [];
  const roster = lineBuffer(ENOUGH, (lines) =>
    schools.push(...Buffer.from(lines).toString().trimEnd().split('\n')),
  );
  const others = lineBuffer(ENOUGH, () => {});
  return {
    line() {},
    lines: (name) => (name === 'roster' ? roster : others),
    seal() {},
    discard() {},
    schools() {
      roster.flush();
      return schools;
    },
  };
}

/** The schools as they would be, had the roster been stored. */
export function withRoster({ basis }: KnownSchools, roster: readonly RosterEntry[]): KnownSchools {
  const grown = { ...basis, rosters: [...basis.rosters, ...roster] };
  return { basis: grown, schools: schoolsOf(grown) };
}
