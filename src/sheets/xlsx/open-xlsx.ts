import { open } from 'node:fs/promises';
import { checkWorkbookParts } from '../content.ts';
import { mergeCover } from '../merges.ts';
import type { Cell, OpenedFile, Row, SheetLimits } from '../sheet.ts';
import { readMergedRanges } from './merged-ranges.ts';
import { type Package, partFailure, partText } from './part.ts';
import { rowScan } from './row-scan.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readDateStyles } from './styles.ts';
import { readWorkbook, type Workbook } from './workbook.ts';
import { xmlScan } from './xml.ts';
import { readZipDirectory } from './zip.ts';

const BATCH_ROWS = 500;

/** Few rows with very many cells make a batch too. */
const BATCH_CELLS = 100_000;

/** What all sheets of a book share; read once, when the first of them is. */
interface Common {
  sharedStrings: (Cell | undefined)[];
  dateStyles: boolean[];
}

/** Opens a workbook of Office Open XML. Sheets are read as they are asked for, row after row. */
export async function openXlsx(path: string, limits: SheetLimits): Promise<OpenedFile> {
  const handle = await open(path);
  try {
    const entries = await readZipDirectory(handle, path);
    checkWorkbookParts(entries, path);
    const { size } = await handle.stat();
    const pack: Package = { file: path, handle, entries, limits, size, read: 0, unpacked: 0 };
    const workbook = await readWorkbook(pack);
    let common: Promise<Common> | undefined;
    const shared = () => {
      common ??= readCommon(pack, workbook);
      return common;
    };
    return {
      file: path,
      format: 'xlsx',
      sheets: workbook.sheets.map((sheet) => ({
        name: sheet.name,
        hidden: sheet.hidden,
        addressing: 'a1',
        rows: () => sheetRows(pack, workbook, sheet, shared),
      })),
      bytesRead: () => pack.read,
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readCommon(pack: Package, workbook: Workbook): Promise<Common> {
  return {
    sharedStrings: await readSharedStrings(pack, workbook.sharedStrings),
    dateStyles: await readDateStyles(pack, workbook.styles),
  };
}

async function* sheetRows(
  pack: Package,
  workbook: Workbook,
  { name, entry }: Workbook['sheets'][number],
  shared: () => Promise<Common>,
): AsyncGenerator<readonly Row[]> {
  const { file, limits } = pack;
  const place = { file, sheet: name };
  const { sharedStrings, dateStyles } = await shared();
  const cover = mergeCover(await readMergedRanges(pack, entry, name), place);
  let batch: Row[] = [];
  let cells = 0;
  const handler = rowScan({
    ...place,
    limits,
    sharedStrings,
    dateStyles,
    from1904: workbook.from1904,
    row(row) {
      if (!cover(row.number, row.cells)) return;
      batch.push(row);
      cells += row.cells.length;
    },
  });
  const scan = xmlScan(handler, limits.cellCharacters * 8 + 1024);
  try {
    for await (const text of partText(pack, entry)) {
      scan.write(text);
      if (batch.length < BATCH_ROWS && cells < BATCH_CELLS) continue;
      yield batch;
      batch = [];
      cells = 0;
    }
    scan.end();
  } catch (error) {
    throw partFailure(error, place, entry.name);
  }
  if (batch.length > 0) yield batch;
}
