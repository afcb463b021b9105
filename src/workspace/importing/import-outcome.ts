import type { Issue } from '../../issue.ts';
import type { Given, Source } from '../../layouts/layout.ts';
import type { PseudonymKey } from '../key.ts';
import type { Ground, Manifest } from '../manifest.ts';
import type { Workspace } from '../open.ts';
import type { Pseudonymise } from '../pseudonym.ts';

export interface ImportOptions {
  source?: Source | undefined;
  /** Said by hand; goes before what the file's name says. */
  given: Given;
  encoding?: string | undefined;
  setAside: boolean;
  dryRun: boolean;
}

/** Everything an import needs from outside. */
export interface ImportEffects {
  workspace: Workspace;
  key: PseudonymKey;
  pseudonym: Pseudonymise;
  program: string;
  now(): number;
  progress(rows: number): void;
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
  skipped: { absent: number; service: number; setAside: number };
  covers: readonly Ground[];
  supersedes: readonly string[];
  issues: readonly Issue[];
  /** What was stored, for those who go on with the workspace. */
  manifest?: Manifest;
}

/** The outcome of a file of which nothing is known yet. */
export function nothingImported(file: string): Omit<ImportOutcome, 'status'> {
  return {
    file,
    sha256: '',
    source: null,
    layout: null,
    import: null,
    rows: 0,
    records: {},
    skipped: { absent: 0, service: 0, setAside: 0 },
    covers: [],
    supersedes: [],
    issues: [],
  };
}

/** What an outcome tells of a manifest. */
export function summaryOf(manifest: Manifest) {
  return {
    source: manifest.source,
    layout: manifest.layout,
    rows: manifest.rows,
    records: manifest.records,
    skipped: manifest.skipped,
    covers: manifest.covers,
    issues: manifest.issues as readonly Issue[],
  };
}
