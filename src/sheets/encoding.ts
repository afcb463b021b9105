import { isAscii, isUtf8 } from 'node:buffer';
import { russianPlausibility } from './cyrillic.ts';
import { unknownEncoding } from './sheet-failure.ts';

/** Single-byte encodings that Russian files come in; the number is how much likelier one is before a look. */
const SINGLE_BYTE: ReadonlyMap<string, number> = new Map([
  ['windows-1251', 3],
  ['ibm866', 1.5],
  ['koi8-r', 0],
]);

/** Whether each byte of an encoding is a sign, and those of ASCII are the same there. */
export function isSingleByte(encoding: string): boolean {
  return SINGLE_BYTE.has(encoding);
}

/** Characters that are enough to weigh a single-byte encoding. */
const WEIGHED_BYTES = 16_384;

/**
 * The canonical name of an encoding given by a person (`cp1251`, `UTF8`, `866`).
 * @throws Failure `unknown-encoding`
 */
export function encodingNamed(label: string): string {
  const plain = label
    .trim()
    .toLowerCase()
    .replace(/^win-?(?=\d)/, 'windows-')
    .replace(/^utf-?16$/, 'utf-16le');
  try {
    return new TextDecoder(plain).encoding;
  } catch {
    throw unknownEncoding(label);
  }
}

/** Length of the byte order mark at the beginning, in bytes. */
export function markLength(bytes: Uint8Array): number {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
  return markedEncoding(bytes) === undefined ? 0 : 2;
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * UTF-16 without a mark: the upper byte of nearly every pair is 00 (ASCII) or 04 (Cyrillic), which no other
 * encoding of a text holds.
 */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const pairs = bytes.length >> 1;
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (bytes[index] === 0 || bytes[index] === 4) even++;
    if (bytes[index + 1] === 0 || bytes[index + 1] === 4) odd++;
  }
  if (Math.max(even, odd) < pairs * 0.8 || even === odd) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Length of the bytes without a UTF-8 character that their end cuts in two. */
export function wholeUtf8Length(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back]!;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? length - back : length;
    if (byte < 0x80) return length;
  }
  return length;
}

/**
 * Tells the encoding of a text from its beginning: byte order mark, UTF-16 by its pattern, UTF-8, else the
 * single-byte encoding in which it reads most like Russian.
 * @param bytes the beginning; for a mostly ASCII file a stretch that holds other bytes
 * @param cut whether the file goes on after these bytes
 * @returns the encoding's WHATWG name (`utf-8`, `utf-16le`, `windows-1251`, `ibm866`, `koi8-r`)
 */
export function detectEncoding(bytes: Uint8Array, cut = false): string {
  const certain = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (certain) return certain;
  if (isAscii(bytes) || isUtf8(cut ? bytes.subarray(0, wholeUtf8Length(bytes)) : bytes)) return 'utf-8';
  const weighed = stretchBeyondAscii(bytes);
  if (isSpoiltUtf8(weighed)) return 'utf-8';
  let best = { encoding: 'windows-1251', score: Number.NEGATIVE_INFINITY };
  for (const [encoding, likelier] of SINGLE_BYTE) {
    const score = likelier + russianPlausibility(new TextDecoder(encoding).decode(weighed));
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

/** A whole text in whatever encoding it came, without the byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(detectEncoding(bytes)).decode(bytes);
}

/**
 * UTF-8 with a few bad bytes: read as a single-byte encoding it would become gibberish without a word, while
 * reading it as UTF-8 stops at the bad line.
 */
function isSpoiltUtf8(bytes: Uint8Array): boolean {
  const beyondAscii = new TextDecoder().decode(bytes).replace(/[\u0000-\u007f]/g, '');
  const bad = beyondAscii.split('\ufffd').length - 1;
  return bad * 5 < beyondAscii.length;
}

function stretchBeyondAscii(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return bytes.subarray(first, first + WEIGHED_BYTES);
}
