import { randomBytes } from 'node:crypto';
import { forgottenPeople, type PersonRecord } from '../forgetting/forgotten.ts';
import { loadKey } from '../key.ts';
import { fingerprintsOf, SECRET_BYTES } from '../key-chain.ts';
import { keyFile, readKeyFile, replaceKeyFile } from '../key-file.ts';
import { readManifests } from '../manifest.ts';
import { wrapper } from '../pseudonym.ts';
import { clearRewritings, rewriteImports } from './rewrite-imports.ts';
import { readRewritings } from './rewritings.ts';
import { keysOf } from './used-keys.ts';

/** What a rotation needs from outside. */
export interface Rotation {
  /** Name of the key, from the settings. */
  id: string | undefined;
  env: NodeJS.ProcessEnv;
  program: string;
  now: number;
  progress(done: number, all: number): void;
}

/** What a rotation did. */
export interface Rotated {
  fingerprint: string;
  /** How many secrets a pseudonym goes through now. */
  secrets: number;
  imports: number;
}

/**
 * Changes the key of a workspace: a new secret is added to the chain, and every stored pseudonym is wrapped with it.
 * Equal ones stay equal, so that people match as before. The key file comes first: it serves the imports as they
 * are and as they will be, so that a rotation broken off at any moment leaves a workspace that works, and the next
 * one goes on with the secret that was added.
 * @throws Failure `key-missing`, `key-differs`, `key-damaged`
 */
export async function rotateKey(directory: string, rotation: Rotation): Promise<Rotated> {
  const { id, env, now, program } = rotation;
  const manifests = readManifests(directory);
  const rewritings = readRewritings(directory);
  const held = loadKey(id, keysOf(manifests, rewritings), env);
  const file = keyFile(id, env);
  const stored = readKeyFile(file)!;
  const chain = stored.length > held.chain.length ? stored : [...stored, randomBytes(SECRET_BYTES)];
  if (chain !== stored) replaceKeyFile(file, chain);

  const known = fingerprintsOf(chain);
  const key = { chain, fingerprint: known.at(-1)! };
  const wrapFrom = new Map(known.map((from, index) => [from, wrapper(chain.slice(index + 1))] as const));
  const imports = manifests.filter(({ key: used }) => used !== undefined);
  const forgotten = forgottenPeople(rewritings, key);
  if (imports.length > 0 || forgotten.length > 0) {
    await rewriteImports(directory, {
      kind: 'key-rotated',
      program,
      now,
      imports,
      keeps: () => true,
      record: (record, manifest) => rewrapped(record, wrapFrom.get(manifest.key!)!),
      manifest: (manifest) => ({ ...manifest, key: key.fingerprint }),
      forgotten,
      progress: (done) => rotation.progress(done, imports.length),
    });
    clearRewritings(directory);
  }
  return { fingerprint: key.fingerprint, secrets: chain.length, imports: imports.length };
}

function rewrapped(record: PersonRecord, wrap: (pseudonym: string) => string): PersonRecord {
  const changed = { ...record };
  for (const name of ['participant', 'person', 'document'] as const) {
    const pseudonym = record[name];
    if (pseudonym !== undefined) changed[name] = wrap(pseudonym);
  }
  return changed;
}
