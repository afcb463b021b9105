import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { sheetFailure } from '../../sheets/sheet-failure.ts';

/** What tells one file's bytes from another's. */
export interface Fingerprint {
  /** SHA-256, hexadecimal. */
  sha256: string;
  bytes: number;
}

/**
 * The fingerprint of a file.
 * @param passed is told after each stretch how many bytes it had
 * @throws Failure `file-unreadable`
 */
export async function fingerprint(path: string, passed: (bytes: number) => void): Promise<Fingerprint> {
  const hash = createHash('sha256');
  let bytes = 0;
  const hint = 'Проверьте права на файл и не открыт ли он в другой программе.';
  const unreadable = (cause?: unknown) =>
    sheetFailure('file-unreadable', { file: path }, 'файл не читается', hint, cause);
  // A pipe or a device would be read for ever.
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw unreadable();
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      passed((chunk as Buffer).length);
    }
  } catch (cause) {
    throw unreadable(cause);
  }
  return { sha256: hash.digest('hex'), bytes };
}
