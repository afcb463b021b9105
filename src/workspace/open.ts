import { existsSync, readFileSync } from 'node:fs';
import type { SchoolReference } from '../layouts/layout.ts';
import { type Manifest, readManifests, recordFile } from './manifest.ts';
import { rosterEntry } from './roster-entry.ts';
import { type RosterEntry, type SchoolBasis, type Schools, schoolsOf } from './schools.ts';
import { readSettings, type Settings } from './settings.ts';
import { type Supersession, supersession } from './supersession.ts';

/** A workspace as every command sees it: settings, imports, schools, and which records still count. */
export interface Workspace {
  directory: string;
  settings: Settings;
  /** Oldest first. */
  imports: readonly Manifest[];
  schools: Schools;
  /** What `schools` follow from. */
  basis: SchoolBasis;
  supersession: Supersession;
  /** The school that a code stored in an import means now, after all rosters are known. */
  resolveStored(manifest: Manifest, stored: string): string;
  /** It is seen as one municipality that is not the one whose authority keeps it. */
  authorityElsewhere?: true;
}

/** Reads a workspace. The order in which files were imported does not change what it says of the schools. */
export function openWorkspace(directory: string): Workspace {
  const settings = readSettings(directory);
  const imports = readManifests(directory);
  const rosters = [...settingsRoster(settings), ...importedRoster(directory, imports)];
  const basis = { rosters, closed: settings.roster?.closed === true, met: metInFiles(imports) };
  const schools = schoolsOf(basis);
  const resolveStored = (manifest: Manifest, stored: string): string => {
    // A cell may hold a word that every object knows (`toString`).
    const reference = Object.hasOwn(manifest.schools, stored) ? manifest.schools[stored] : undefined;
    return (reference && schools.resolve(reference)?.code) ?? stored;
  };
  return {
    directory,
    settings,
    imports,
    schools,
    basis,
    supersession: supersession(imports, resolveStored),
    resolveStored,
  };
}

/** Schools as the files name them, in an order that does not depend on the order of the imports; named ones first. */
function metInFiles(imports: readonly Manifest[]): SchoolReference[] {
  const rank = ({ by, key, name }: SchoolReference) =>
    JSON.stringify([key, name === undefined, name ?? '', by]);
  return imports
    .flatMap((manifest) => Object.values(manifest.schools))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function settingsRoster(settings: Settings): RosterEntry[] {
  return (settings.roster?.schools ?? []).map((school) => ({ ...school, defines: true }));
}

/** Roster records that count: of one code in one kind of roster, the latest import's. */
function importedRoster(directory: string, imports: readonly Manifest[]): RosterEntry[] {
  const latest = new Map<string, RosterEntry>();
  for (const manifest of imports) {
    if (!manifest.records.roster) continue;
    const file = recordFile(directory, manifest.import, 'roster');
    if (!existsSync(file)) continue;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (!line) continue;
      const entry = rosterEntry(line, manifest.layout);
      latest.set(`${entry.defines} ${entry.code}`, entry);
    }
  }
  return [...latest.values()];
}
