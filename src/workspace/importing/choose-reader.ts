import { availableParallelism } from 'node:os';
import type { PseudonymKey } from '../key.ts';
import { pseudonymiser } from '../pseudonym.ts';
import type { ReadSetting } from './file-read.ts';
import { plainReader, type Reader } from './reader.ts';
import { workerReader } from './worker-reader.ts';

/** Bytes of tables that are worth a thread of their own: fewer are read before it has started. */
const WORTH_A_THREAD = 1 << 20;

/** Bytes of a table that are read as a part of their own: its records wait in memory for their turn. */
export const PART_BYTES = 4 << 20;

/**
 * Threads where there are several files or parts of one, enough to read, and more than one core; this thread
 * otherwise.
 * @param sizes bytes of each file
 * @param worker file of the built reading thread; without it everything is read in this one
 */
export function chooseReader(
  sizes: readonly number[],
  setting: ReadSetting,
  { chain }: PseudonymKey,
  worker: URL | undefined,
): Reader {
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const pieces = sizes.reduce((sum, size) => sum + Math.ceil(size / setting.partBytes), 0);
  const threads = Math.min(availableParallelism(), pieces, Math.floor(bytes / WORTH_A_THREAD));
  return worker && threads > 1
    ? workerReader(worker, threads, setting, chain)
    : plainReader(setting, pseudonymiser(...chain));
}
