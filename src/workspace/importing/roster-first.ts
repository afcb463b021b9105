import { Failure } from '../../failure.ts';
import { recogniseLayout } from '../../layouts/registry.ts';
import { openSheets } from '../../sheets/open.ts';
import type { FoundFile } from './find-files.ts';

const ROSTERS = new Map([
  ['roster', 0],
  ['contextual-survey', 1],
  ['contextual-survey-2021', 1],
  ['contextual-survey-2022', 1],
]);

/** Puts files that say which schools there are before all others; the rest keeps its order. */
export async function rosterFirst(files: readonly FoundFile[]): Promise<FoundFile[]> {
  if (files.length < 2) return [...files];
  const ranked: { file: FoundFile; rank: number }[] = [];
  for (const file of files) ranked.push({ file, rank: await rankOf(file) });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ file }) => file);
}

async function rankOf(file: FoundFile): Promise<number> {
  const last = ROSTERS.size;
  try {
    const opened = await openSheets(file.path);
    try {
      for (const sheet of opened.sheets) {
        const { value: rows } = await sheet.rows()[Symbol.asyncIterator]().next();
        if (!rows) continue;
        const recognised = recogniseLayout({
          fileName: file.shown,
          sheetName: sheet.name,
          sheetNames: opened.sheets.map(({ name }) => name),
          rows: rows.slice(0, 60),
        });
        const rank = ROSTERS.get(recognised?.layout.id ?? '');
        if (rank !== undefined) return rank;
      }
    } finally {
      await opened.close();
    }
  } catch (error) {
    // What is wrong with the file is said when it is imported.
    if (!(error instanceof Failure)) throw error;
  }
  return last;
}
