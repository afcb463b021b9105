import { textCell } from '../cells.ts';
import type { Cell } from '../sheet.ts';
import { type Package, tooLong } from './part.ts';
import { scanPart } from './relationships.ts';
import { nameKey, spreadsheetText } from './xml.ts';
import type { ZipEntry } from './zip.ts';

const ITEM = nameKey('si');
const TEXT = nameKey('t');
const PHONETIC = nameKey('rPh');

/** The strings are kept in memory whole, unlike sheets. */
const LARGEST_PART = 512 * 1024 ** 2;

/** Reads the strings that cells refer to by number, as ready cells; the runs of a rich text are joined. */
export async function readSharedStrings(
  pack: Package,
  entry: ZipEntry | undefined,
): Promise<(Cell | undefined)[]> {
  const strings: (Cell | undefined)[] = [];
  if (!entry) return strings;
  const { cellCharacters, unpackedBytes } = pack.limits;
  const limits = { ...pack.limits, unpackedBytes: Math.min(unpackedBytes, LARGEST_PART) };
  let collected = '';
  let inText = false;
  let inPhonetic = false;
  await scanPart(
    { ...pack, limits },
    entry,
    {
      open(name) {
        if (name === ITEM) collected = '';
        else if (name === TEXT) inText = !inPhonetic;
        else if (name === PHONETIC) inPhonetic = true;
      },
      close(name) {
        if (name === TEXT) inText = false;
        else if (name === PHONETIC) inPhonetic = false;
        else if (name === ITEM) strings.push(textCell(collected));
      },
      text(source, from, to, literal) {
        if (!inText) return;
        collected += spreadsheetText(source.slice(from, to), literal);
        if (collected.length > cellCharacters) throw tooLong(pack, `строка длиннее ${cellCharacters} знаков`);
      },
    },
    cellCharacters * 8 + 1024,
  );
  return strings;
}
