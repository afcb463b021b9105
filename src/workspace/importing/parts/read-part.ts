import { Failure } from '../../../failure.ts';
import { hintsFromName } from '../../../layouts/file-name.ts';
import type { Stretch } from '../../../sheets/sheet.ts';
import { isForgottenAmong } from '../../forgetting/forgotten.ts';
import type { Pseudonymise } from '../../pseudonym.ts';
import type { ReadSetting } from '../file-read.ts';
import { newFileReading } from '../file-reading.ts';
import { withoutLongTexts } from '../long-texts.ts';
import type { Gathered } from '../manifest-of.ts';
import { effectsOf } from '../read-sheets.ts';
import { sheetReading } from '../reading.ts';
import { type Consulted, type KnownSchools, schoolLookup } from '../school-lookup.ts';
import { type IdentityTrail, identityTrail } from './identity-trail.ts';
import { type OpenTable, openTable } from './open-table.ts';
import { type PartLines, partLines } from './part-lines.ts';

/** One part of a file to read. */
export interface PartRequest {
  path: string;
  shown: string;
  stretch: Stretch;
  /** Rows of the file up to and including its header. */
  preamble: number;
}

/** A part that was read. */
export interface PartRead extends Omit<Gathered, 'schools'> {
  consulted: readonly Consulted[];
  lines: PartLines;
  /** Who was met in it. */
  trail: IdentityTrail;
}

/**
 * Reads a part of a file as if it were all of it.
 * @param passed is told how many rows and bytes of the part lie behind
 * @returns `null` where something is amiss: what, only the whole file can tell
 */
export type ReadPart = (
  request: PartRequest,
  known: KnownSchools,
  passed: (rows: number, bytes: number) => void,
) => Promise<PartRead | null>;

/** Reads parts one after another; a file is opened once for all that follow one another. */
export function partReader(
  { options, menu, forgotten }: ReadSetting,
  pseudonym: Pseudonymise,
): { read: ReadPart; close(): Promise<void> } {
  const isForgotten = isForgottenAmong(forgotten);
  let open: { path: string; table: OpenTable | undefined } | undefined;

  const close = async () => {
    await open?.table?.close();
    open = undefined;
  };

  const tableOf = async (path: string, shown: string) => {
    if (open?.path !== path) {
      await close();
      open = { path, table: await openTable(path, shown, options) };
    }
    return open.table;
  };

  const readOf: ReadPart = async ({ path, shown, stretch, preamble }, known, passed) => {
    const table = await tableOf(path, shown);
    if (!table) return null;
    const lookup = schoolLookup(known);
    const writer = partLines();
    const trail = identityTrail();
    const reading = newFileReading(trail);
    const given = { ...hintsFromName(path), ...options.given };
    const effects = effectsOf({ shown, given, options, lookup, menu, pseudonym, isForgotten }, writer);
    const reader = sheetReading(table.layout, table.sheet, reading, effects);
    if (stretch.line > 1) for (const row of table.head.slice(0, preamble)) reader.prepare(row);
    let rows = 0;
    for await (const batch of table.sheet.stretch(stretch)) {
      for (const row of batch) reader.row(withoutLongTexts(row));
      rows += batch.length;
      passed(rows, table.bytesRead?.() ?? 0);
    }
    reader.end();
    return {
      counts: reading.counts,
      issues: reading.issues,
      covers: reading.grounds.covered(),
      consulted: lookup.consulted,
      lines: writer.end(),
      trail: trail.end(),
    };
  };

  return {
    close,
    async read(...part) {
      try {
        return await readOf(...part);
      } catch (error) {
        if (error instanceof Failure) return null;
        throw error;
      }
    },
  };
}
