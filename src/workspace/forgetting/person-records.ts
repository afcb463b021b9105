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

/** The records of one file about people, in their order. */
export async function* recordsIn(file: string): AsyncGenerator<StoredPerson['record']> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    yield JSON.parse(line) as StoredPerson['record'];
}

/** Every record about a person in a workspace, superseded ones too, import by import. */
export async function* personRecords(
  workspace: Pick<Workspace, 'directory' | 'imports'>,
): AsyncGenerator<StoredPerson> {
  for (const manifest of workspace.imports) {
    for (const kind of PSEUDONYMOUS) {
      if (!manifest.records[kind]) continue;
      const file = recordFile(workspace.directory, manifest.import, kind);
      for await (const record of recordsIn(file)) yield { manifest, kind, record };
    }
  }
}

/** Tells stored records apart. */
export function placeOf({ manifest, kind, record }: StoredPerson): string {
  return [manifest.import, kind, ...record.at, record.participant ?? ''].join('\u0000');
}
