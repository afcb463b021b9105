import { conclude } from '../conclude.ts';
import type { FileRead, ReadRequest, ReadSetting } from '../file-read.ts';
import { folderWriter } from '../folder-writer.ts';
import type { KnownSchools } from '../school-lookup.ts';
import { trailsOfAll } from './identity-trail.ts';
import { joinedParts } from './join-parts.ts';
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
  const plan = await planParts(request, setting);
  if (!plan) return undefined;
  const { encoding, layout, preamble, sheet } = plan;

  const behind: { rows: number; bytes: number }[] = [];
  const begun: Promise<PartRead | null>[] = [];
  const begin = (part: PartRequest) => {
    const index = behind.push({ rows: 0, bytes: 0 }) - 1;
    const tell: Passed = (rows, bytes) => {
      behind[index] = { rows, bytes };
      const sum = (of: 'rows' | 'bytes') => behind.reduce((all, one) => all + one[of], 0);
      passed(sum('rows'), sum('bytes'));
    };
    const { from, to } = part.stretch;
    const reading = read(part, tell);
    reading.then(
      // A thread does not tell every step: the last one of a part is known here.
      (done) => done && tell(Math.max(behind[index]!.rows, done.counts.rows), to - from),
      // One that fails before its turn is looked at in its turn.
      () => {},
    );
    begun.push(reading);
  };

  const writer = folderWriter(aside);
  const trails = trailsOfAll(`${aside}.trail`);
  const joined = joinedParts(known);
  let accepted = false;

  /** Puts the next part to those before it. */
  const taken = async (): Promise<boolean> => {
    const part = await begun.shift()!;
    if (!part || !joined.add(part)) return false;
    for (const [name, stretches] of part.lines) for (const lines of stretches) writer.append(name, lines);
    trails.add(part.trail);
    return true;
  };

  try {
    for await (const stretch of plan.stretches) {
      if (!stretch) return undefined;
      begin({ path, shown, stretch, preamble });
      if (begun.length >= threads * AHEAD_OF_EACH && !(await taken())) return undefined;
    }
    while (begun.length > 0) if (!(await taken())) return undefined;
    if (trails.meetAgain()) return undefined;
    const all = joined.end();
    const sheets = [{ name: sheet, layout: layout.id, rows: all.counts.rows }];
    const file = conclude(request, setting, all, { encoding, layout, sheets }, writer);
    accepted = file.accepted;
    return { ...file, consulted: all.consulted, unstoredRoster: [] };
  } finally {
    await Promise.allSettled(begun);
    trails.remove();
    if (!accepted) writer.discard();
  }
}
