import type { Layout } from '../../../layouts/layout.ts';
import { openSheets } from '../../../sheets/open.ts';
import type { OpenedFile, Row, Sheet } from '../../../sheets/sheet.ts';
import type { ImportOptions } from '../import-outcome.ts';
import { sheetBeginning } from '../sheet-beginning.ts';

/** A table that can be read in parts. */
export interface OpenTable extends Pick<OpenedFile, 'encoding' | 'bytesRead' | 'close'> {
  sheet: Sheet & Required<Pick<Sheet, 'stretch'>>;
  layout: Layout;
  /** Its first rows. */
  head: readonly Row[];
}

/**
 * Opens a file and recognises its table.
 * @returns `undefined` where it can only be read whole
 * @throws Failure where the file cannot be read
 */
export async function openTable(
  path: string,
  shown: string,
  { encoding, source }: ImportOptions,
): Promise<OpenTable | undefined> {
  const opened = await openSheets(path, encoding ? { encoding } : {});
  const [sheet] = opened.sheets;
  if (sheet && canBeCut(sheet)) {
    const { head, recognised, rest } = await sheetBeginning(sheet, shown, [sheet.name], source);
    await rest.return?.();
    if (recognised?.layout.rowsStandAlone) return { ...opened, sheet, layout: recognised.layout, head };
  }
  await opened.close();
  return undefined;
}

function canBeCut(sheet: Sheet): sheet is OpenTable['sheet'] {
  return sheet.stretch !== undefined;
}
