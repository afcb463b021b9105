import type { SchoolReference } from '../../layouts/layout.ts';
import type { SchoolBasis } from '../schools.ts';
import type { FileRead, ReadRequest, ReadSetting } from './file-read.ts';
import type { FoundFile } from './find-files.ts';
import type { PartRead, PartRequest } from './parts/read-part.ts';

/** What a reading thread is started with. */
export interface WorkerStart {
  setting: ReadSetting;
  /** Secrets of the pseudonyms. */
  chain: readonly Uint8Array[];
}

/** What a reading thread is asked. */
export type WorkerTask = RankTask | ReadTask | PartTask;

/** Whether a file says which schools there are. */
export interface RankTask {
  kind: 'rank';
  file: FoundFile;
}

/** The schools: what is new since the last task of the thread, where nothing else changed. */
export type SchoolNews = { basis: SchoolBasis } | { met: readonly SchoolReference[] };

/** One file to read. */
export interface ReadTask {
  kind: 'read';
  request: ReadRequest;
  schools: SchoolNews;
}

/** One part of a file to read. */
export interface PartTask {
  kind: 'part';
  request: PartRequest;
  schools: SchoolNews;
}

/** What comes of a task. */
export type TaskResult = FileRead | PartRead | number | null;

/** An error on its way between threads, with what the words for a person are made of. */
export interface CarriedError {
  message: string;
  stack: string | undefined;
  details: Pick<NodeJS.ErrnoException, 'code' | 'syscall' | 'path'>;
}

/** What a reading thread answers. */
export type WorkerAnswer =
  | { kind: 'passed'; rows: number; bytes: number }
  | { kind: 'done'; result: TaskResult }
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
