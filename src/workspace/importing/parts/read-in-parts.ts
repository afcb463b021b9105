import { rmSync } from 'node:fs';
import { conclude } from '../conclude.ts';
import { folderWriter } from '../folder-writer.ts';
import type { FileRead, ReadRequest, ReadSetting } from '../read-file.ts';
import type { KnownSchools } from '../school-lookup.ts';
import { meetAgain } from './identity-trail.ts';
import { joinFolders } from './join-folders.ts';
import { joinParts } from './join-parts.ts';
import { planParts } from './plan-parts.ts';
import type { PartRead, PartRequest } from './read-part.ts';

type Passed = (rows: number, bytes: number) => void;

/**
 * Reads one large table in parts, at the same time where there are threads, and in memory that does not grow with it.
 * What comes out is the same as from `readFile`.
 * @param most how many parts at most
 * @param read reads one part
 * @returns `undefined` where the file must be read whole: it is small, its rows need one another, a record takes
 * several lines, somebody was met twice, anything is amiss. Then nothing of it lies aside.
 */
export async function readInParts(
  request: ReadRequest,
  setting: ReadSetting,
  known: KnownSchools,
  most: number,
  read: (part: PartRequest, passed: Passed) => Promise<PartRead | null>,
  passed: Passed,
): Promise<FileRead | undefined> {
  const { path, shown, aside } = request;
  if (aside === null) return undefined;
  const plan = await planParts(request, setting, most);
  if (!plan) return undefined;
  const { preamble } = plan;
  const parts = plan.stretches.map((stretch, index) => ({
    ...{ path, shown, stretch, preamble },
    aside: `${aside}-${index}`,
    trail: `${aside}-${index}.trail`,
  }));
  const behind = parts.map(() => ({ rows: 0, bytes: 0 }));
  const readAll = parts.map((part, index) =>
    read(part, (rows, bytes) => {
      behind[index] = { rows, bytes };
      const sum = (of: 'rows' | 'bytes') => behind.reduce((all, one) => all + one[of], 0);
      passed(sum('rows'), sum('bytes'));
    }),
  );
  try {
    const found = await Promise.all(readAll);
    const sound = found.flatMap((part) => (part ? [part] : []));
    const joined = sound.length === parts.length ? joinParts(sound, known) : undefined;
    if (!joined || meetAgain(sound.map(({ trail }) => trail))) return undefined;
    await joinFolders(
      parts.map((part) => part.aside),
      aside,
    );
    const writer = folderWriter(aside);
    const content = {
      encoding: plan.encoding,
      layout: plan.layout,
      sheets: [{ name: plan.sheet, layout: plan.layout.id, rows: joined.counts.rows }],
    };
    const file = conclude(request, setting, joined, content, writer);
    if (!file.accepted) writer.discard();
    return { ...file, consulted: joined.consulted, unstoredRoster: [] };
  } finally {
    await Promise.allSettled(readAll);
    for (const part of parts) {
      rmSync(part.aside, { recursive: true, force: true });
      rmSync(part.trail, { force: true });
    }
  }
}
