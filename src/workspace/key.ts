import { createHmac, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.ts';

/** Secret key of the pseudonyms of one workspace. It is kept outside the workspace, in the user's own folder. */
export interface PseudonymKey {
  secret: Buffer;
  /** Tells keys apart without giving them away; stored with every import that used it. */
  fingerprint: string;
}

/** Folder of the user in which keys are kept; `MSOKO_HOME` moves it. */
export function keyFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  if (env.MSOKO_HOME) return join(env.MSOKO_HOME, 'keys');
  if (platform === 'win32')
    return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'msoko', 'keys');
  return join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'msoko', 'keys');
}

/**
 * The key of a workspace; makes one where there is none and nothing was pseudonymised yet.
 * @param used fingerprints of the keys that stored imports used
 * @throws Failure `key-missing` or `key-differs`: people would get new pseudonyms and no longer match
 */
export function loadKey(
  id: string | undefined,
  used: ReadonlySet<string>,
  env: NodeJS.ProcessEnv,
): PseudonymKey {
  const folder = keyFolder(env);
  const file = join(folder, `${id ?? 'default'}.key`);
  if (!existsSync(file)) {
    if (used.size > 0) {
      throw new Failure(
        'key-missing',
        `Нет ключа псевдонимов «${file}», которым обработаны уже загруженные данные.`,
        {
          hint: 'Скопируйте файл ключа с компьютера, где данные загружались, или укажите его папку в переменной MSOKO_HOME.',
        },
      );
    }
    makeKey(folder, file);
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (secret.length < 32) {
    throw new Failure('key-damaged', `Файл ключа псевдонимов «${file}» повреждён.`, {
      hint: 'Восстановите его из резервной копии.',
    });
  }
  const fingerprint = createHmac('sha256', secret).update('msoko key').digest('base64url').slice(0, 12);
  if (used.size > 0 && !used.has(fingerprint)) {
    throw new Failure(
      'key-differs',
      `Ключ псевдонимов «${file}» не тот, которым обработаны уже загруженные данные.`,
      {
        hint: 'Верните прежний файл ключа: с другим ключом одни и те же участники перестали бы совпадать.',
      },
    );
  }
  return { secret, fingerprint };
}

/** Makes a key file whole or not at all; one that another process made meanwhile stays. */
function makeKey(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = `${file}.${process.pid}.tmp`;
  const descriptor = openSync(aside, 'w', 0o600);
  try {
    writeSync(descriptor, `${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(aside, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Disks without hard links (FAT, some network shares).
    if (code !== 'EEXIST') copyFileSync(aside, file, constants.COPYFILE_EXCL);
  } finally {
    rmSync(aside);
  }
}
