import { Failure } from '../../failure.ts';
import { LAYOUTS, recogniseLayout } from '../../layouts/registry.ts';
import { openSheets } from '../../sheets/open.ts';
import type { FoundFile } from './find-files.ts';
import { withoutLongTexts } from './long-texts.ts';

const ROSTERS = new Map([
  ['roster', 0],
  ['contextual-survey', 1],
  ['contextual-survey-2021', 1],
  ['contextual-survey-2022', 1],
]);

const ROSTER_LAYOUTS = LAYOUTS.filter(({ id }) => ROSTERS.has(id));

/** Rank of files that do not say which schools there are. */
export const LAST_RANK = ROSTERS.size;

/** Rank of a layout: files that say which schools there are go before all others. */
export function rankOfLayout(layout: string | undefined): number {
  return ROSTERS.get(layout ?? '') ?? LAST_RANK;
}

/** Rank of a file of which nothing is known yet; only its first rows are read. */
export async function rankOfFile(file: FoundFile): Promise<number> {
  try {
    const opened = await openSheets(file.path);
    try {
      for (const sheet of opened.sheets) {
        const { value: rows } = await sheet.rows()[Symbol.asyncIterator]().next();
        if (!rows) continue;
        const preview = {
          fileName: file.shown,
          sheetName: sheet.name,
          sheetNames: opened.sheets.map(({ name }) => name),
          rows: rows.slice(0, 60).map(withoutLongTexts),
        };
        // Few sheets look like a roster; only then the other layouts are asked which it is.
        if (!ROSTER_LAYOUTS.some((layout) => layout.recognise(preview))) continue;
        const recognised = recogniseLayout(preview);
        const rank = rankOfLayout(recognised?.layout.id);
        if (rank < LAST_RANK) return rank;
      }
    } finally {
      await opened.close();
    }
  } catch (error) {
    // What is wrong with the file is said when it is imported.
    if (!(error instanceof Failure)) throw error;
  }
  return LAST_RANK;
}
