import { statSync } from 'node:fs';
import type { FoundFile } from './find-files.ts';

/** How far an import is. */
export interface Progress {
  /** First all files are hashed, then those that are new are read. */
  stage: 'hashing' | 'reading';
  /** Bytes that lie behind in this stage, and all of them. */
  bytes: number;
  allBytes: number;
  /** Files that are done with, and all of them. */
  files: number;
  allFiles: number;
  /** The file that was last heard of, and its rows so far; absent while files are hashed. */
  file?: FoundFile;
  rows: number;
}

/** Adds up what is heard of single files, some of them read at the same time. */
export function progressOf(files: readonly FoundFile[], tell: (progress: Progress) => void) {
  const sizes = new Map(
    files.map(({ path }) => [path, statSync(path, { throwIfNoEntry: false })?.size ?? 0]),
  );
  const sizeOf = ({ path }: FoundFile) => sizes.get(path) ?? 0;
  const total = (of: readonly FoundFile[]) => of.reduce((sum, file) => sum + sizeOf(file), 0);
  const allHashed = total(files);
  const underWay = new Map<string, number>();
  let toRead: ReadonlySet<string> = new Set();
  let allBytes = 0;
  let doneBytes = 0;
  let done = 0;
  let hashed = 0;

  const tellReading = (file: FoundFile, rows: number) => {
    const bytes = [...underWay.values()].reduce((sum, one) => sum + one, doneBytes);
    tell({ stage: 'reading', bytes, allBytes, files: done, allFiles: files.length, file, rows });
  };

  return {
    hashed(bytes: number) {
      hashed += bytes;
      tell({
        stage: 'hashing',
        bytes: hashed,
        allBytes: allHashed,
        files: 0,
        allFiles: files.length,
        rows: 0,
      });
    },
    reading(unread: readonly FoundFile[]) {
      toRead = new Set(unread.map(({ path }) => path));
      allBytes = total(unread);
    },
    passed(file: FoundFile, rows: number, bytes: number) {
      // Parts of a workbook are read more than once.
      underWay.set(file.path, Math.min(bytes, sizeOf(file)));
      tellReading(file, rows);
    },
    finished(file: FoundFile) {
      underWay.delete(file.path);
      if (toRead.has(file.path)) doneBytes += sizeOf(file);
      done++;
      tellReading(file, 0);
    },
  };
}
