import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXIT, Failure } from '../failure.ts';
import { newSettingsText, SETTINGS_FILE } from '../workspace/settings.ts';
import type { GlobalOptions, Io } from './io.ts';
import { jsonText, writeWhole } from './output.ts';

/** `msoko init`: a workspace with commented settings, ready to edit. */
export async function init(io: Io, folder: string | undefined, options: GlobalOptions): Promise<number> {
  const directory = resolve(io.directory, folder ?? options.workspace ?? '.');
  if (existsSync(join(directory, SETTINGS_FILE))) {
    throw new Failure('workspace-exists', `В «${directory}» уже есть ${SETTINGS_FILE}.`, {
      hint: 'Это уже рабочий каталог: можно сразу загружать данные командой «msoko import».',
    });
  }
  makeWorkspace(directory);
  if (options.json) io.out(jsonText({ workspace: directory, settings: SETTINGS_FILE }));
  else {
    io.out(`Создан рабочий каталог: ${directory}\n`);
    io.err(`Впишите название муниципалитета в ${SETTINGS_FILE} и загрузите данные: msoko import ПАПКА\n`);
  }
  return EXIT.done;
}

/** Writes `msoko.json` of a new workspace. */
export function makeWorkspace(
  directory: string,
  municipality = '',
  id = `w-${randomBytes(6).toString('hex')}`,
): void {
  writeWhole(join(directory, SETTINGS_FILE), newSettingsText(id, municipality));
}
