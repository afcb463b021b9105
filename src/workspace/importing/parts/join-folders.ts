import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFile } from '../folder-writer.ts';

/** Puts the records of the parts, in their order, into one folder. The first part's files are moved, the others copied. */
export async function joinFolders(parts: readonly string[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const part of parts) {
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
  for (const name of readdirSync(folder)) syncFile(join(folder, name));
}
