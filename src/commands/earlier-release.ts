import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Export, readExportLog } from '../workspace/export-log.ts';
import { digestOf } from '../workspace/file-content.ts';
import type { Written } from './written-file.ts';

/** Public files of a year that went out of a workspace before. */
export function earlierReleases(directory: string, year: number): Export[] {
  return readExportLog(directory).exports.filter((one) => one.public && one.year === year);
}

/**
 * What to do where another public report of the year went out before: what differs between the two, corrected data
 * above all, may tell what both hide. The analyst's own words are no matter of it.
 * @param saidIn digests of what the program says in files that hold such words, by file
 * @returns Russian; `undefined` where no file differs from those before
 */
export function republicationWarning(
  earlier: readonly Export[],
  files: readonly Written[],
  saidIn: ReadonlyMap<string, string>,
  year: number,
): string | undefined {
  // Nothing is read again where there is nothing to hold it against.
  if (earlier.length === 0) return undefined;
  const written = new Map(
    files.map(({ file }) => [
      basename(file),
      { sha256: digestOf(readFileSync(file)), said: saidIn.get(file) },
    ]),
  );
  const other = earlier.filter(({ file, sha256, said }) => {
    const now = written.get(basename(file.replaceAll('\\', '/')));
    if (!now) return false;
    const isKnown = said !== undefined && now.said !== undefined;
    return isKnown ? now.said !== said : now.sha256 !== sha256;
  });
  const last = other.at(-1);
  if (!last) return undefined;
  return (
    `Внимание: публичный отчёт за ${year} год уже выгружали (в последний раз ${last.at.slice(0, 10)}), и он был другим. ` +
    'Если тот отчёт опубликован, из разницы двух отчётов можно вычислить скрытое. ' +
    'Снимите прежний отовсюду, где он размещён, прежде чем публиковать новый. ' +
    'Что и когда выгружали: msoko exports.\n'
  );
}
