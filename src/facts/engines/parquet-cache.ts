import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { recordColumns } from '../../records/columns.ts';
import type { RecordKind } from '../../records/schemas.ts';
import { syncFile } from '../../workspace/importing/folder-writer.ts';
import { recordFile } from '../../workspace/manifest.ts';
import type { Workspace } from '../../workspace/open.ts';
import { IMPORT_OF_FILE, readNdjson } from './duckdb-types.ts';
import { literal } from './engine.ts';

/** What the cache is made of: the imports of a workspace. */
export type Cacheable = Pick<Workspace, 'directory' | 'imports'>;

/** Records of some imports that are read from one Parquet file instead of their NDJSON. */
interface Segment {
  file: string;
  imports: readonly string[];
  sources: readonly string[];
}

/** Bytes of NDJSON from which on a Parquet file is written: scanning fewer takes a fraction of a second. */
export const WORTH_A_SEGMENT = 64 * 1024 ** 2;

/** Rows of a row group: DuckDB's own 122,880 take twice the memory while they are gathered, and are read no faster. */
const GROUP_ROWS = 30_720;

/** What killed processes left half-written is cleared away once it is this old. */
const STALE_MILLISECONDS = 60 * 60 * 1000;

/** Changes with what is in the files, so that those of another version are never read. */
const FORMAT = 1;

/** Which record files are read from Parquet, and which as they are. */
export interface CachePlan {
  cached: readonly { file: string; imports: readonly string[] }[];
  plain: readonly string[];
  /** Whether some are read as they are that are worth a file. */
  uncached: boolean;
}

/**
 * A cache of large record files under `.msoko/`, which may be deleted at any time. Each of its files covers some
 * imports that follow one another, and its name is a digest of their ids, sizes and times: imports never change, so
 * it is right or it is not there. It appears whole, by a rename. Schools and supersession are no part of it: they
 * are joined when a question is asked.
 * @param worth bytes of NDJSON that are worth a file
 */
export function parquetCache(
  { directory, imports }: Cacheable,
  run: (sql: string) => Promise<unknown>,
  worth: number,
) {
  const folder = join(directory, '.msoko', 'facts');
  const segments = new Map<RecordKind, Segment[]>();
  const ready = new Set<string>();
  let broken = false;

  const segmentsOf = (kind: RecordKind): Segment[] => {
    let known = segments.get(kind);
    if (!known) {
      const files = imports
        .filter(({ records }) => records[kind])
        .map((manifest) => ({ id: manifest.import, source: recordFile(directory, manifest.import, kind) }));
      known = segmentsIn(files, kind, worth, (digest) => join(folder, `${kind}-${digest}.parquet`));
      segments.set(kind, known);
      clear(folder, kind, new Set(known.map(({ file }) => basename(file))));
    }
    return known;
  };

  /** Writes one Parquet file; where that fails, the cache is not used. */
  const write = async ({ file, sources }: Segment, kind: RecordKind): Promise<void> => {
    const aside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
    const columns = recordColumns(kind);
    const names = Object.keys(columns).map((name) => `"${name}"`);
    // Whoever presses Ctrl-C leaves nothing half-written behind.
    const drop = () => existsSync(aside) && rmSync(aside, { force: true });
    process.once('exit', drop);
    try {
      // DuckDB writes with the modes of the system: the folder keeps others out.
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      await run(
        `COPY (SELECT ${IMPORT_OF_FILE} AS import, ${names.join(', ')} FROM ${readNdjson(sources, columns)}) ` +
          `TO ${literal(aside)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE ${GROUP_ROWS})`,
      );
      syncFile(aside);
      renameSync(aside, file);
    } catch {
      // A disk that is full or may not be written to makes questions slower, not impossible.
      broken = true;
      drop();
    } finally {
      process.off('exit', drop);
    }
  };

  return {
    /**
     * Says where each of these record files of one kind is read from.
     * @param worthWriting what is worth a file and has none gets it now
     */
    async plan(files: readonly string[], worthWriting: boolean): Promise<CachePlan> {
      const kind = basename(files[0] ?? '', '.ndjson') as RecordKind;
      const asked = new Map(files.map((file) => [importOf(file), file]));
      const cached: { file: string; imports: string[] }[] = [];
      let uncached = false;
      for (const segment of broken ? [] : segmentsOf(kind)) {
        const wanted = segment.imports.filter((id) => asked.has(id));
        if (wanted.length === 0) continue;
        if (!ready.has(segment.file) && !existsSync(segment.file)) {
          uncached ||= !worthWriting;
          if (!worthWriting) continue;
          await write(segment, kind);
        }
        if (broken) break;
        ready.add(segment.file);
        cached.push({ file: segment.file, imports: wanted });
        for (const id of wanted) asked.delete(id);
      }
      return { cached, plain: [...asked.values()], uncached };
    },
    /** Writes what is worth it of these kinds and is not there yet. */
    async fill(kinds: readonly RecordKind[]): Promise<void> {
      for (const kind of kinds) {
        for (const segment of segmentsOf(kind)) {
          if (broken) return;
          if (!existsSync(segment.file)) await write(segment, kind);
        }
      }
    },
    /** Throws everything away and reads no more from here: a file was damaged, or went away meanwhile. */
    abandon() {
      broken = true;
      for (const file of ready) rmSync(file, { force: true });
      const used = ready.size > 0;
      ready.clear();
      return used;
    },
  };
}

/** The import whose folder a record file stands in. */
function importOf(file: string): string {
  return basename(dirname(file));
}

/** Cuts imports, oldest first, into stretches that are worth a file; what is left at the end is too little. */
function segmentsIn(
  files: readonly { id: string; source: string }[],
  kind: RecordKind,
  worth: number,
  fileOf: (digest: string) => string,
): Segment[] {
  const found: Segment[] = [];
  let stretch: { id: string; source: string; stamp: string }[] = [];
  let bytes = 0;
  for (const { id, source } of files) {
    const stat = statSync(source, { throwIfNoEntry: false });
    if (!stat) continue;
    stretch.push({ id, source, stamp: `${id} ${stat.size} ${stat.mtimeMs}` });
    bytes += stat.size;
    if (bytes < worth) continue;
    const content = JSON.stringify([FORMAT, recordColumns(kind), stretch.map(({ stamp }) => stamp)]);
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 32);
    found.push({
      file: fileOf(digest),
      imports: stretch.map((one) => one.id),
      sources: stretch.map((one) => one.source),
    });
    stretch = [];
    bytes = 0;
  }
  return found;
}

/** Removes files of imports that are gone, and what killed processes left. Whoever reads one still falls back. */
function clear(folder: string, kind: RecordKind, current: ReadonlySet<string>): void {
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const old = name.startsWith(`${kind}-`) && name.endsWith('.parquet') && !current.has(name);
    const stale =
      name.endsWith('.tmp') &&
      Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > STALE_MILLISECONDS;
    try {
      if (old || stale) rmSync(path, { force: true });
    } catch {
      // Open in another process (Windows), or not ours: a later question clears it away.
    }
  }
}

/** What stands in a folder; nothing where it is none. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
