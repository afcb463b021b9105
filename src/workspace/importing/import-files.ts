import { Failure } from '../../failure.ts';
import type { Menu } from '../../layouts/layout.ts';
import type { ForgottenPeople } from '../forgetting/forgotten.ts';
import { nextImportId } from '../import-id.ts';
import type { PseudonymKey } from '../key.ts';
import type { Manifest } from '../manifest.ts';
import { openWorkspace } from '../open.ts';
import { rosterEntry } from '../roster-entry.ts';
import { asideFolder } from './aside-folder.ts';
import { chooseReader, PART_BYTES } from './choose-reader.ts';
import type { FoundFile } from './find-files.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';
import { publishFolder } from './folder-writer.ts';
import {
  type ImportOptions,
  type ImportOutcome,
  keptOptions,
  outcomeOf,
  rejectedUnread,
  sameMeaning,
} from './import-outcome.ts';
import { type Progress, progressOf } from './import-progress.ts';
import { failureIssues } from './read-file.ts';
import type { Reader } from './reader.ts';
import { type Job, readingQueue } from './reading-queue.ts';
import { LAST_RANK, rankOfLayout } from './roster-first.ts';

/** Everything an import needs from outside. */
export interface ImportRun {
  directory: string;
  key: PseudonymKey;
  /** Those who asked to be forgotten, under pseudonyms of that key. */
  forgotten: ForgottenPeople;
  /** Measures and decisions that a register may name. */
  menu: Menu;
  program: string;
  /** File of the built reading thread; without it everything is read in this one. */
  worker: URL | undefined;
  /** Bytes of a table that are read as a part of their own, where not the usual ones. */
  partBytes?: number;
  now(): number;
  /** Called while files are hashed and read. */
  progress(progress: Progress): void;
  /** Called after each file, in the order of the answer. */
  done(outcome: ImportOutcome): void;
}

/**
 * Imports files: rosters first, so that schools are known when results come, the others in their order. Large
 * amounts are read in threads ahead of their turn; what is stored, in which order, and what is said of it is the
 * same as if they had been read one after another. Each file is stored whole or not at all.
 */
export async function importFiles(
  files: readonly FoundFile[],
  options: ImportOptions,
  run: ImportRun,
): Promise<ImportOutcome[]> {
  const workspace = openWorkspace(run.directory);
  const chosen = keptOptions(options);
  const imports = [...workspace.imports];
  const storedAs = ({ print }: Job) =>
    imports.find(
      (one) => !(print instanceof Failure) && one.sha256 === print.sha256 && sameMeaning(one, chosen),
    );

  const progress = progressOf(files, run.progress);
  const jobs: Job[] = [];
  for (const file of files) jobs.push({ file, print: await printOf(file, progress.hashed), rank: LAST_RANK });
  const unread = jobs.filter((job) => !(job.print instanceof Failure) && !storedAs(job));
  progress.reading(unread.map(({ file }) => file));

  const reader = chooseReader(
    unread.map(({ print }) => (print as Fingerprint).bytes),
    {
      options,
      chosen,
      menu: run.menu,
      program: run.program,
      keyFingerprint: run.key.fingerprint,
      forgotten: run.forgotten,
      partBytes: run.partBytes ?? PART_BYTES,
    },
    run.key,
    run.worker,
  );
  const folder = options.dryRun || unread.length === 0 ? undefined : asideFolder(run.directory, run.now());
  try {
    await rankJobs(jobs, new Set(unread), storedAs, reader);
    const queue = readingQueue(jobs, { reader, folder, progress, storedAs, known: workspace });
    const outcomes: ImportOutcome[] = [];
    for (const [index, job] of jobs.entries()) {
      const outcome = await importJob(index, job);
      outcomes.push(outcome);
      progress.finished(job.file);
      run.done(outcome);
    }
    return withSuperseded(outcomes, run.directory);

    async function importJob(index: number, job: Job): Promise<ImportOutcome> {
      const { shown } = job.file;
      if (job.print instanceof Failure) return rejectedUnread(shown, '', failureIssues(job.print, shown));
      const stored = storedAs(job);
      if (stored) return outcomeOf(stored, shown, 'unchanged');
      const { manifest, issues, accepted, aside, unstoredRoster } = await queue.take(index);
      if (!manifest) return rejectedUnread(shown, job.print.sha256, issues);
      if (!accepted) return { ...outcomeOf(manifest, shown, 'rejected'), issues };
      if (aside === null) {
        queue.learn(unstoredRoster.map((line) => rosterEntry(line, manifest.layout)));
        return { ...outcomeOf(manifest, shown, 'would-import'), issues };
      }
      const kept: Manifest = {
        ...manifest,
        import: nextImportId(run.now(), imports.at(-1)?.import),
        importedAt: new Date(run.now()).toISOString(),
      };
      publishFolder(aside, run.directory, kept);
      imports.push(kept);
      if (kept.records.roster) queue.know(openWorkspace(run.directory));
      return { ...outcomeOf(kept, shown, 'imported'), issues };
    }
  } finally {
    await reader.close();
    folder?.remove();
  }
}

async function printOf(file: FoundFile, hashed: (bytes: number) => void): Promise<Job['print']> {
  try {
    return await fingerprint(file.path, hashed);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** Puts files that say which schools there are before all others; the rest keeps its order. */
async function rankJobs(
  jobs: Job[],
  unread: ReadonlySet<Job>,
  storedAs: (job: Job) => Manifest | undefined,
  reader: Reader,
): Promise<void> {
  if (jobs.length < 2) return;
  await Promise.all(
    jobs.map(async (job) => {
      job.rank = unread.has(job) ? await reader.rank(job.file) : rankOfLayout(storedAs(job)?.layout);
    }),
  );
  jobs.sort((a, b) => a.rank - b.rank);
}

function withSuperseded(outcomes: readonly ImportOutcome[], directory: string): ImportOutcome[] {
  const taken = openWorkspace(directory).supersession.supersededBy;
  return outcomes.map((outcome) => ({
    ...outcome,
    supersedes: [...taken]
      .filter(([, takers]) => outcome.import !== null && takers.has(outcome.import))
      .map(([id]) => id),
  }));
}
