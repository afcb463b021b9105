import { renameSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { fingerprintsOf, type KeyChain } from './key-chain.ts';
import { makeKeyFile, readKeyFile, replaceKeyFile } from './key-file.ts';

/** What became of a key that was brought. */
export interface TakenKey {
  status: 'placed' | 'replaced' | 'already-there';
  /** Where the key that stood there before lies now. */
  before?: string;
}

/**
 * Puts a key that was brought from elsewhere in the place of a workspace's key. One that was there goes aside and is
 * never lost.
 * @param used fingerprints of the keys that stored pseudonyms went through
 * @throws Failure `key-differs` where it would not fit what is stored, `key-exists` where another one is there;
 * both give way to `replace`
 */
export function takeKey(
  file: string,
  chain: KeyChain,
  { used, replace, now }: { used: ReadonlySet<string>; replace: boolean; now: number },
): TakenKey {
  const known = fingerprintsOf(chain);
  if (!replace && [...used].some((fingerprint) => !known.includes(fingerprint))) {
    throw new Failure('key-differs', 'Этот ключ не тот, которым обработаны загруженные данные.', {
      hint: 'Найдите файл ключа этого рабочего каталога (после «msoko key rotate» — выгруженный заново). Заменить всё равно: --replace, но новые файлы тогда не загрузятся.',
    });
  }
  const present = presentChain(file, replace);
  if (present === undefined) {
    makeKeyFile(file, chain);
    return { status: 'placed' };
  }
  const there = present && fingerprintsOf(present);
  if (there && isStart(known, there)) return { status: 'already-there' };
  if (there && isStart(there, known)) {
    replaceKeyFile(file, chain);
    return { status: 'placed' };
  }
  if (!replace) {
    throw new Failure('key-exists', `На этом месте уже есть другой ключ: «${file}».`, {
      hint: 'Им могли быть обработаны и данные других рабочих каталогов. Заменить его: --replace; прежний останется рядом.',
    });
  }
  const before = `${file}.${new Date(now).toISOString().replace(/[-:]|\..*/g, '')}`;
  renameSync(file, before);
  makeKeyFile(file, chain);
  return { status: 'replaced', before };
}

/** The chain that is there; `null` where what is there cannot be read and is to be replaced. */
function presentChain(file: string, replace: boolean): KeyChain | null | undefined {
  try {
    return readKeyFile(file);
  } catch (error) {
    if (replace && error instanceof Failure && error.code === 'key-damaged') return null;
    throw error;
  }
}

/** Says that one list is how the other begins, or all of it. */
function isStart(start: readonly string[], whole: readonly string[]): boolean {
  return start.every((fingerprint, index) => fingerprint === whole[index]);
}
