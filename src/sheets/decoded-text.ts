import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { detectEncoding, markLength, wholeUtf8Length } from './encoding.ts';
import type { Stretch } from './sheet.ts';
import { sheetFailure } from './sheet-failure.ts';

const SAMPLE_BYTES = 256 * 1024;

/** Small, so that a field a caller keeps holds little of its surroundings in memory. */
const CHUNK_BYTES = 64 * 1024;

/** The beginning of a file, and whether the file goes on after it. */
export interface Beginning {
  bytes: Buffer;
  cut: boolean;
}

/** Reads the first 256 KiB of a file. */
export async function beginningOf(path: string): Promise<Beginning> {
  const handle = await open(path);
  try {
    return await stretchAt(handle, 0);
  } finally {
    await handle.close();
  }
}

async function stretchAt(handle: import('node:fs/promises').FileHandle, from: number): Promise<Beginning> {
  const bytes = Buffer.alloc(SAMPLE_BYTES);
  const { bytesRead } = await handle.read(bytes, 0, SAMPLE_BYTES, from);
  const { size } = await handle.stat();
  return { bytes: bytes.subarray(0, bytesRead), cut: from + bytesRead < size };
}

/** Tells the encoding of a text file; a beginning of ASCII alone says nothing, so it reads on to the first other byte. */
export async function encodingOf(path: string): Promise<string> {
  const handle = await open(path);
  try {
    for (let from = 0; ; from += SAMPLE_BYTES) {
      const { bytes, cut } = await stretchAt(handle, from);
      if (cut && isAscii(bytes)) continue;
      // A stretch from the middle may begin inside a UTF-8 character only if the one before was no ASCII.
      return detectEncoding(bytes, cut);
    }
  } finally {
    await handle.close();
  }
}

/**
 * The text of a file in chunks, without its byte order mark.
 * @param passed is told after each chunk how many bytes of the file, or of the stretch, lie behind
 * @param stretch reads it alone
 * @throws Failure `wrong-encoding` with the line, where the bytes are impossible in this encoding
 */
export async function* decodedText(
  path: string,
  encoding: string,
  passed?: (bytes: number) => void,
  stretch?: Stretch,
): AsyncGenerator<string> {
  const decode = encoding === 'utf-8' ? utf8Decoder() : generalDecoder(encoding);
  let offset = 0;
  let start = !stretch?.from;
  const range = stretch && { start: stretch.from, end: stretch.to - 1 };
  for await (const read of createReadStream(path, { highWaterMark: CHUNK_BYTES, ...range })) {
    let chunk = read as Buffer;
    if (start) chunk = chunk.subarray(marksFit(encoding) ? markLength(chunk) : 0);
    start = false;
    const text = decode(chunk, false);
    if (text === undefined) throw await wrongEncoding(path, encoding, offset);
    offset += read.length;
    passed?.(offset);
    if (text !== '') yield text;
  }
  const text = decode(Buffer.alloc(0), true);
  if (text === undefined) throw await wrongEncoding(path, encoding, offset);
  if (text !== '') yield text;
}

function marksFit(encoding: string): boolean {
  return encoding.startsWith('utf-');
}

type Decode = (chunk: Buffer, last: boolean) => string | undefined;

/** Strict UTF-8; several times faster than a streaming `TextDecoder`. */
function utf8Decoder(): Decode {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk, last) => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = last ? bytes.length : wholeUtf8Length(bytes);
    rest = Buffer.from(bytes.subarray(whole));
    const complete = bytes.subarray(0, whole);
    if (isAscii(complete)) return complete.toString('latin1');
    return isUtf8(complete) ? complete.toString('utf8') : undefined;
  };
}

function generalDecoder(encoding: string): Decode {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (chunk, last) => {
    try {
      return decoder.decode(chunk, { stream: !last });
    } catch {
      return undefined;
    }
  };
}

/** Counts the lines anew up to the bad byte: nobody pays for it unless it happens. */
async function wrongEncoding(path: string, encoding: string, near: number) {
  let line = 1;
  let offset = 0;
  let previous = 0;
  for await (const read of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const chunk = read as Buffer;
    const bad = offset + chunk.length > near ? firstBadByte(chunk, encoding) : chunk.length;
    for (let index = 0; index < bad; index++) {
      const byte = chunk[index];
      if (byte === 13 || (byte === 10 && previous !== 13)) line++;
      previous = byte!;
    }
    offset += chunk.length;
    if (bad < chunk.length || offset > near) break;
  }
  return sheetFailure(
    'wrong-encoding',
    { file: path },
    `строка ${line}: есть байты, невозможные в кодировке ${encoding}`,
    'Укажите кодировку файла: --encoding windows-1251 (или cp866, koi8-r, utf-16le), либо сохраните файл как CSV UTF-8.',
  );
}

function firstBadByte(chunk: Buffer, encoding: string): number {
  if (encoding !== 'utf-8') return 0;
  let low = 0;
  let high = chunk.length;
  // A character cut by the chunk's own start belongs to the chunk before.
  while (low < 3 && (chunk[low]! & 0xc0) === 0x80) low++;
  const start = low;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const part = chunk.subarray(start, middle);
    if (isUtf8(part.subarray(0, wholeUtf8Length(part)))) low = middle;
    else high = middle - 1;
  }
  return low;
}
