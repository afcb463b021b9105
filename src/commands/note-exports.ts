import { join, resolve } from 'node:path';
import { VERSION } from '../version.ts';
import { type ExportFacts, logExport } from '../workspace/export-log.ts';
import { findWorkspace } from '../workspace/locate.ts';
import { SETTINGS_FILE } from '../workspace/settings.ts';
import type { TakeNote } from './export-notes.ts';
import type { GlobalOptions, Io } from './io.ts';

/** Commands whose files hold nothing of the workspace: rules, invented data, the state of the computer. */
const WITHOUT_DATA = new Set(['init', 'demo', 'rules', 'schema', 'doctor', 'exports']);

/** Commands whose arguments say what of the workspace was asked for, and are no paths. */
const ASKED_BY_WORDS = new Set(['report', 'form', 'explain']);

interface Asked extends GlobalOptions {
  year?: number;
  system?: string;
  school?: string;
  municipality?: string;
  public?: boolean;
}

/** Notes every file that a command writes in the log of exports of the workspace. */
export function exportNotes(
  io: Io,
  command: string,
  words: readonly unknown[],
  { workspace, year, system, school, municipality, ...options }: Asked,
): TakeNote {
  if (WITHOUT_DATA.has(command)) return () => {};
  const asked = ASKED_BY_WORDS.has(command) ? words.flat().filter((word) => typeof word === 'string') : [];
  const facts: ExportFacts = {
    program: VERSION,
    command: [command, ...asked].join(' '),
    ...(year === undefined ? {} : { year }),
    ...(system === undefined ? {} : { system }),
    ...(school === undefined ? {} : { school }),
    ...(municipality === undefined ? {} : { municipality }),
    public: options.public === true,
  };
  return (path, content, said) => {
    const directory =
      workspace === undefined ? findWorkspace(io.directory) : resolve(io.directory, workspace);
    if (directory === undefined || path === join(directory, SETTINGS_FILE)) return;
    try {
      logExport(directory, path, content, { ...facts, ...(said ? { said } : {}) }, io.now());
    } catch (error) {
      // The file is there: a command that failed would deny it.
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      io.err(`Внимание: в журнал выгрузок не записано (${code}): ${path}\n`);
    }
  };
}
