import type { Source } from '../../layouts/layout.ts';
import { type Recognised, recogniseLayout } from '../../layouts/registry.ts';
import type { Row, Sheet } from '../../sheets/sheet.ts';
import { withoutLongTexts } from './long-texts.ts';

/** Rows that a layout is recognised by. */
const PREVIEW_ROWS = 60;

/** The first rows of a sheet, what they make it, and the way to the others. */
export interface SheetBeginning {
  /** At least as many rows as a layout looks at, where the sheet has them. */
  head: readonly Row[];
  /** Absent where no layout knows the sheet. */
  recognised: Recognised | undefined;
  /** The rows after the head, in batches. */
  rest: AsyncIterator<readonly Row[]>;
}

/**
 * Reads the first rows of a sheet and recognises its layout by them.
 * @param shown how the file is named
 * @param names of all sheets of the file
 */
export async function sheetBeginning(
  sheet: Sheet,
  shown: string,
  names: readonly string[],
  source: Source | undefined,
): Promise<SheetBeginning> {
  const rest = sheet.rows()[Symbol.asyncIterator]();
  const head: Row[] = [];
  while (head.length < PREVIEW_ROWS) {
    const batch = await rest.next();
    if (batch.done) break;
    head.push(...batch.value.map(withoutLongTexts));
  }
  const recognised =
    head.length === 0
      ? undefined
      : recogniseLayout(
          {
            fileName: shown.split(/[\\/]/).pop() ?? shown,
            sheetName: sheet.name,
            sheetNames: names,
            rows: head.slice(0, PREVIEW_ROWS),
          },
          source,
        );
  return { head, recognised, rest };
}
