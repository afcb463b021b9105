import { createHmac } from 'node:crypto';

/**
 * Secrets of the pseudonyms of a workspace, oldest first. A pseudonym is made with the first and wrapped by each
 * later one: a changed key needs no names, only the pseudonyms that are stored.
 */
export type KeyChain = readonly Buffer[];

/** Bytes of a secret. */
export const SECRET_BYTES = 32;

/**
 * Tells the states of a chain apart without giving it away: of each length, from one secret to all of them. It is
 * stored with every import, so that it is known which of the secrets its pseudonyms went through.
 */
export function fingerprintsOf(chain: KeyChain): string[] {
  const found: string[] = [];
  for (const secret of chain) {
    const before = found.at(-1);
    const text = before === undefined ? 'msoko key' : `msoko key\u0000${before}`;
    found.push(createHmac('sha256', secret).update(text).digest('base64url').slice(0, 12));
  }
  return found;
}

/** The chain as it stands in a key file: one secret a line. */
export function chainText(chain: KeyChain): string {
  return chain.map((secret) => `${secret.toString('base64url')}\n`).join('');
}

/** Reads the text of a key file; `undefined` where it holds anything but whole secrets. */
export function parseChain(text: string): KeyChain | undefined {
  const chain = text
    .trim()
    .split(/\s+/)
    .map((line) => Buffer.from(line, 'base64url'));
  return chain.every((secret) => secret.length === SECRET_BYTES) ? chain : undefined;
}
