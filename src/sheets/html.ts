import { decodedText } from './decoded-text.ts';
import { htmlTableParser } from './html-tables.ts';
import type { OpenedFile, Row, SheetLimits } from './sheet.ts';

const BATCH_ROWS = 500;

/**
 * Opens a page of HTML tables, as web systems save them under the name `.xls`: one sheet, whose rows are counted
 * as Excel lays the page out; a line of text outside of the tables is a row with one cell.
 */
export function openHtml(path: string, encoding: string, limits: SheetLimits): OpenedFile {
  let read = 0;
  const text = () =>
    decodedText(path, encoding, (bytes) => {
      read = bytes;
    });
  return {
    file: path,
    format: 'html',
    encoding,
    sheets: [{ name: '', hidden: false, addressing: 'a1', rows: () => htmlRows(text(), path, limits) }],
    bytesRead: () => read,
    close: async () => {},
  };
}

async function* htmlRows(
  chunks: AsyncIterable<string>,
  path: string,
  limits: SheetLimits,
): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  const parser = htmlTableParser({ file: path, limits, row: (row) => batch.push(row) });
  for await (const text of chunks) {
    parser.write(text);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  parser.end();
  if (batch.length > 0) yield batch;
}

/** The encoding that a page states of itself in `<meta charset>`; `undefined` where it states none that is known. */
export function statedHtmlEncoding(beginning: Uint8Array): string | undefined {
  const text = Buffer.from(beginning.subarray(0, 4096)).toString('latin1');
  const label = /<meta[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i.exec(text)?.[1];
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
