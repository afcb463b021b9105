import type { SchoolReference } from '../../layouts/layout.ts';
import type { RecordKind } from '../../records/schemas.ts';
import type { Seen } from './duplicates.ts';
import { type GroundsMet, groundsMet } from './grounds-met.ts';
import { type IssueList, newIssueList } from './issue-list.ts';

/** Counts of a file: rows in = records + absent + service + set aside + forgotten. */
export interface Counts {
  rows: number;
  records: Partial<Record<RecordKind, number>>;
  absent: number;
  service: number;
  setAside: number;
  /** Of people who asked to be forgotten. */
  forgotten: number;
}

/** A school as it was named in the file, under the code of its records. */
export type SchoolsMet = Map<string, SchoolReference>;

/** Everything that one file's reading gathers, over all its sheets. */
export interface FileReading {
  counts: Counts;
  issues: IssueList;
  /** Where its records stand, over all sheets. */
  grounds: GroundsMet;
  schools: SchoolsMet;
  /** What layouts noted on earlier sheets. */
  notes: Map<string, string>;
  /** Of uploads of the same thing the latest, until the last sheet is read. */
  versions: Map<string, Held>;
}

/** A record held back until it is known to be the latest of its kind. */
export interface Held {
  version: string;
  sheet: string;
  row: number;
  store(): void;
}

/** @param seen who was met before, over all sheets */
export function newFileReading(seen: Seen): FileReading {
  return {
    counts: { rows: 0, records: {}, absent: 0, service: 0, setAside: 0, forgotten: 0 },
    issues: newIssueList(),
    grounds: groundsMet(seen),
    schools: new Map(),
    notes: new Map(),
    versions: new Map(),
  };
}

/** Stores what was held back, once all sheets are read. */
export function finishReading(reading: FileReading): void {
  for (const held of reading.versions.values()) held.store();
  reading.versions.clear();
}
