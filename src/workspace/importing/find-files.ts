import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { globSync } from 'tinyglobby';
import { Failure } from '../../failure.ts';

const TABLES = /\.(csv|tsv|txt|xlsx|xlsm|xls|htm|html)$/i;

/** A file to import, and the name under which it is shown: its path below the folder that was given. */
export interface FoundFile {
  path: string;
  shown: string;
}

/**
 * Files behind the arguments of `msoko import`: files, folders (with all tables below them) and patterns. Office
 * lock files (`~$…`) and hidden ones are passed over. The order does not depend on the disk.
 * @throws Failure `file-not-found` for an argument behind which there is nothing
 */
export function findFiles(given: readonly string[]): FoundFile[] {
  const found = new Map<string, FoundFile>();
  for (const argument of given) {
    const files = filesBehind(argument);
    if (files.length === 0) {
      throw new Failure('file-not-found', `Не найдено ни одного файла: «${argument}».`, {
        hint: argument.includes('"')
          ? 'Уберите обратную косую черту перед закрывающей кавычкой: с ней Windows путь не заканчивает.'
          : 'Проверьте путь. Папка просматривается целиком, образец вида ВПР/*.xlsx берите в кавычки.',
      });
    }
    for (const file of files) found.set(file.path, file);
  }
  return [...found.values()].sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
}

/**
 * What lies in the folders that were given and is no table by its name: documents, pictures, archives. Nothing of
 * it is read, and somebody should know.
 * @returns their paths below the folder, in the order of names
 */
export function otherFiles(given: readonly string[]): string[] {
  return given
    .filter((argument) => statSync(argument, { throwIfNoEntry: false })?.isDirectory())
    .flatMap((folder) =>
      walk(folder, (name) => !TABLES.test(name)).map((path) => slashes(relative(folder, path))),
    )
    .sort();
}

function filesBehind(argument: string): FoundFile[] {
  const stat = statSync(argument, { throwIfNoEntry: false });
  if (stat?.isDirectory())
    return walk(argument, (name) => TABLES.test(name)).map((path) => ({
      path,
      shown: slashes(relative(argument, path)),
    }));
  if (stat) return [{ path: argument, shown: basename(argument) }];
  if (!/[*?[{]/.test(argument)) return [];
  return globSync(argument.replaceAll('\\', '/')).map((path) => ({ path, shown: basename(path) }));
}

function walk(folder: string, wanted: (name: string) => boolean): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$') && name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path, wanted);
      return entry.isFile() && wanted(entry.name) ? [path] : [];
    });
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
