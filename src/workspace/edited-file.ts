import { readFileSync } from 'node:fs';
import { decodeText } from '../sheets/encoding.ts';

/**
 * The text of a file that a person edits, in whatever encoding an editor or a console left it: «Блокнот» puts a byte
 * order mark before it, PowerShell writes UTF-16.
 * @throws what the system throws where the file cannot be read
 */
export function readEdited(path: string): string {
  return decodeText(readFileSync(path));
}
