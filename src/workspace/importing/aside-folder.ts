import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const STALE_MILLISECONDS = 24 * 60 * 60 * 1000;

/** The folder under `.msoko/` in which one run of imports writes; each import has its own below it. */
export interface AsideFolder {
  /** Path of a new folder below it, which is not made yet. */
  next(): string;
  remove(): void;
}

/**
 * Opens the folder of a run. It goes away with `remove`, or when the process is told to exit; what killed processes
 * left is cleared away once it is a day old.
 */
export function asideFolder(directory: string, now: number): AsideFolder {
  const all = join(directory, '.msoko', 'importing');
  mkdirSync(all, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(all)) {
    const path = join(all, name);
    // Another run may have removed its folder meanwhile.
    const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - touched > STALE_MILLISECONDS) rmSync(path, { recursive: true, force: true });
  }
  const run = join(all, `${process.pid}-${randomBytes(6).toString('hex')}`);
  // A reading thread may be writing into it still.
  const clear = () => rmSync(run, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  process.once('exit', clear);
  let made = 0;
  return {
    next: () => join(run, String(made++)),
    remove() {
      process.removeListener('exit', clear);
      clear();
    },
  };
}
