import { existsSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { chainText, type KeyChain, parseChain } from './key-chain.ts';
import { writeAside, writeNew } from './new-file.ts';

/** Folder of the user in which keys are kept; `MSOKO_HOME` moves it. */
export function keyFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  if (env.MSOKO_HOME) return join(env.MSOKO_HOME, 'keys');
  if (platform === 'win32')
    return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'msoko', 'keys');
  return join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'msoko', 'keys');
}

/** Path of the key of a workspace. */
export function keyFile(id: string | undefined, env: NodeJS.ProcessEnv): string {
  return join(keyFolder(env), `${id ?? 'default'}.key`);
}

/**
 * Reads a key file.
 * @returns `undefined` where there is none
 * @throws Failure `key-damaged`
 */
export function readKeyFile(file: string): KeyChain | undefined {
  if (!existsSync(file)) return undefined;
  const chain = parseChain(readFileSync(file, 'utf8'));
  if (chain) return chain;
  throw new Failure('key-damaged', `Файл ключа псевдонимов «${file}» повреждён.`, {
    hint: 'Восстановите его из резервной копии: msoko key import ФАЙЛ --replace.',
  });
}

/** Makes a key file whole or not at all; one that another process made meanwhile stays. */
export function makeKeyFile(file: string, chain: KeyChain): void {
  try {
    writeNew(file, chainText(chain));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Replaces a key file whole: whoever reads it sees the old chain or the new one. */
export function replaceKeyFile(file: string, chain: KeyChain): void {
  renameSync(writeAside(file, chainText(chain)), file);
}
