import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFile } from '../folder-writer.ts';

/** Moves the record files of a part into a folder, or to the end of those that are there already. */
export async function moveInto(folder: string, part: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(part)) {
    const [source, target] = [join(part, name), join(folder, name)];
    if (!existsSync(target)) renameSync(source, target);
    else
      await pipeline(
        createReadStream(source, { highWaterMark: 1 << 20 }),
        createWriteStream(target, { flags: 'a' }),
      );
  }
}

/** Makes the files of a folder outlast a power cut. */
export function syncFiles(folder: string): void {
  for (const name of readdirSync(folder)) syncFile(join(folder, name));
}
