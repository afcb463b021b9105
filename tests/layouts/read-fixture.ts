import { basename, join } from 'node:path';
import { hintsFromName } from '../../src/layouts/file-name.ts';
import type { Given, Layout } from '../../src/layouts/layout.ts';
import { openSheets } from '../../src/sheets/open.ts';
import type { Row } from '../../src/sheets/sheet.ts';
import { type ReadOutcome, readLayout } from '../support/read-layout.ts';

export interface SheetOutcome extends ReadOutcome {
  sheet: string;
  layout: string | undefined;
}

/** Opens a fixture and reads every sheet with the layout that recognises it most surely. */
export async function readFixture(
  path: string,
  layouts: readonly Layout[],
  given: Given = {},
): Promise<SheetOutcome[]> {
  const opened = await openSheets(join(import.meta.dirname, '..', '..', 'fixtures', path));
  try {
    const outcomes: SheetOutcome[] = [];
    const notes = new Map<string, string>();
    for (const sheet of opened.sheets) {
      const rows: Row[] = [];
      for await (const batch of sheet.rows()) rows.push(...batch);
      const preview = {
        fileName: basename(path),
        sheetName: sheet.name,
        sheetNames: opened.sheets.map(({ name }) => name),
        rows: rows.slice(0, 60),
      };
      const sure = (layout: Layout) => layout.recognise(preview)?.confidence ?? 0;
      const layout = [...layouts].sort((one, other) => sure(other) - sure(one))[0]!;
      const known = sure(layout) > 0;
      const empty = { records: {}, issues: [], schools: [], covered: [] };
      const none = { preamble: 0, record: 0, absent: 0, service: 0, rejected: 0 };
      outcomes.push({
        ...(known
          ? readLayout(
              layout,
              rows,
              { ...hintsFromName(path), ...given },
              { sheetName: sheet.name, fileName: path, notes },
            )
          : { ...empty, rows: none }),
        sheet: sheet.name,
        layout: known ? layout.id : undefined,
      });
    }
    return outcomes;
  } finally {
    await opened.close();
  }
}
