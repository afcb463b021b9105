import { Failure } from '../../failure.ts';
import type { Issue } from '../../issue.ts';
import { hintsFromName } from '../../layouts/file-name.ts';
import { openSheets } from '../../sheets/open.ts';
import { isForgottenAmong } from '../forgetting/forgotten.ts';
import type { Pseudonymise } from '../pseudonym.ts';
import { conclude } from './conclude.ts';
import { seenIdentities } from './duplicates.ts';
import type { FileRead, ReadRequest, ReadSetting } from './file-read.ts';
import { newFileReading } from './file-reading.ts';
import { folderWriter } from './folder-writer.ts';
import { readSheets } from './read-sheets.ts';
import { type KnownSchools, schoolLookup } from './school-lookup.ts';
import { unstoredRoster } from './unstored-roster.ts';

/**
 * Reads one file: recognises each sheet, checks it, and writes its records aside. What comes out depends on the
 * file, the options and the answers about schools, and on nothing else.
 * @param passed is told how many rows and how many bytes lie behind
 */
export async function readFile(
  request: ReadRequest,
  setting: ReadSetting,
  known: KnownSchools,
  pseudonym: Pseudonymise,
  passed: (rows: number, bytes: number) => void,
): Promise<FileRead> {
  const { path, shown, aside } = request;
  const { options, menu, forgotten } = setting;
  const lookup = schoolLookup(known);
  const unstored = unstoredRoster();
  const writer = aside === null ? unstored : folderWriter(aside);
  let keep = false;
  try {
    const opened = await openSheets(path, options.encoding ? { encoding: options.encoding } : {});
    const reading = newFileReading(seenIdentities());
    const given = { ...hintsFromName(path), ...options.given };
    const sheets = await readSheets(
      opened,
      {
        shown,
        given,
        options,
        lookup,
        menu,
        pseudonym,
        isForgotten: isForgottenAmong(forgotten),
        passed,
      },
      reading,
      writer,
    );
    const read = conclude(
      request,
      setting,
      { ...reading, covers: reading.grounds.covered() },
      {
        encoding: opened.encoding,
        layout: sheets[0]!.recognised.layout,
        sheets: sheets.map(({ sheet, recognised, rows }) => ({
          name: sheet.name,
          layout: recognised.layout.id,
          rows,
        })),
      },
      writer,
    );
    keep = read.accepted;
    return { ...read, consulted: lookup.consulted, unstoredRoster: unstored.schools() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return {
      accepted: false,
      manifest: null,
      issues: failureIssues(error, shown),
      consulted: lookup.consulted,
      unstoredRoster: [],
    };
  } finally {
    if (!keep) writer.discard();
  }
}

/** A failure about a file as issues of that file. */
export function failureIssues(error: Failure, file: string): Issue[] {
  const message = error.hint ? `${asSentence(error.message)} ${error.hint}` : asSentence(error.message);
  return [...error.issues, { severity: 'error', code: error.code, message, file }];
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
