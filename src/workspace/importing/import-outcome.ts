import type { Issue } from '../../issue.ts';
import type { Given, Source } from '../../layouts/layout.ts';
import type { Ground, Manifest } from '../manifest.ts';

export interface ImportOptions {
  source?: Source | undefined;
  /** Said by hand; goes before what the file's name says. */
  given: Given;
  encoding?: string | undefined;
  setAside: boolean;
  dryRun: boolean;
}

/** Options that are kept in the record of an import. */
export function keptOptions({ source, given, encoding, setAside }: ImportOptions): Manifest['options'] {
  return {
    ...(source ? { source } : {}),
    ...given,
    ...(encoding ? { encoding } : {}),
    ...(setAside ? { setAside } : {}),
  };
}

/**
 * Whether options would read a stored file as they did before: the word for the source only narrows the search for
 * its layout, and without bad rows `--set-aside` changes nothing.
 */
export function sameMeaning({ options, skipped }: Manifest, chosen: Manifest['options']): boolean {
  const plain = ({ setAside, source: _source, ...rest }: Manifest['options']) =>
    JSON.stringify(skipped.setAside > 0 ? { ...rest, setAside } : rest);
  return plain(options) === plain(chosen);
}

export type ImportStatus = 'imported' | 'unchanged' | 'rejected' | 'would-import';

export interface ImportOutcome {
  file: string;
  sha256: string;
  source: string | null;
  layout: string | null;
  status: ImportStatus;
  import: string | null;
  rows: number;
  records: Record<string, number>;
  skipped: Manifest['skipped'];
  covers: readonly Ground[];
  supersedes: readonly string[];
  issues: readonly Issue[];
}

/** The outcome of a file of which nothing is known but that it was rejected. */
export function rejectedUnread(file: string, sha256: string, issues: readonly Issue[]): ImportOutcome {
  return {
    file,
    sha256,
    source: null,
    layout: null,
    status: 'rejected',
    import: null,
    rows: 0,
    records: {},
    skipped: { absent: 0, service: 0, setAside: 0 },
    covers: [],
    supersedes: [],
    issues,
  };
}

/** What an outcome tells of a manifest. */
export function outcomeOf(manifest: Manifest, file: string, status: ImportStatus): ImportOutcome {
  return {
    file,
    sha256: manifest.sha256,
    source: manifest.source,
    layout: manifest.layout,
    status,
    import: status === 'imported' || status === 'unchanged' ? manifest.import : null,
    rows: manifest.rows,
    records: manifest.records,
    skipped: manifest.skipped,
    covers: manifest.covers,
    supersedes: [],
    issues: manifest.issues as readonly Issue[],
  };
}
