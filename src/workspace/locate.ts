import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { SETTINGS_FILE } from './settings.ts';

/** The nearest folder upwards from `start` that holds `msoko.json`; `undefined` where there is none. */
export function findWorkspace(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, SETTINGS_FILE))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * The workspace folder of a command.
 * @param chosen folder given with `--workspace`
 * @throws Failure `no-workspace` where there is none
 */
export function requireWorkspace(chosen: string | undefined, current: string): string {
  const found = chosen === undefined ? findWorkspace(current) : findAt(resolve(current, chosen));
  if (found) return found;
  throw new Failure(
    'no-workspace',
    `Рабочий каталог не найден: нет файла ${SETTINGS_FILE} в «${chosen ?? current}».`,
    {
      hint: 'Создайте его командой «msoko init», загрузите данные командой «msoko import ПАПКА» или укажите каталог: --workspace ПАПКА.',
    },
  );
}

function findAt(folder: string): string | undefined {
  return existsSync(join(folder, SETTINGS_FILE)) ? folder : undefined;
}
