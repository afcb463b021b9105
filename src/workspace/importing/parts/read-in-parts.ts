import { rmSync } from 'node:fs';
import { conclude } from '../conclude.ts';
import type { FileRead, ReadRequest, ReadSetting } from '../file-read.ts';
import { folderWriter } from '../folder-writer.ts';
import type { KnownSchools } from '../school-lookup.ts';
import { meetAgain } from './identity-trail.ts';
import { moveInto, syncFiles } from './join-folders.ts';
import { joinParts } from './join-parts.ts';
import { planParts } from './plan-parts.ts';
import type { PartRead, PartRequest } from './read-part.ts';

/** Parts that are read or wait for their turn, for each thread: enough that none waits for a slow one. */
const AHEAD_OF_EACH = 2;

type Passed = (rows: number, bytes: number) => void;

/**
 * Reads one large table in parts, at the same time where there are threads, and in memory that does not grow with it.
 * What comes out is the same as from `readFile`.
 * @param threads how many parts are read at once
 * @param read reads one part
 * @returns `undefined` where the file must be read whole: it is small, its rows need one another, a record takes
 * several lines, somebody was met twice, anything is amiss. Then nothing of it lies aside.
 */
export async function readInParts(
  request: ReadRequest,
  setting: ReadSetting,
  known: KnownSchools,
  threads: number,
  read: (part: PartRequest, passed: Passed) => Promise<PartRead | null>,
  passed: Passed,
): Promise<FileRead | undefined> {
  const { path, shown, aside } = request;
  if (aside === null) return undefined;
  const plan = await planParts(request, setting, threads);
  if (!plan) return undefined;
  const { preamble } = plan;
  let accepted = false;
  const parts = plan.stretches.map((stretch, index) => ({
    ...{ path, shown, stretch, preamble },
    aside: `${aside}-${index}`,
    trail: `${aside}-${index}.trail`,
  }));
  const behind = parts.map(() => ({ rows: 0, bytes: 0 }));
  const begun: Promise<PartRead | null>[] = [];
  const begin = (index: number) => {
    const reading = read(parts[index]!, (rows, bytes) => {
      behind[index] = { rows, bytes };
      const sum = (of: 'rows' | 'bytes') => behind.reduce((all, one) => all + one[of], 0);
      passed(sum('rows'), sum('bytes'));
    });
    // One that fails before its turn is looked at in its turn.
    reading.catch(() => {});
    begun.push(reading);
  };
  try {
    const found: PartRead[] = [];
    for (const [index, part] of parts.entries()) {
      while (begun.length < Math.min(parts.length, index + threads * AHEAD_OF_EACH)) begin(begun.length);
      const sound = await begun[index]!;
      if (!sound) return undefined;
      found.push(sound);
      // While the next parts are being read.
      await moveInto(aside, part.aside);
    }
    const joined = joinParts(found, known);
    if (!joined || meetAgain(found.map(({ trail }) => trail))) return undefined;
    syncFiles(aside);
    const writer = folderWriter(aside);
    const content = {
      encoding: plan.encoding,
      layout: plan.layout,
      sheets: [{ name: plan.sheet, layout: plan.layout.id, rows: joined.counts.rows }],
    };
    const file = conclude(request, setting, joined, content, writer);
    accepted = file.accepted;
    return { ...file, consulted: joined.consulted, unstoredRoster: [] };
  } finally {
    await Promise.allSettled(begun);
    if (!accepted) rmSync(aside, { recursive: true, force: true });
    for (const part of parts) {
      rmSync(part.aside, { recursive: true, force: true });
      rmSync(part.trail, { force: true });
    }
  }
}
