import { foundOrMade } from '../records/found-or-made.ts';
import type { RecordKind } from '../records/schemas.ts';
import { positionOf } from '../workspace/ground.ts';
import { recordFile } from '../workspace/manifest.ts';
import type { Workspace } from '../workspace/open.ts';
import { supersededGround } from '../workspace/supersession.ts';
import { recordsWith } from './records-with.ts';
import type { Source } from './trace.ts';

/** The places in the imported files of all records of one kind and of the given years; superseded ones are left out. */
export async function traceRecords(
  workspace: Workspace,
  kind: RecordKind,
  years: readonly number[],
): Promise<Source[]> {
  const isGone = supersededGround(workspace.supersession);
  const sources: Source[] = [];
  for (const manifest of workspace.imports) {
    // All people of an import may have asked to be forgotten: the ground stays covered.
    if (!manifest.records[kind]) continue;
    if (!manifest.covers.some((ground) => ground.kind === kind && years.includes(ground.year ?? 0))) continue;
    const bySheet = new Map<string, number[]>();
    await recordsWith(recordFile(workspace.directory, manifest.import, kind), [], (record) => {
      const position = positionOf(kind, record, manifest.layout);
      if (!years.includes(position.year ?? 0) || isGone({ import: manifest.import, ...position })) return;
      const [sheet, row] = record.at;
      foundOrMade(bySheet, sheet, () => []).push(row);
    });
    for (const [sheet, rows] of bySheet) {
      // A row of a list may give several records: one for each paper.
      const own = [...new Set(rows)].sort((a, b) => a - b);
      sources.push({ import: manifest.import, file: manifest.file, kind, sheet, rows: own });
    }
  }
  return sources;
}
