import { Failure } from '../../failure.ts';
import type { Issue } from '../../issue.ts';
import { hintsFromName } from '../../layouts/file-name.ts';
import { openSheets } from '../../sheets/open.ts';
import { nextImportId } from '../import-id.ts';
import type { Manifest } from '../manifest.ts';
import { fingerprint } from './fingerprint.ts';
import { folderWriter } from './folder-writer.ts';
import {
  type ImportEffects,
  type ImportOptions,
  type ImportOutcome,
  type ImportStatus,
  nothingImported,
  summaryOf,
} from './import-outcome.ts';
import { manifestOf } from './manifest-of.ts';
import { readSheets } from './read-sheets.ts';
import { newFileReading } from './reading.ts';

/**
 * Imports one file: recognises each sheet, reads it, and stores the records as one folder, or nothing at all.
 * @param path where the file is
 * @param shown how the file is named in the record: its path below the folder that was given
 */
export async function importFile(
  path: string,
  shown: string,
  options: ImportOptions,
  effects: ImportEffects,
): Promise<ImportOutcome> {
  const outcome = (status: ImportStatus, part: Partial<ImportOutcome>): ImportOutcome => ({
    ...nothingImported(shown),
    status,
    ...part,
  });

  let sha256 = '';
  try {
    const print = await fingerprint(path);
    sha256 = print.sha256;
    const chosen = optionsOf(options);
    const known = effects.workspace.imports.find(
      (manifest) => manifest.sha256 === sha256 && sameMeaning(manifest, chosen),
    );
    if (known) return outcome('unchanged', { ...summaryOf(known), sha256, import: known.import });

    const id = nextImportId(effects.now(), effects.workspace.imports.at(-1)?.import);
    const writer = options.dryRun ? undefined : folderWriter(effects.workspace.directory, id, effects.now());
    let published = false;
    try {
      const opened = await openSheets(path, options.encoding ? { encoding: options.encoding } : {});
      const reading = newFileReading();
      const given = { ...hintsFromName(path), ...options.given };
      const sheets = await readSheets(opened, shown, given, options, effects, reading, writer);
      const errors = reading.issues.some((issue) => issue.severity === 'error');
      const stored = Object.values(reading.counts.records).reduce((sum, count) => sum + count, 0);
      const layout = sheets[0]!.recognised.layout;
      const manifest = manifestOf(
        reading,
        sheets.map(({ sheet, recognised, rows }) => ({
          name: sheet.name,
          layout: recognised.layout.id,
          rows,
        })),
        {
          import: id,
          program: effects.program,
          importedAt: new Date(effects.now()).toISOString(),
          file: shown,
          sha256,
          bytes: print.bytes,
          ...(opened.encoding ? { encoding: opened.encoding } : {}),
          source: layout.source,
          layout: layout.id,
          options: chosen,
        },
        effects.key.fingerprint,
      );
      const part = { ...summaryOf(manifest), sha256, issues: reading.issues };
      if ((errors && !options.setAside) || stored === 0) {
        if (!errors && stored === 0) {
          part.issues = [...reading.issues, nothingFound(shown, layout.title)];
        }
        return outcome('rejected', part);
      }
      if (!writer) return outcome('would-import', part);
      for (const issue of reading.issues) writer.line('issues', JSON.stringify(issue));
      writer.publish(manifest);
      published = true;
      return outcome('imported', { ...part, import: id, manifest });
    } finally {
      if (writer && !published) writer.discard();
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const issue: Issue = {
      severity: 'error',
      code: error.code,
      message: error.hint ? `${asSentence(error.message)} ${error.hint}` : asSentence(error.message),
      file: shown,
    };
    return outcome('rejected', { sha256, issues: [...error.issues, issue] });
  }
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function nothingFound(file: string, title: string): Issue {
  return {
    severity: 'error',
    code: 'no-records',
    message: `Файл узнан как «${title}», но в нём нет ни одной записи. Проверьте, что выгрузка не пустая.`,
    file,
  };
}

/**
 * Whether options would read the file as they did before: the word for the source only narrows the search for its
 * layout, and without bad rows `--set-aside` changes nothing.
 */
function sameMeaning({ options, skipped }: Manifest, chosen: Manifest['options']): boolean {
  const plain = ({ setAside, source: _source, ...rest }: Manifest['options']) =>
    JSON.stringify(skipped.setAside > 0 ? { ...rest, setAside } : rest);
  return plain(options) === plain(chosen);
}

function optionsOf({ source, given, encoding, setAside }: ImportOptions): Manifest['options'] {
  return {
    ...(source ? { source } : {}),
    ...given,
    ...(encoding ? { encoding } : {}),
    ...(setAside ? { setAside } : {}),
  };
}
