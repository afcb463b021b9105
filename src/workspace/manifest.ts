import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { RECORD_KINDS, type RecordKind } from '../records/schemas.ts';
import { IMPORTS_FOLDER, isImportId } from './import-id.ts';
import { readRewritings, rewritingIds } from './rewriting/rewritings.ts';

const issueSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
  file: z.string(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
  row: z.number().optional(),
  column: z.string().optional(),
  value: z.string().optional(),
});

/**
 * The ground that an import covers: record kind, paper, year, and the schools (or other units) in it. `part`
 * tells apart what may stand side by side: the day of an exam, a variable, marks and scores. A null part is
 * the whole ground.
 */
const groundSchema = z.object({
  kind: z.enum(RECORD_KINDS as [RecordKind, ...RecordKind[]]),
  paper: z.string().nullable(),
  year: z.number().nullable(),
  part: z.string().nullable(),
  schools: z.array(z.string()),
});

/** `import.json`: what one import is. */
export const manifestSchema = z.object({
  import: z.string(),
  format: z.literal(1),
  program: z.string(),
  importedAt: z.string(),
  file: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  encoding: z.string().optional(),
  source: z.string(),
  layout: z.string(),
  sheets: z.array(z.object({ name: z.string(), layout: z.string(), rows: z.number() })),
  /** Options that were given by hand and change what the file means. */
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  key: z.string().optional(),
  /** The rewriting that made this import out of another; it counts once that rewriting is done. */
  rewriting: z.string().optional(),
  rows: z.number(),
  records: z.record(z.string(), z.number()),
  skipped: z.object({
    absent: z.number(),
    service: z.number(),
    setAside: z.number(),
    /** Rows of people who asked to be forgotten. */
    forgotten: z.number().optional(),
  }),
  covers: z.array(groundSchema),
  /** How each school was named in the file, by the code under which its records are stored. */
  schools: z.record(
    z.string(),
    z.object({
      by: z.enum(['code', 'login', 'oge', 'ege', 'name']),
      key: z.string(),
      name: z.string().optional(),
      municipality: z.string().optional(),
    }),
  ),
  issueCounts: z.record(z.string(), z.number()),
  /** The first hundred of each code; all stand in `issues.ndjson`. */
  issues: z.array(issueSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Ground = z.infer<typeof groundSchema>;

export const MANIFEST_FILE = 'import.json';

/**
 * All imports of a workspace, oldest first. Folders without `import.json` are not imports and are passed over, and so
 * are those that a rewriting has replaced, or would bring once it is done.
 * @throws Failure `damaged-import` or `damaged-rewriting`
 */
export function readManifests(directory: string): Manifest[] {
  for (;;) {
    const before = rewritingIds(directory);
    const isSame = () => rewritingIds(directory).join() === before.join();
    try {
      const manifests = countingManifests(directory);
      if (isSame()) return manifests;
    } catch (error) {
      // One that was done meanwhile takes folders away that were to be read.
      if (isSame()) throw error;
    }
  }
}

function countingManifests(directory: string): Manifest[] {
  const rewritings = readRewritings(directory);
  const replaced = new Set(rewritings.flatMap(({ replaces }) => Object.keys(replaces)));
  const done = new Set(rewritings.map(({ rewriting }) => rewriting));
  return importIds(directory)
    .filter((id) => !replaced.has(id))
    .map((id) => readManifest(join(directory, IMPORTS_FOLDER, id, MANIFEST_FILE)))
    .filter(({ rewriting }) => rewriting === undefined || done.has(rewriting));
}

/** Ids of all folders that hold an import, whether it counts or not. */
export function importIds(directory: string): string[] {
  const folder = join(directory, IMPORTS_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => isImportId(name) && existsSync(join(folder, name, MANIFEST_FILE)))
    .sort();
}

/** Reads one `import.json`. */
export function readManifest(file: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Failure('damaged-import', `Не читается описание загрузки «${file}».`, {
      hint: 'Удалите эту папку загрузки и загрузите файл снова.',
      cause,
    });
  }
}

/** Path of a record file of an import. */
export function recordFile(directory: string, importId: string, kind: RecordKind): string {
  return join(directory, IMPORTS_FOLDER, importId, `${kind}.ndjson`);
}
