import { rmSync } from 'node:fs';
import { Failure } from '../../failure.ts';
import type { Manifest } from '../manifest.ts';
import type { RosterEntry } from '../schools.ts';
import type { AsideFolder } from './aside-folder.ts';
import type { FileRead } from './file-read.ts';
import type { FoundFile } from './find-files.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { progressOf } from './import-progress.ts';
import type { Reader } from './reader.ts';
import { LAST_RANK } from './roster-first.ts';
import { type KnownSchools, sameAnswers } from './school-lookup.ts';
import { withRoster } from './unstored-roster.ts';

/** A file on its way. */
export interface Job {
  file: FoundFile;
  print: Fingerprint | Failure;
  rank: number;
  /** Its reading, where that has begun. */
  ahead?: Reading;
}

interface Reading {
  aside: string | null;
  read: Promise<FileRead>;
}

interface QueueSetting {
  reader: Reader;
  /** Where records are written; absent where nothing is stored. */
  folder: AsideFolder | undefined;
  progress: ReturnType<typeof progressOf>;
  storedAs(job: Job): Manifest | undefined;
  known: KnownSchools;
}

/**
 * Files are read ahead of their turn with the schools as they are known then. In its turn a file must get the same
 * answers about its schools from those known now; otherwise it is read once more.
 */
export function readingQueue(
  jobs: readonly Job[],
  { reader, folder, progress, storedAs, ...given }: QueueSetting,
) {
  let { known } = given;
  const begun = new Set<string>();

  const begin = ({ file, print }: Job): Reading => {
    const aside = folder?.next() ?? null;
    const request = { path: file.path, shown: file.shown, fingerprint: print as Fingerprint, aside };
    const read = reader.read(
      request,
      () => known,
      (rows, bytes) => progress.passed(file, rows, bytes),
    );
    // A reading that fails ahead of its turn is looked at in its turn.
    read.catch(() => {});
    return { aside, read };
  };

  /** Begins to read what comes next, but nothing beyond a roster, which decides what schools are known. */
  const readAhead = (from: number) => {
    for (let index = from; index < Math.min(jobs.length, from + reader.ahead); index++) {
      const job = jobs[index]!;
      if (index > from && jobs[index - 1]!.rank < LAST_RANK) return;
      if (job.ahead || job.print instanceof Failure || storedAs(job) || begun.has(job.print.sha256)) continue;
      begun.add(job.print.sha256);
      job.ahead = begin(job);
    }
  };

  return {
    async take(index: number): Promise<FileRead & { aside: string | null }> {
      readAhead(index);
      const job = jobs[index]!;
      let { read, aside } = job.ahead ?? begin(job);
      let file = await read;
      let after = sameAnswers(file.consulted, known);
      if (!after) {
        if (aside !== null) rmSync(aside, { recursive: true, force: true });
        ({ read, aside } = begin(job));
        file = await read;
        after = sameAnswers(file.consulted, known);
      }
      if (!after) throw new Error(`${job.file.shown}: schools differ between two readings`);
      if (file.accepted) known = after;
      return { ...file, aside };
    },
    /** Goes on with other schools than the files brought. */
    know(schools: KnownSchools) {
      known = schools;
    },
    /** Goes on with the schools of a roster that is not stored. */
    learn(roster: readonly RosterEntry[]) {
      if (roster.length > 0) known = withRoster(known, roster);
    },
  };
}
