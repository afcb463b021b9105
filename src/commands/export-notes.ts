import { AsyncLocalStorage } from 'node:async_hooks';
import type { FileContent } from '../workspace/file-content.ts';

/** Takes note of a file that a command has written. */
export type TakeNote = (path: string, content: FileContent, said?: string) => void;

/**
 * Who takes note of files that are written, for the command under way. It goes beside the arguments so that nobody
 * who writes a file can forget to pass it on.
 */
const notes = new AsyncLocalStorage<TakeNote>();

/** Runs a command; whatever it writes is told to `take`. */
export function noting<T>(take: TakeNote, run: () => Promise<T>): Promise<T> {
  return notes.run(take, run);
}

/**
 * Tells that a file was written.
 * @param said digest of what the program says in it, without words of the analyst
 */
export function noteWritten(path: string, content: FileContent, said?: string): void {
  notes.getStore()?.(path, content, said);
}
