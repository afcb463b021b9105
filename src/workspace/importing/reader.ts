import type { Pseudonymise } from '../pseudonym.ts';
import type { FileRead, ReadRequest, ReadSetting } from './file-read.ts';
import type { FoundFile } from './find-files.ts';
import { readInParts } from './parts/read-in-parts.ts';
import { partReader } from './parts/read-part.ts';
import { readFile } from './read-file.ts';
import { rankOfFile } from './roster-first.ts';
import type { KnownSchools } from './school-lookup.ts';

/** Reads files for an import, in this thread or in others. */
export interface Reader {
  /** How many files it is worth to ask for at once. */
  ahead: number;
  /** Whether a file says which schools there are; see `rankOfFile`. */
  rank(file: FoundFile): Promise<number>;
  /**
   * Reads a file.
   * @param known the schools as they are known when its reading begins
   * @param passed is told how many rows and bytes of the file lie behind
   */
  read(
    request: ReadRequest,
    known: () => KnownSchools,
    passed: (rows: number, bytes: number) => void,
  ): Promise<FileRead>;
  close(): Promise<void>;
}

/** Reads in this thread, one file at a time. */
export function plainReader(setting: ReadSetting, pseudonym: Pseudonymise): Reader {
  const parts = partReader(setting, pseudonym);
  return {
    ahead: 1,
    rank: rankOfFile,
    async read(request, known, passed) {
      const now = known();
      const inParts = await readInParts(
        request,
        setting,
        now,
        1,
        (part, read) => parts.read(part, now, read),
        passed,
      );
      return inParts ?? readFile(request, setting, now, pseudonym, passed);
    },
    close: parts.close,
  };
}
