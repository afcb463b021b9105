import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PersonRecord } from '../forgetting/forgotten.ts';
import { recordsIn, type StoredPerson } from '../forgetting/person-records.ts';
import { IMPORTS_FOLDER, nextImportId, renewedImportId } from '../import-id.ts';
import { asideFolder } from '../importing/aside-folder.ts';
import { folderWriter, publishFile, publishFolder, syncFile } from '../importing/folder-writer.ts';
import { PSEUDONYMOUS } from '../importing/manifest-of.ts';
import { importIds, MANIFEST_FILE, type Manifest, readManifest, readManifests } from '../manifest.ts';
import { type Forgotten, type Rewriting, readRewritings, rewritingFile } from './rewritings.ts';

/** What becomes of the imports. */
export interface Rewrite {
  kind: Rewriting['kind'];
  program: string;
  now: number;
  imports: readonly Manifest[];
  /** Whether a record goes on. */
  keeps(one: StoredPerson): boolean;
  /** A record as it goes on. */
  record(record: PersonRecord, manifest: Manifest): PersonRecord;
  /** `import.json` as it goes on; counts of records and of forgotten rows are mended afterwards. */
  manifest(manifest: Manifest): Manifest;
  forgotten: readonly Forgotten[];
  /** Called before each import, and once at the end. */
  progress(done: number): void;
}

/**
 * Writes imports anew, all at once: until the last step nothing of it counts, after it the old ones do not. Broken
 * off at any moment, the workspace says what it said before, or what it says after.
 * @returns what was done, as it stands in the workspace
 */
export async function rewriteImports(directory: string, rewrite: Rewrite): Promise<Rewriting> {
  clearReplaced(directory);
  const last = importIds(directory).at(-1);
  const rewriting: Rewriting = {
    rewriting: nextImportId(rewrite.now, last),
    format: 1,
    kind: rewrite.kind,
    at: new Date(rewrite.now).toISOString(),
    program: rewrite.program,
    replaces: replacements(
      readRewritings(directory),
      rewrite.imports.map((manifest) => manifest.import),
    ),
    forgotten: [...rewrite.forgotten],
  };
  const folder = asideFolder(directory, rewrite.now);
  try {
    for (const [index, manifest] of rewrite.imports.entries()) {
      rewrite.progress(index);
      const aside = folder.next();
      const renewed = await rewriteImport(directory, manifest, aside, rewrite);
      publishFolder(aside, directory, {
        ...renewed,
        import: rewriting.replaces[manifest.import]!,
        rewriting: rewriting.rewriting,
      });
    }
    rewrite.progress(rewrite.imports.length);
    const file = folder.next();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(rewriting, null, 1)}\n`, { flag: 'wx', mode: 0o600 });
    publishFile(file, rewritingFile(directory, rewriting.rewriting));
  } finally {
    folder.remove();
  }
  clearReplaced(directory);
  return rewriting;
}

/** New ids of imports, and of all that these stood for: whoever holds copies under old ids is told of each. */
function replacements(earlier: readonly Rewriting[], ids: readonly string[]): Record<string, string> {
  const renewed = new Map(ids.map((id) => [id, renewedImportId(id)]));
  const before = earlier.flatMap(({ replaces }) => Object.entries(replaces));
  return Object.fromEntries([...before.map(([old, id]) => [old, renewed.get(id) ?? id]), ...renewed]);
}

/** Writes the records of one import into a folder aside; returns its `import.json`. */
async function rewriteImport(
  directory: string,
  manifest: Manifest,
  aside: string,
  rewrite: Rewrite,
): Promise<Manifest> {
  const from = join(directory, IMPORTS_FOLDER, manifest.import);
  const writer = folderWriter(aside);
  const records = { ...manifest.records };
  let forgotten = manifest.skipped.forgotten ?? 0;
  try {
    for (const name of readdirSync(from)) {
      if (name === MANIFEST_FILE) continue;
      const kind = PSEUDONYMOUS.find((one) => `${one}.ndjson` === name);
      if (!kind) {
        copyFileSync(join(from, name), join(aside, name));
        syncFile(join(aside, name));
        continue;
      }
      writer.open(kind);
      for await (const record of recordsIn(join(from, name))) {
        if (rewrite.keeps({ manifest, kind, record })) {
          writer.line(kind, JSON.stringify(rewrite.record(record, manifest)));
          continue;
        }
        records[kind] = records[kind]! - 1;
        forgotten++;
      }
    }
    writer.seal();
  } catch (error) {
    writer.discard();
    throw error;
  }
  return {
    ...rewrite.manifest(manifest),
    records,
    skipped: { ...manifest.skipped, ...(forgotten > 0 ? { forgotten } : {}) },
  };
}

/**
 * Takes away what no longer counts: imports that were replaced, those of a rewriting that was broken off, and the
 * cache, which holds both. Whatever a killed process leaves of it goes with the next call.
 */
export function clearReplaced(directory: string): void {
  const rewritings = readRewritings(directory);
  const ids = importIds(directory);
  const replaced = new Set(rewritings.flatMap(({ replaces }) => Object.keys(replaces)));
  const done = new Set(rewritings.map(({ rewriting }) => rewriting));
  const gone = ids.filter((id) => {
    if (replaced.has(id)) return true;
    const { rewriting } = readManifest(join(directory, IMPORTS_FOLDER, id, MANIFEST_FILE));
    return rewriting !== undefined && !done.has(rewriting);
  });
  if (gone.length === 0) return;
  rmSync(join(directory, '.msoko', 'facts'), { recursive: true, force: true });
  for (const id of gone) takeAway(directory, id);
}

/** Takes one import away whole, by one rename; what a killed process leaves aside is cleared by a later import. */
export function takeAway(directory: string, id: string): void {
  const all = join(directory, '.msoko', 'importing');
  const aside = join(all, `${id}-removed`);
  mkdirSync(all, { recursive: true });
  rmSync(aside, { recursive: true, force: true });
  renameSync(join(directory, IMPORTS_FOLDER, id), aside);
  rmSync(aside, { recursive: true });
}

/** Takes away the files of rewritings whose imports have all been written anew since. */
export function clearRewritings(directory: string): void {
  const needed = new Set(readManifests(directory).map(({ rewriting }) => rewriting));
  const latest = readRewritings(directory).at(-1)?.rewriting;
  for (const { rewriting } of readRewritings(directory)) {
    if (rewriting !== latest && !needed.has(rewriting)) rmSync(rewritingFile(directory, rewriting));
  }
}
