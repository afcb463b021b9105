import { textCell } from '../cells.ts';
import type { Cell } from '../sheet.ts';
import { sheetFailure } from '../sheet-failure.ts';
import { type Package, tooLong } from './part.ts';
import { scanPart } from './relationships.ts';
import { nameKey, spreadsheetText } from './xml.ts';
import type { ZipEntry } from './zip.ts';

const ITEM = nameKey('si');
const TEXT = nameKey('t');
const PHONETIC = nameKey('rPh');

/** The strings are kept in memory whole, unlike sheets. */
const LARGEST_PART = 512 * 1024 ** 2;

/** Bytes of memory that a string takes beside its letters. */
const BESIDE_LETTERS = 100;

/** Bytes of memory for the strings of any book, and for each byte of the file beyond. */
const MEMORY = 128 * 1024 ** 2;
const MEMORY_FOR_A_BYTE = 20;

/** Reads the strings that cells refer to by number, as ready cells; the runs of a rich text are joined. */
export async function readSharedStrings(
  pack: Package,
  entry: ZipEntry | undefined,
): Promise<(Cell | undefined)[]> {
  const strings: (Cell | undefined)[] = [];
  if (!entry) return strings;
  const { cellCharacters, unpackedBytes } = pack.limits;
  let memory = MEMORY + pack.size * MEMORY_FOR_A_BYTE;
  let collected = '';
  let inText = false;
  let inPhonetic = false;
  await scanPart(
    pack,
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
        else if (name === ITEM) {
          memory -= BESIDE_LETTERS + collected.length * 2;
          if (memory < 0) throw tooManyTexts(pack);
          strings.push(textCell(collected));
        }
      },
      text(source, from, to, literal) {
        if (!inText) return;
        collected += spreadsheetText(source.slice(from, to), literal);
        if (collected.length > cellCharacters) throw tooLong(pack, `строка длиннее ${cellCharacters} знаков`);
      },
    },
    { largest: Math.min(unpackedBytes, LARGEST_PART), longest: cellCharacters * 8 + 1024 },
  );
  return strings;
}

function tooManyTexts(pack: Package) {
  return sheetFailure(
    'too-many-texts',
    pack,
    'текстов в книге столько, что они не поместятся в память',
    'Разделите книгу на несколько или сохраните таблицу как CSV.',
  );
}
