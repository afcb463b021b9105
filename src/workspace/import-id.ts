import { randomBytes } from 'node:crypto';

/** Folder of a workspace that holds its imports. */
export const IMPORTS_FOLDER = 'imports';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A new import id (ULID): later imports sort after earlier ones, even when the clock was moved back.
 * @param last the greatest id in the workspace
 */
export function nextImportId(now: number, last: string | undefined): string {
  const lastTime = last ? decodeTime(last) : 0;
  const time = Math.max(now, lastTime + 1);
  let head = '';
  for (let rest = time, place = 0; place < 10; place++, rest = Math.floor(rest / 32))
    head = ALPHABET[rest % 32]! + head;
  return head + randomEnd();
}

/** Another id in the same place of the order. */
export function renewedImportId(id: string): string {
  return id.slice(0, 10) + randomEnd();
}

function randomEnd(): string {
  return Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]!).join('');
}

function decodeTime(id: string): number {
  let time = 0;
  for (const letter of id.slice(0, 10)) time = time * 32 + Math.max(0, ALPHABET.indexOf(letter));
  return time;
}

/** Says that a folder name is an import id. */
export function isImportId(name: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(name);
}
