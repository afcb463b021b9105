import { Failure } from '../../../failure.ts';
import type { Layout } from '../../../layouts/layout.ts';
import { openSheets } from '../../../sheets/open.ts';
import type { Row, Stretch } from '../../../sheets/sheet.ts';
import type { ReadRequest, ReadSetting } from '../file-read.ts';
import { sheetBeginning } from '../sheet-beginning.ts';
import { lineStretches } from './line-stretches.ts';

const PARTS_OF_EACH = 4;

/** How a file is read in parts. */
export interface PartsPlan {
  stretches: readonly Stretch[];
  /** Rows up to and including the header: each part is shown them. */
  preamble: number;
  encoding: string | undefined;
  sheet: string;
  layout: Layout;
}

/**
 * Plans to read a large table in parts, where none of its rows needs another.
 * @param threads how many parts are read at once
 * @returns `undefined` where it is to be read whole; what is wrong with the file is said then
 */
export async function planParts(
  { path, shown, fingerprint: { bytes } }: ReadRequest,
  { options: { encoding, source }, partBytes }: ReadSetting,
  threads: number,
): Promise<PartsPlan | undefined> {
  const worth = Math.floor(bytes / partBytes);
  if (worth < 1) return undefined;
  // Several for each thread, so that what is read is put together while the rest is read.
  const pieces = threads === 1 ? 1 : Math.min(worth, threads * PARTS_OF_EACH);
  try {
    const opened = await openSheets(path, encoding ? { encoding } : {});
    try {
      const [sheet] = opened.sheets;
      if (!sheet?.stretch) return undefined;
      const { head, recognised, rest } = await sheetBeginning(sheet, shown, [sheet.name], source);
      await rest.return?.();
      if (!recognised?.layout.rowsStandAlone) return undefined;
      const preamble = preambleOf(recognised.layout, head);
      const first = head[preamble];
      const stretches = first && (await lineStretches(path, bytes, pieces));
      // The parts after the first must begin below the header.
      if (!stretches || stretches.some(({ line }) => line > 1 && line <= first.number)) return undefined;
      return { stretches, preamble, encoding: opened.encoding, sheet: sheet.name, layout: recognised.layout };
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** How many rows of a head lie above the first one that a layout counts. */
function preambleOf(layout: Layout, head: readonly Row[]): number {
  const reader = layout.open({
    given: {},
    said: {},
    notes: new Map(),
    fileName: '',
    sheetName: '',
    menu: [],
    pseudonym: () => '',
    school: () => undefined,
    emit() {},
    cover() {},
    error() {},
    warn() {},
  });
  const counted = head.findIndex((row) => reader.row(row) !== 'preamble');
  return counted === -1 ? head.length : counted;
}
