import { randomBytes } from 'node:crypto';
import { Failure } from '../failure.ts';
import { fingerprintsOf, type KeyChain, SECRET_BYTES } from './key-chain.ts';
import { keyFile, makeKeyFile, readKeyFile } from './key-file.ts';

/** Secret key of the pseudonyms of one workspace. It is kept outside the workspace, in the user's own folder. */
export interface PseudonymKey {
  /** Those secrets of the key file that the workspace is at. */
  chain: KeyChain;
  /** Tells keys apart without giving them away; stored with every import that used it. */
  fingerprint: string;
}

/** A key that goes away with the process. */
export function passingKey(): PseudonymKey {
  return { chain: [randomBytes(SECRET_BYTES)], fingerprint: '' };
}

/**
 * The key of a workspace; makes one where there is none and nothing was pseudonymised yet.
 * @param used fingerprints of the keys that stored pseudonyms went through
 * @throws Failure `key-missing` or `key-differs`: people would get new pseudonyms and no longer match
 */
export function loadKey(
  id: string | undefined,
  used: ReadonlySet<string>,
  env: NodeJS.ProcessEnv,
): PseudonymKey {
  const file = keyFile(id, env);
  let chain = readKeyFile(file);
  if (!chain) {
    if (used.size > 0) {
      throw new Failure(
        'key-missing',
        `Нет ключа псевдонимов «${file}», которым обработаны уже загруженные данные.`,
        {
          hint: 'Перенесите ключ с компьютера, где данные загружались (там: msoko key export ФАЙЛ, здесь: msoko key import ФАЙЛ), или укажите папку ключей в переменной MSOKO_HOME.',
        },
      );
    }
    makeKeyFile(file, [randomBytes(SECRET_BYTES)]);
    // Another process may have made it meanwhile.
    chain = readKeyFile(file)!;
  }
  const known = fingerprintsOf(chain);
  if ([...used].some((fingerprint) => !known.includes(fingerprint))) throw keyDiffers(file);
  const length = used.size === 0 ? chain.length : lengthInUse(known, used);
  return { chain: chain.slice(0, length), fingerprint: known[length - 1]! };
}

/** How many secrets of a chain stored pseudonyms went through, by the fingerprints that were used. */
export function lengthInUse(known: readonly string[], used: ReadonlySet<string>): number {
  return Math.max(...[...used].map((fingerprint) => known.indexOf(fingerprint))) + 1;
}

function keyDiffers(file: string): Failure {
  return new Failure(
    'key-differs',
    `Ключ псевдонимов «${file}» не тот, которым обработаны уже загруженные данные.`,
    {
      hint: 'Верните прежний ключ (msoko key import ФАЙЛ --replace): с другим ключом одни и те же участники перестали бы совпадать.',
    },
  );
}
