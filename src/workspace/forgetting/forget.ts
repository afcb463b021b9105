import type { PseudonymKey } from '../key.ts';
import type { Workspace } from '../open.ts';
import { rewriteImports } from '../rewriting/rewrite-imports.ts';
import type { Rewriting } from '../rewriting/rewritings.ts';
import type { FoundPerson } from './find-person.ts';
import { placeOf } from './person-records.ts';

/**
 * Takes the records of a person out of all imports, all at once, and keeps the pseudonyms so that the same files
 * read again leave the person out again.
 */
export async function forgetPerson(
  workspace: Workspace,
  found: FoundPerson,
  { key, program, now }: { key: PseudonymKey; program: string; now: number },
): Promise<Rewriting> {
  const gone = new Set(found.records.map(placeOf));
  const touched = new Set(found.records.map(({ manifest }) => manifest.import));
  return rewriteImports(workspace.directory, {
    kind: 'participant-forgotten',
    program,
    now,
    imports: workspace.imports.filter((manifest) => touched.has(manifest.import)),
    keeps: (one) => !gone.has(placeOf(one)),
    record: (record) => record,
    manifest: (manifest) => manifest,
    forgotten: [
      {
        at: new Date(now).toISOString(),
        key: key.fingerprint,
        participants: [...found.participants],
        persons: found.persons,
      },
    ],
    progress: () => {},
  });
}
