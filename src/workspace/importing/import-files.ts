import { openWorkspace } from '../open.ts';
import type { FoundFile } from './find-files.ts';
import { importFile } from './import-file.ts';
import type { ImportEffects, ImportOptions, ImportOutcome } from './import-outcome.ts';
import { rosterFirst } from './roster-first.ts';

export interface ImportRun extends Omit<ImportEffects, 'workspace' | 'progress'> {
  directory: string;
  /** Called before each file, and while it is read. */
  progress(file: FoundFile, index: number, total: number, rows: number): void;
  /** Called after each file. */
  done(outcome: ImportOutcome): void;
}

/**
 * Imports files one after another, rosters first, so that schools are known when results come. Each file is
 * stored whole or not at all, whatever happens to the others.
 */
export async function importFiles(
  files: readonly FoundFile[],
  options: ImportOptions,
  run: ImportRun,
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  let workspace = openWorkspace(run.directory);
  const ordered = await rosterFirst(files);
  for (const [index, file] of ordered.entries()) {
    run.progress(file, index, ordered.length, 0);
    const outcome = await importFile(file.path, file.shown, options, {
      ...run,
      workspace,
      progress: (rows) => run.progress(file, index, ordered.length, rows),
    });
    if (outcome.manifest) {
      const stored = outcome.manifest;
      workspace = stored.records.roster
        ? openWorkspace(run.directory)
        : { ...workspace, imports: [...workspace.imports, stored] };
    } else if (outcome.status === 'rejected' && outcome.issues.some(({ code }) => code === 'school-added')) {
      // A school that only a rejected file brought is not known to the next one.
      workspace = openWorkspace(run.directory);
    }
    outcomes.push(outcome);
    run.done(outcome);
  }
  const taken = openWorkspace(run.directory).supersession.supersededBy;
  return outcomes.map(({ manifest: _manifest, ...outcome }) => ({
    ...outcome,
    supersedes: [...taken]
      .filter(([, takers]) => outcome.import !== null && takers.has(outcome.import))
      .map(([id]) => id),
  }));
}
