import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, Failure } from '../failure.ts';
import { VERSION } from '../version.ts';
import { readEdited } from '../workspace/edited-file.ts';
import { contentOf } from '../workspace/file-content.ts';
import { loadKey } from '../workspace/key.ts';
import { fingerprintsOf } from '../workspace/key-chain.ts';
import { keyFile, readKeyFile } from '../workspace/key-file.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { writeNew } from '../workspace/new-file.ts';
import { rotateKey } from '../workspace/rewriting/rotate-key.ts';
import { usedKeys } from '../workspace/rewriting/used-keys.ts';
import { openSealedKey, sealKey } from '../workspace/sealed-key.ts';
import { readSettings } from '../workspace/settings.ts';
import { takeKey } from '../workspace/take-key.ts';
import { changing } from './changing.ts';
import { noteWritten } from './export-notes.ts';
import type { GlobalOptions, Io } from './io.ts';
import { jsonText } from './output.ts';
import { askPassphrase } from './passphrase.ts';
import { progressLine } from './progress.ts';

/** `msoko key`: where the key of this workspace is, and whether it fits. */
export async function showKey(io: Io, options: GlobalOptions): Promise<number> {
  const { directory, id, file } = keyOfWorkspace(io, options);
  const used = usedKeys(directory);
  const exists = existsSync(file);
  const fingerprint = exists || used.size > 0 ? loadKey(id, used, io.env).fingerprint : null;
  const secrets = exists ? readKeyFile(file)!.length : 0;
  if (options.json) {
    io.out(jsonText({ command: 'key', file, exists, fingerprint, secrets, used: used.size > 0 }));
    return EXIT.done;
  }
  io.out(
    exists
      ? `Ключ: ${file}\nОтпечаток: ${fingerprint}; смен ключа: ${secrets - 1}; ${used.size > 0 ? 'загрузки обработаны им' : 'загрузок с участниками ещё нет'}.\n`
      : `Ключа ещё нет: он появится при первой загрузке в «${file}».\n`,
  );
  return EXIT.done;
}

/** `msoko key export FILE`: the key, sealed with a passphrase, into a new file. */
export async function exportKey(io: Io, path: string, options: GlobalOptions): Promise<number> {
  const { directory, id, file } = keyOfWorkspace(io, options);
  if (!existsSync(file) && usedKeys(directory).size === 0) {
    throw new Failure('no-key', 'Ключа ещё нет: выгружать нечего.', {
      hint: 'Ключ появится при первой загрузке: msoko import ПАПКА.',
    });
  }
  loadKey(id, usedKeys(directory), io.env);
  const target = resolve(io.directory, path);
  if (existsSync(target)) throw fileExists(target);
  const text = sealKey(id ?? 'default', readKeyFile(file)!, await askPassphrase(io, true));
  try {
    writeNew(target, text);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw fileExists(target);
    throw cause;
  }
  noteWritten(target, contentOf(Buffer.from(text)));
  if (options.json) io.out(jsonText({ command: 'key export', file: target }));
  else io.out(`Ключ записан: ${target}\n`);
  if (options.quiet !== true && !options.json)
    io.err(
      'Храните файл отдельно от рабочего каталога, а фразу — отдельно от файла: без неё ключ не открыть.\n',
    );
  return EXIT.done;
}

/** `msoko key import FILE`: puts a sealed key where this workspace looks for it. */
export async function importKey(
  io: Io,
  path: string,
  options: GlobalOptions & { replace?: boolean },
): Promise<number> {
  const { directory, file } = keyOfWorkspace(io, options);
  const text = readSealed(resolve(io.directory, path));
  const { chain } = openSealedKey(text, await askPassphrase(io, false));
  const taken = takeKey(file, chain, {
    used: usedKeys(directory),
    replace: options.replace === true,
    now: io.now(),
  });
  const { status, before } = taken;
  if (options.json) {
    const fingerprint = fingerprintsOf(chain).at(-1);
    io.out(jsonText({ command: 'key import', file, fingerprint, status, ...(before ? { before } : {}) }));
  } else if (status === 'already-there') io.out(`Этот ключ уже на месте: ${file}\n`);
  else io.out(`Ключ на месте: ${file}\n${before ? `Прежний ключ: ${before}\n` : ''}`);
  return EXIT.done;
}

/** `msoko key rotate`: another key from now on, for what is stored too. */
export async function changeKey(io: Io, options: GlobalOptions): Promise<number> {
  const { directory, id, file } = keyOfWorkspace(io, options);
  const progress = progressLine(io, options.quiet === true || options.json === true);
  try {
    const rotated = await changing(io, directory, 'смена ключа', options, () =>
      rotateKey(directory, {
        id,
        env: io.env,
        program: VERSION,
        now: io.now(),
        progress: (done, all) => progress.show(() => `Загрузок переписано ${done} из ${all}`),
      }),
    );
    progress.clear();
    if (options.json) io.out(jsonText({ command: 'key rotate', file, ...rotated }));
    else io.out(`Ключ сменён, загрузок переписано: ${rotated.imports}.\n`);
    if (options.quiet !== true && !options.json) {
      io.err(
        'Выгрузите новый ключ (msoko key export ФАЙЛ) и уничтожьте старые копии рабочего каталога: прежний ключ подходит к ним по-прежнему.\n',
      );
    }
    return EXIT.done;
  } finally {
    progress.clear();
  }
}

function keyOfWorkspace(
  io: Io,
  options: GlobalOptions,
): { directory: string; id: string | undefined; file: string } {
  const directory = requireWorkspace(options.workspace, io.directory);
  const { id } = readSettings(directory);
  return { directory, id, file: keyFile(id, io.env) };
}

function readSealed(path: string): string {
  try {
    return readEdited(path);
  } catch (cause) {
    throw new Failure('file-unreadable', `Файл ключа «${path}» не читается.`, {
      hint: 'Проверьте имя файла и права на него.',
      cause,
    });
  }
}

function fileExists(path: string): Failure {
  return new Failure('file-exists', `Файл «${path}» уже есть: ключ его не заменяет.`, {
    hint: 'Назовите другой файл.',
  });
}
