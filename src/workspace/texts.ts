import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { readEdited } from './edited-file.ts';

/** Folder of a workspace with the analyst's own words, one Markdown file a chapter. */
export const TEXTS_FOLDER = 'texts';

const MARKDOWN = /\.md$/i;

/** The analyst's texts by file name without `.md`. */
export function readTexts(directory: string): Map<string, string> {
  const folder = join(directory, TEXTS_FOLDER);
  if (!existsSync(folder)) return new Map();
  // names of files come decomposed from some systems
  return new Map(
    readdirSync(folder)
      .filter((name) => MARKDOWN.test(name))
      .sort()
      .map((name) => [
        name.normalize('NFC').replace(MARKDOWN, '').toLowerCase(),
        readEdited(join(folder, name)),
      ]),
  );
}

/**
 * Makes the files that are not there yet; one that exists is never touched.
 * @param templates contents by file name without `.md`
 * @returns paths of the files made
 * @throws Failure `cannot-write`
 */
export function makeTexts(directory: string, templates: ReadonlyMap<string, string>): string[] {
  const present = readTexts(directory);
  const folder = join(directory, TEXTS_FOLDER);
  return [...templates]
    .filter(([name]) => !present.has(name))
    .map(([name, text]) => {
      const path = join(folder, `${name}.md`);
      try {
        mkdirSync(folder, { recursive: true });
        // fails where the file has appeared meanwhile
        writeFileSync(path, text, { flag: 'wx' });
      } catch (cause) {
        throw new Failure('cannot-write', `Не удалось создать «${path}».`, {
          hint: 'Проверьте, что в папку рабочего каталога можно писать.',
          cause,
        });
      }
      return path;
    });
}
