import { Failure } from '../../../failure.ts';
import type { Layout } from '../../../layouts/layout.ts';
import type { Row, Stretch } from '../../../sheets/sheet.ts';
import type { ReadRequest, ReadSetting } from '../file-read.ts';
import { lineStretches } from './line-stretches.ts';
import { openTable } from './open-table.ts';

/** How a file is read in parts. */
export interface PartsPlan {
  /** One after another; `undefined` where the file turns out to be one that is read whole. */
  stretches: AsyncIterable<Stretch | undefined>;
  /** Rows up to and including the header: each part is shown them. */
  preamble: number;
  encoding: string | undefined;
  sheet: string;
  layout: Layout;
}

/**
 * Plans to read a large table in parts, where none of its rows needs another.
 * @returns `undefined` where it is to be read whole; what is wrong with the file is said then
 */
export async function planParts(
  { path, shown, fingerprint: { bytes } }: ReadRequest,
  { options, partBytes }: ReadSetting,
): Promise<PartsPlan | undefined> {
  if (bytes <= partBytes) return undefined;
  try {
    const table = await openTable(path, shown, options);
    if (!table) return undefined;
    await table.close();
    const { encoding, head, layout, sheet } = table;
    const preamble = preambleOf(layout, head);
    const first = head[preamble];
    if (!first) return undefined;
    const pieces = Math.ceil(bytes / partBytes);
    const stretches = belowHeader(lineStretches(path, bytes, pieces), first.number);
    return { stretches, preamble, encoding, sheet: sheet.name, layout };
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** The header must lie in the first part. */
async function* belowHeader(
  stretches: AsyncIterable<Stretch | undefined>,
  first: number,
): AsyncGenerator<Stretch | undefined> {
  for await (const stretch of stretches) {
    yield stretch && stretch.line > 1 && stretch.line < first ? undefined : stretch;
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
