import type { Issue } from '../../issue.ts';
import type { Menu } from '../../layouts/layout.ts';
import type { ForgottenPeople } from '../forgetting/forgotten.ts';
import type { Manifest } from '../manifest.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { ImportOptions } from './import-outcome.ts';
import type { Consulted } from './school-lookup.ts';

/** One file to read. */
export interface ReadRequest {
  path: string;
  /** How the file is named in the record: its path below the folder that was given. */
  shown: string;
  fingerprint: Fingerprint;
  /** A new folder for its records; `null` where nothing is stored. */
  aside: string | null;
}

/** What does not change from file to file. */
export interface ReadSetting {
  options: ImportOptions;
  /** Options that go into the record of an import. */
  chosen: Manifest['options'];
  /** Measures and decisions that a register may name. */
  menu: Menu;
  program: string;
  keyFingerprint: string;
  /** Whose records stay out. */
  forgotten: ForgottenPeople;
  /** Bytes of a table that are worth to be read as a part of their own. */
  partBytes: number;
}

/** A file that was read: its records lie aside, and nothing of it is among the imports yet. */
export interface FileRead {
  accepted: boolean;
  /** Without id and time; `null` where not even the layout is known. */
  manifest: Manifest | null;
  issues: readonly Issue[];
  consulted: readonly Consulted[];
  /** Lines of the schools that the file names, where nothing of it is stored. */
  unstoredRoster: readonly string[];
}
