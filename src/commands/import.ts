import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fillCache } from '../facts/engines/duckdb.ts';
import { EXIT, Failure } from '../failure.ts';
import { type Given, SOURCES, type Source } from '../layouts/layout.ts';
import { PROCEDURES, type Procedure } from '../records/procedure.ts';
import { findSubject } from '../records/subject.ts';
import { MENU } from '../regulation/systems/menu.ts';
import { VERSION } from '../version.ts';
import { forgottenPeople } from '../workspace/forgetting/forgotten.ts';
import { type FoundFile, findFiles, otherFiles } from '../workspace/importing/find-files.ts';
import { importFiles } from '../workspace/importing/import-files.ts';
import type { ImportOutcome } from '../workspace/importing/import-outcome.ts';
import { loadKey, passingKey } from '../workspace/key.ts';
import { findWorkspace } from '../workspace/locate.ts';
import { readManifests } from '../workspace/manifest.ts';
import { clearReplaced } from '../workspace/rewriting/rewrite-imports.ts';
import { readRewritings } from '../workspace/rewriting/rewritings.ts';
import { usedKeys } from '../workspace/rewriting/used-keys.ts';
import { readSettings, SETTINGS_FILE } from '../workspace/settings.ts';
import { changing } from './changing.ts';
import { importProgressText } from './import-progress-text.ts';
import { importTotals, outcomeText, totalsText, unreadText } from './import-text.ts';
import { makeWorkspace } from './init.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, jsonText } from './output.ts';
import { progressLine } from './progress.ts';
import { rejectedText } from './rejected-text.ts';

interface ImportCommandOptions extends GlobalOptions {
  year?: number;
  subject?: string;
  grade?: number;
  procedure?: string;
  school?: string;
  encoding?: string;
  setAside?: boolean;
  dryRun?: boolean;
  output?: string;
}

/** `msoko import`: files, folders and patterns into the workspace; each file whole or not at all. */
export async function importCommand(
  io: Io,
  words: readonly string[],
  options: ImportCommandOptions,
): Promise<number> {
  const source = sourceWord(io, words);
  const given = source ? words.slice(1) : words;
  if (given.length === 0) {
    throw new Failure('missing-argument', 'Не указано, что загружать.', {
      hint: 'Назовите файлы или папку: msoko import выгрузки',
      exit: EXIT.usage,
    });
  }
  const paths = given.map((word) => resolve(io.directory, word));
  const files = findFiles(paths);
  const unread = otherFiles(paths);
  const directory = workspaceFor(io, options);
  const read = () => runImport(io, directory, files, source, options);
  const outcomes = options.dryRun
    ? await read()
    : await changing(io, directory, 'загрузка файлов', options, read);
  const totals = importTotals(outcomes);
  if (!options.json && options.quiet !== true) {
    io.err(rejectedText(outcomes));
    if (unread.length > 0) io.err(`${unreadText(unread)}\n`);
  }
  const answer = options.json
    ? jsonText({ files: outcomes.map(shownOutcome), totals, ...(unread.length > 0 ? { unread } : {}) })
    : totalsText(totals, options.dryRun === true);
  deliver(io, answer, options.output);
  return totals.rejected > 0 ? EXIT.data : EXIT.done;
}

/** The first word, where it names a source; a lone word that is a folder here is that folder. */
function sourceWord(io: Io, words: readonly string[]): Source | undefined {
  const source = SOURCES.find((word) => word === words[0]);
  return words.length === 1 && source && existsSync(resolve(io.directory, source)) ? undefined : source;
}

/** Imports files and tells of each as it goes. */
export async function runImport(
  io: Io,
  directory: string,
  files: readonly FoundFile[],
  source: Source | undefined,
  options: ImportCommandOptions,
): Promise<ImportOutcome[]> {
  const settings = readSettings(directory);
  const used = usedKeys(directory);
  // A dry run leaves nothing behind, not even a key.
  const key = options.dryRun && used.size === 0 ? passingKey() : loadKey(settings.id, used, io.env);
  if (!options.dryRun) clearReplaced(directory);
  const progress = progressLine(io, options.quiet === true || options.json === true);
  const progressText = importProgressText(io.now);
  try {
    const outcomes = await importFiles(
      files,
      {
        source,
        given: givenOf(options),
        encoding: options.encoding,
        setAside: options.setAside === true,
        dryRun: options.dryRun === true,
      },
      {
        directory,
        key,
        forgotten: forgottenPeople(readRewritings(directory), key),
        menu: MENU,
        program: VERSION,
        worker: io.importWorker,
        now: io.now,
        progress: (state) => progress.show(() => progressText(state)),
        done: (outcome) => {
          progress.clear();
          if (!options.json && options.quiet !== true) io.err(outcomeText(outcome, options.verbose === true));
          else if (!options.json && outcome.status === 'rejected') io.err(outcomeText(outcome, false));
        },
      },
    );
    if (settings.engine !== 'clickhouse' && outcomes.some(({ status }) => status === 'imported')) {
      progress.show(() => 'подготовка к вопросам');
      await fillCache({ directory, imports: readManifests(directory) });
    }
    return outcomes;
  } finally {
    progress.clear();
  }
}

/** The workspace to import into; made in the folder that was named, or in the current one, where there is none. */
function workspaceFor(io: Io, { workspace, dryRun }: ImportCommandOptions): string {
  const chosen = workspace === undefined ? undefined : resolve(io.directory, workspace);
  const found =
    chosen === undefined ? findWorkspace(io.directory) : existsSync(join(chosen, SETTINGS_FILE)) && chosen;
  if (found) return found;
  const directory = chosen ?? io.directory;
  if (dryRun) return directory;
  makeWorkspace(directory);
  io.err(`Рабочего каталога не было: создан в «${directory}», настройки в ${SETTINGS_FILE}.\n`);
  return directory;
}

function givenOf({ year, subject, grade, procedure, school }: ImportCommandOptions): Given {
  const subjectId = subject === undefined ? undefined : findSubject(subject);
  if (subject !== undefined && !subjectId) {
    throw new Failure('bad-option', `«${subject}» — неизвестный предмет.`, {
      hint: 'Например: --subject математика или --subject russian.',
      exit: EXIT.usage,
    });
  }
  if (procedure !== undefined && !PROCEDURES.includes(procedure as Procedure)) {
    throw new Failure('bad-option', `«${procedure}» — неизвестная процедура.`, {
      hint: `Есть: ${PROCEDURES.join(', ')}.`,
      exit: EXIT.usage,
    });
  }
  return {
    ...(year === undefined ? {} : { year }),
    ...(subjectId ? { subject: subjectId } : {}),
    ...(grade === undefined ? {} : { grade }),
    ...(procedure === undefined ? {} : { procedure: procedure as Procedure }),
    ...(school === undefined ? {} : { school }),
  };
}

/** In the answer the schools of a ground are a number; their list stands in `import.json`. */
function shownOutcome(outcome: ImportOutcome) {
  return {
    ...outcome,
    covers: outcome.covers.map(({ kind, paper, year, part, schools }) => ({
      kind,
      ...(paper === null ? {} : { paper }),
      ...(year === null ? {} : { year }),
      ...(part === null ? {} : { part }),
      schools: schools.length,
    })),
  };
}
