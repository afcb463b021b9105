import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { PSEUDONYMOUS } from '../importing/manifest-of.ts';
import { type Manifest, recordFile } from '../manifest.ts';
import type { Workspace } from '../open.ts';
import type { PersonRecord } from './forgotten.ts';

/** A record about a person, and where it is stored. */
export interface StoredPerson {
  manifest: Manifest;
  kind: (typeof PSEUDONYMOUS)[number];
  record: PersonRecord & { at: [sheet: string, row: number] };
}

/** Every record about a person in a workspace, superseded ones too, import by import. */
export async function* personRecords(
  workspace: Pick<Workspace, 'directory' | 'imports'>,
): AsyncGenerator<StoredPerson> {
  for (const manifest of workspace.imports) {
    for (const kind of PSEUDONYMOUS) {
      if (!manifest.records[kind]) continue;
      const input = createReadStream(recordFile(workspace.directory, manifest.import, kind));
      for await (const line of createInterface({ input, crlfDelay: Infinity }))
        yield { manifest, kind, record: JSON.parse(line) as StoredPerson['record'] };
    }
  }
}

/** Tells stored records apart. */
export function placeOf({ manifest, kind, record }: StoredPerson): string {
  return [manifest.import, kind, ...record.at, record.participant ?? ''].join('\u0000');
}
