import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file that only its owner may read, whole, and that was not there.
 * @throws EEXIST where it was
 */
export function writeNew(file: string, text: string): void {
  const aside = writeAside(file, text);
  try {
    publishNew(aside, file);
  } finally {
    rmSync(aside);
  }
}

/** Writes what is to take a file's place beside it, for its owner alone; returns where. */
export function writeAside(file: string, text: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  const descriptor = openSync(aside, 'wx', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return aside;
}

/**
 * Gives what lies aside its name too, where nothing has that name.
 * @throws EEXIST where something has
 */
export function publishNew(aside: string, file: string): void {
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Disks without hard links (FAT, some network shares).
    copyFileSync(aside, file, constants.COPYFILE_EXCL);
  }
}
