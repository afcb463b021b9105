import { Failure } from '../../../failure.ts';
import { hintsFromName } from '../../../layouts/file-name.ts';
import { openSheets } from '../../../sheets/open.ts';
import type { Stretch } from '../../../sheets/sheet.ts';
import { isForgottenAmong } from '../../forgetting/forgotten.ts';
import type { Pseudonymise } from '../../pseudonym.ts';
import type { ReadSetting } from '../file-read.ts';
import { folderWriter } from '../folder-writer.ts';
import { withoutLongTexts } from '../long-texts.ts';
import type { Gathered } from '../manifest-of.ts';
import { effectsOf } from '../read-sheets.ts';
import { newFileReading, sheetReading } from '../reading.ts';
import { type Consulted, type KnownSchools, schoolLookup } from '../school-lookup.ts';
import { sheetBeginning } from '../sheet-beginning.ts';
import { type IdentityTrail, identityTrail } from './identity-trail.ts';

/** One part of a file to read. */
export interface PartRequest {
  path: string;
  shown: string;
  /** A new folder for the records of the part. */
  aside: string;
  /** A new file for who was met in it. */
  trail: string;
  stretch: Stretch;
  /** Rows of the file up to and including its header. */
  preamble: number;
}

/** A part that was read. */
export interface PartRead extends Omit<Gathered, 'schools'> {
  consulted: readonly Consulted[];
  trail: IdentityTrail;
}

/**
 * Reads a part of a file as if it were all of it.
 * @returns `null` where something is amiss: what, only the whole file can tell
 */
export async function readPart(
  { path, shown, aside, trail: trailFile, stretch, preamble }: PartRequest,
  { options, menu, forgotten }: ReadSetting,
  known: KnownSchools,
  pseudonym: Pseudonymise,
  passed: (rows: number, bytes: number) => void,
): Promise<PartRead | null> {
  const lookup = schoolLookup(known);
  const writer = folderWriter(aside);
  const trail = identityTrail(trailFile);
  let ended: IdentityTrail | undefined;
  try {
    const opened = await openSheets(path, options.encoding ? { encoding: options.encoding } : {});
    const sheet = opened.sheets[0]!;
    const { head, recognised, rest } = await sheetBeginning(sheet, shown, [sheet.name], options.source);
    await rest.return?.();
    const reading = newFileReading(trail);
    const given = { ...hintsFromName(path), ...options.given };
    const isForgotten = isForgottenAmong(forgotten);
    const effects = effectsOf({ shown, given, options, lookup, menu, pseudonym, isForgotten }, writer);
    const reader = sheetReading(recognised!.layout, sheet, reading, effects);
    if (stretch.line > 1) for (const row of head.slice(0, preamble)) reader.prepare(row);
    let rows = 0;
    for await (const batch of sheet.stretch!(stretch)) {
      for (const row of batch) reader.row(withoutLongTexts(row));
      rows += batch.length;
      passed(rows, opened.bytesRead?.() ?? 0);
    }
    reader.end();
    await opened.close();
    writer.end();
    ended = trail.end();
    return {
      counts: reading.counts,
      issues: reading.issues,
      covers: reading.grounds.covered(),
      consulted: lookup.consulted,
      trail: ended,
    };
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  } finally {
    if (!ended) {
      trail.end();
      writer.discard();
    }
  }
}
