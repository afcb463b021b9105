import { type Manifest, readManifests } from '../manifest.ts';
import { type Rewriting, readRewritings } from './rewritings.ts';

/** Fingerprints of the keys that the pseudonyms of a workspace went through: of its imports, and of the forgotten. */
export function usedKeys(directory: string): ReadonlySet<string> {
  return keysOf(readManifests(directory), readRewritings(directory));
}

/** The same of what was read already. */
export function keysOf(
  manifests: readonly Pick<Manifest, 'key'>[],
  rewritings: readonly Rewriting[],
): ReadonlySet<string> {
  return new Set([
    ...manifests.flatMap(({ key }) => (key ? [key] : [])),
    ...rewritings.flatMap(({ forgotten }) => forgotten.map(({ key }) => key)),
  ]);
}
