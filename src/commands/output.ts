import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import type { ParameterInForce } from '../regulation/parameters/parameters.ts';
import { takenContent } from '../workspace/file-content.ts';
import { noteWritten } from './export-notes.ts';
import type { Io } from './io.ts';
import { type OpenElsewhere, openElsewhere } from './open-elsewhere.ts';
import { windowsNameFault } from './windows-name.ts';

/**
 * Writes a file whole or not at all: aside first, then renamed over. Of a content in pieces, each is made when the one
 * before is written.
 * @throws Failure `cannot-write` with what to do, above all when the file is open in Excel
 */
export function writeWhole(
  path: string,
  content: string | Uint8Array | Iterable<string>,
  { platform = process.platform, said }: { platform?: NodeJS.Platform; said?: string } = {},
): void {
  const fault = platform === 'win32' ? windowsNameFault(path) : undefined;
  if (fault) {
    throw new Failure('cannot-write', `Файл с таким именем в Windows записать нельзя: ${fault}.`, {
      hint: 'Возьмите другое имя: буквы, цифры, пробелы, дефисы.',
    });
  }
  const folder = dirname(path);
  const aside = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  const taken = takenContent();
  const open = existsSync(path) ? openElsewhere(path) : undefined;
  if (open) throw fileOpen(path, open);
  try {
    mkdirSync(folder, { recursive: true });
    const descriptor = openSync(aside, 'w');
    try {
      for (const piece of pieces) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
        for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
        taken.add(bytes);
      }
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(aside, path);
  } catch (cause) {
    if (existsSync(aside)) rmSync(aside);
    const { code } = cause as NodeJS.ErrnoException;
    // A defect in what makes the pieces is none of the disk.
    if (code === undefined) throw cause;
    const busy = code === 'EBUSY' || code === 'EPERM';
    throw new Failure('cannot-write', `Не удалось записать «${path}» (${code ?? 'ошибка'}).`, {
      hint: busy
        ? 'Если файл открыт в Excel, закройте его и повторите.'
        : 'Проверьте, что папка существует, в неё можно писать и на диске есть место.',
      cause,
    });
  }
  noteWritten(path, taken.content(), said);
}

function fileOpen(path: string, { program, user, mark }: OpenElsewhere): Failure {
  const who = user ? ` у пользователя «${user}»` : '';
  return new Failure('file-open', `Файл «${path}» открыт в ${program}${who}: он не перезаписан.`, {
    hint: `Закройте его и повторите, или пишите в другое место. Если он нигде не открыт, удалите «${mark}».`,
  });
}

/** Sends a command's answer to the file of `--output`, or to stdout. */
export function deliver(io: Io, content: string | Uint8Array, output: string | undefined): void {
  if (output !== undefined) {
    const path = resolve(io.directory, output);
    writeWhole(path, content);
    io.err(`Записано: ${path}\n`);
    return;
  }
  if (typeof content !== 'string') {
    throw new Failure('output-needed', 'Книгу Excel нельзя вывести на экран.', {
      hint: 'Укажите файл: -o имя.xlsx',
      exit: 2,
    });
  }
  io.out(content.endsWith('\n') ? content : `${content}\n`);
}

/** The form of an answer that the ending of `--output` asks for. */
export function formatByName(output: string | undefined): 'json' | 'csv' | 'xlsx' | undefined {
  const ending = output?.toLowerCase().split('.').pop();
  return ending === 'json' || ending === 'csv' || ending === 'xlsx' ? ending : undefined;
}

/** Parameters for `--json`: the value in force by id. */
export function valuesInForce(parameters: readonly ParameterInForce[]): Record<string, unknown> {
  return Object.fromEntries(
    parameters.map(({ id, overridden, value, values }) => [id, overridden ?? value ?? values]),
  );
}

/** One JSON document; what a terminal or an editor would take for a command is escaped in it. */
export function jsonText(value: unknown): string {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, escaped)}\n`;
}
