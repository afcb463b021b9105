import { createHmac } from 'node:crypto';

/** Makes pseudonyms: the same kind and parts give the same 22 characters, and nothing leads back. */
export type Pseudonymise = (kind: string, ...parts: readonly string[]) => string;

/** HMAC-SHA-256 cut to 128 bits; `kind` keeps names, documents and codes apart. */
export function pseudonymiser(secret: Buffer): Pseudonymise {
  return (kind, ...parts) =>
    createHmac('sha256', secret)
      .update(`${kind}\u0000${parts.join('\u0000')}`)
      .digest('base64url')
      .slice(0, 22);
}
