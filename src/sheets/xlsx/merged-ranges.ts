import { type Merge, parseMerge } from '../merges.ts';
import { sheetFailure } from '../sheet-failure.ts';
import { type Package, partBytes } from './part.ts';
import type { ZipEntry } from './zip.ts';

const WORD = Buffer.from('mergeCell');
const TAG = /<(?:[\w.-]+:)?mergeCell\s[^<>]*?ref\s*=\s*["']([^"'<>]*)["']/g;

/** A tag cut by the border of two chunks is no longer than this. */
const LONGEST_TAG = 256;

const MOST_MERGES = 1_000_000;

/**
 * Finds the merged ranges of a sheet before its rows are read: they stand after the rows. Bytes are searched,
 * not parsed, which costs little beside unpacking.
 * @throws Failure `too-many-merges`
 */
export async function readMergedRanges(pack: Package, entry: ZipEntry, sheet: string): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of partBytes(pack, entry)) {
    const bytes = Buffer.concat([rest, chunk]);
    // UTF-16 parts of foreign generators have their zero bytes between the letters; such merges stay unseen.
    if (bytes.includes(WORD)) {
      for (const [, reference] of bytes.toString('latin1').matchAll(TAG)) {
        const merge = parseMerge(reference!);
        if (merge) merges.push(merge);
      }
      if (merges.length > MOST_MERGES) throw tooManyMerges(pack.file, sheet);
    }
    const opened = bytes.lastIndexOf('<');
    const cutTag = opened > bytes.lastIndexOf('>') && bytes.length - opened < LONGEST_TAG;
    rest = cutTag ? Buffer.from(bytes.subarray(opened)) : Buffer.alloc(0);
  }
  return merges;
}

function tooManyMerges(file: string, sheet: string) {
  return sheetFailure(
    'too-many-merges',
    { file, sheet },
    `объединённых диапазонов больше ${MOST_MERGES}`,
    'Снимите объединение ячеек или сохраните таблицу как CSV.',
  );
}
