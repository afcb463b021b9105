import type { SchoolReference } from '../../layouts/layout.ts';
import type { SchoolBasis } from '../schools.ts';
import type { FoundFile } from './find-files.ts';
import type { FileRead, ReadRequest, ReadSetting } from './read-file.ts';

/** What a reading thread is started with. */
export interface WorkerStart {
  setting: ReadSetting;
  /** Secrets of the pseudonyms. */
  chain: readonly Uint8Array[];
}

/** What a reading thread is asked. */
export type WorkerTask = RankTask | ReadTask;

/** Whether a file says which schools there are. */
export interface RankTask {
  kind: 'rank';
  file: FoundFile;
}

/** One file to read. The schools come as what is new since its last file, where nothing else changed. */
export interface ReadTask {
  kind: 'read';
  request: ReadRequest;
  schools: { basis: SchoolBasis } | { met: readonly SchoolReference[] };
}

/** An error on its way between threads, with what the words for a person are made of. */
export interface CarriedError {
  message: string;
  stack: string | undefined;
  details: Pick<NodeJS.ErrnoException, 'code' | 'syscall' | 'path'>;
}

/** What a reading thread answers. */
export type WorkerAnswer =
  | { kind: 'passed'; rows: number; bytes: number }
  | { kind: 'done'; result: FileRead | number }
  | { kind: 'failed'; error: CarriedError };

/** Prepares an error for the way: of an `Error` only message and stack survive it by themselves. */
export function packError(error: unknown): CarriedError {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined, details: {} };
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  const details = {
    ...(code === undefined ? {} : { code }),
    ...(syscall === undefined ? {} : { syscall }),
    ...(path === undefined ? {} : { path }),
  };
  return { message: error.message, stack: error.stack, details };
}

/** The error as it was before its way. */
export function unpackError({ message, stack, details }: CarriedError): Error {
  const error = Object.assign(new Error(message), details);
  if (stack !== undefined) error.stack = stack;
  return error;
}
