import { isAscii } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { wholeUtf8Length } from '../encoding.ts';
import type { SheetLimits } from '../sheet.ts';
import { damaged, encrypted, sheetFailure } from '../sheet-failure.ts';
import { XmlTrouble } from './xml.ts';
import { dataOffset, type ZipEntry } from './zip.ts';

const CHUNK_BYTES = 64 * 1024;

/** Below this a high ratio is no danger. */
const RATIO_FROM_BYTES = 10 * 1024 ** 2;

/** An open workbook package. */
export interface Package {
  file: string;
  handle: FileHandle;
  entries: ReadonlyMap<string, ZipEntry>;
  limits: SheetLimits;
  /** Bytes of the file. */
  size: number;
  /** Packed bytes read so far, of all parts. */
  read: number;
  /** Unpacked bytes so far, of all parts: parts may share their packed bytes, or be asked for over and over. */
  unpacked: number;
}

/** Each sheet is unpacked twice: for its merged ranges, and for its rows. */
const PASSES = 2;

/**
 * The unpacked bytes of a part, in chunks.
 * @param largest bytes that a part of its kind may have
 * @throws Failure `file-too-large-unpacked`, `suspicious-compression`, `file-encrypted`, `file-damaged`
 */
export async function* partBytes(
  pack: Package,
  entry: ZipEntry,
  largest = pack.limits.unpackedBytes,
): AsyncGenerator<Buffer> {
  const { file, limits } = pack;
  if (entry.encrypted) throw encrypted(file);
  if (entry.method !== 0 && entry.method !== 8)
    throw damaged(pack, `часть ${entry.name} сжата неизвестным способом`);
  const packed = Readable.from(packedBytes(pack, entry, await dataOffset(pack.handle, entry, file)));
  // Errors come out of the iteration below; the callback only keeps them from being unhandled.
  const unpacked =
    entry.method === 0 ? packed : pipeline(packed, createInflateRaw({ chunkSize: CHUNK_BYTES }), () => {});
  let size = 0;
  let sum = 0;
  try {
    for await (const chunk of unpacked) {
      size += chunk.length;
      pack.unpacked += chunk.length;
      if (size > largest) throw tooLarge(pack, entry, largest);
      const most = Math.max(RATIO_FROM_BYTES, entry.packedSize * limits.ratio);
      const mostOfAll = Math.max(RATIO_FROM_BYTES, pack.size * limits.ratio) * PASSES;
      if (size > most || pack.unpacked > mostOfAll) throw suspicious(pack, entry);
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    if (isZlibError(error)) throw damaged(pack, `часть ${entry.name} не распаковывается`, error);
    throw error;
  }
  if (sum !== entry.crc) throw damaged(pack, `контрольная сумма части ${entry.name} не сходится`);
}

async function* packedBytes(pack: Package, entry: ZipEntry, offset: number): AsyncGenerator<Buffer> {
  const end = offset + entry.packedSize;
  for (let at = offset; at < end; ) {
    const bytes = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end - at));
    const { bytesRead } = await pack.handle.read(bytes, 0, bytes.length, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    pack.read += bytesRead;
    yield bytes.subarray(0, bytesRead);
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

/** The text of an XML part, in chunks; UTF-8, or UTF-16 with its mark. */
export async function* partText(
  pack: Package,
  entry: ZipEntry,
  largest = pack.limits.unpackedBytes,
): AsyncGenerator<string> {
  let rest: Buffer | undefined;
  let utf16: { decode(bytes: Uint8Array, options: { stream: boolean }): string } | undefined;
  let start = true;
  for await (const chunk of partBytes(pack, entry, largest)) {
    let bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
    if (start) {
      if (bytes[0] === 0xff || bytes[0] === 0xfe)
        utf16 = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be');
      else if (bytes[0] === 0xef) bytes = bytes.subarray(3);
      start = false;
    }
    if (utf16) {
      yield utf16.decode(bytes, { stream: true });
      continue;
    }
    const whole = wholeUtf8Length(bytes);
    rest = whole < bytes.length ? Buffer.from(bytes.subarray(whole)) : undefined;
    const complete = bytes.subarray(0, whole);
    yield isAscii(complete) ? complete.toString('latin1') : complete.toString('utf8');
  }
  if (rest) throw damaged(pack, `часть ${entry.name} обрывается посреди знака`);
}

/** Says to the person what is wrong with a part's XML; other errors pass unchanged. */
export function partFailure(error: unknown, place: { file: string; sheet?: string }, part: string): unknown {
  if (!(error instanceof XmlTrouble)) return error;
  if (error.kind === 'damaged') return damaged(place, `часть ${part} — неправильный XML`);
  if (error.kind === 'too-long') return tooLong(place, `в части ${part} есть текст непомерной длины`);
  return sheetFailure(
    'xml-doctype',
    place,
    `часть ${part} содержит DOCTYPE — в книгах Excel его не бывает, и читать такой файл небезопасно`,
    'Получите файл заново из надёжного источника или пересохраните его в табличном редакторе.',
  );
}

export function tooLong(place: { file: string; sheet?: string }, what: string) {
  return sheetFailure('cell-too-long', place, what, 'Проверьте файл: таблицы такого текста не содержат.');
}

function tooLarge(pack: Package, entry: ZipEntry, bytes: number) {
  const limit = Math.round(bytes / 1024 ** 2);
  return sheetFailure(
    'file-too-large-unpacked',
    pack,
    `часть ${entry.name} после распаковки больше ${limit} МиБ`,
    'Разделите книгу на несколько или сохраните таблицу как CSV.',
  );
}

function suspicious(pack: Package, entry: ZipEntry) {
  return sheetFailure(
    'suspicious-compression',
    pack,
    `часть ${entry.name} сжата подозрительно сильно — больше чем в ${pack.limits.ratio} раз`,
    'Похоже на «бомбу» из архивов. Получите файл заново из надёжного источника.',
  );
}
