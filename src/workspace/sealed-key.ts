import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { chainText, type KeyChain, parseChain } from './key-chain.ts';

/**
 * Cost of a passphrase: scrypt with N = 2^17, r = 8, p = 1, as OWASP's Password Storage Cheat Sheet asks for
 * (checked 2026-11): 128 MiB and a good part of a second for each guess.
 */
const COST = { n: 2 ** 17, r: 8, p: 1 } as const;

/** Memory that a sealed key may ask for, in bytes. */
const MOST_MEMORY = 512 * 1024 ** 2;

const CIPHER = 'aes-256-gcm';

/** Characters that a passphrase must have. */
export const SHORTEST_PASSPHRASE = 12;

const bytes = z.string().transform((text) => Buffer.from(text, 'base64url'));

const sealedSchema = z.strictObject({
  msoko: z.literal('key'),
  format: z.literal(1),
  /** Name of the key in the workspace that it was taken from. */
  id: z.string(),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    n: z
      .int()
      .min(2)
      .max(2 ** 22),
    r: z.int().min(1).max(64),
    p: z.int().min(1).max(16),
    salt: bytes,
  }),
  cipher: z.literal(CIPHER),
  nonce: bytes,
  tag: bytes,
  sealed: bytes,
});

/** A key as a file that may travel: nothing in it can be read or changed without the passphrase. */
export function sealKey(id: string, chain: KeyChain, passphrase: string): string {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, keyOf(passphrase, { ...COST, salt }), nonce);
  cipher.setAAD(aboutOf(id));
  const sealed = Buffer.concat([cipher.update(chainText(chain), 'utf8'), cipher.final()]);
  const text = (value: Buffer) => value.toString('base64url');
  const file = {
    ...{ msoko: 'key', format: 1, id },
    kdf: { name: 'scrypt', ...COST, salt: text(salt) },
    ...{ cipher: CIPHER, nonce: text(nonce), tag: text(cipher.getAuthTag()), sealed: text(sealed) },
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * Opens a sealed key.
 * @throws Failure `not-a-key`, `wrong-passphrase`
 */
export function openSealedKey(text: string, passphrase: string): { id: string; chain: KeyChain } {
  const { id, kdf, nonce, tag, sealed } = parseSealed(text);
  const key = keyOf(passphrase, kdf);
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: 16 });
    decipher.setAAD(aboutOf(id));
    decipher.setAuthTag(tag);
    const chain = parseChain(Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8'));
    if (chain) return { id, chain };
  } catch {
    // One answer for both: what cannot be told apart is not told apart.
  }
  throw new Failure(
    'wrong-passphrase',
    'Файл ключа не открывается: другая парольная фраза, или файл повреждён.',
    {
      hint: 'Проверьте раскладку клавиатуры и повторите; если фраза верна, возьмите другую копию файла.',
    },
  );
}

function parseSealed(text: string): z.infer<typeof sealedSchema> {
  try {
    const sealed = sealedSchema.parse(JSON.parse(text.replace(/^\uFEFF/, '')));
    const { n, r } = sealed.kdf;
    if (128 * n * r <= MOST_MEMORY && (n & (n - 1)) === 0) return sealed;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
  }
  throw new Failure('not-a-key', 'Это не файл ключа, который пишет «msoko key export».', {
    hint: 'Выгрузите ключ на том компьютере, где он есть: msoko key export ФАЙЛ.',
  });
}

/** The same passphrase gives the same key however a keyboard composed its letters. */
function keyOf(
  passphrase: string,
  { n, r, p, salt }: { n: number; r: number; p: number; salt: Buffer },
): Buffer {
  const maxmem = 2 * MOST_MEMORY;
  return scryptSync(passphrase.normalize('NFKC'), salt, 32, { N: n, r, p, maxmem });
}

/** What is not secret, and must not be changed either. */
function aboutOf(id: string): Buffer {
  return Buffer.from(`msoko key 1 ${id}`);
}
