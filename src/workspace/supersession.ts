import type { RecordKind } from '../records/schemas.ts';
import type { Manifest } from './manifest.ts';

/** Ground of an import that a later one took over: records there are no longer counted. */
export interface Exclusion {
  import: string;
  kind: RecordKind;
  paper: string | null;
  year: number | null;
  part: string | null;
  /** School (or other unit) as stored in the import's records. */
  school: string;
}

export interface Supersession {
  exclusions: readonly Exclusion[];
  /** For each import, the later ones that took ground from it. */
  supersededBy: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Claim {
  import: string;
  part: string | null;
  school: string;
}

/**
 * Who holds which ground: a later import takes a school's ground from an earlier one where record kind, paper and
 * year are the same and the parts overlap (equal, or one of them is the whole).
 * @param manifests oldest first
 * @param resolve from the code stored in an import to the school it means now
 */
export function supersession(
  manifests: readonly Manifest[],
  resolve: (manifest: Manifest, stored: string) => string,
): Supersession {
  const claims = new Map<string, Claim[]>();
  for (const manifest of manifests) {
    for (const { kind, paper, year, part, schools } of manifest.covers) {
      for (const school of schools) {
        const ground = JSON.stringify([kind, paper, year, resolve(manifest, school)]);
        const claim = { import: manifest.import, part, school };
        const held = claims.get(ground);
        if (held) held.push(claim);
        else claims.set(ground, [claim]);
      }
    }
  }
  const exclusions: Exclusion[] = [];
  const supersededBy = new Map<string, Set<string>>();
  for (const [ground, held] of claims) {
    if (held.length < 2) continue;
    const [kind, paper, year] = JSON.parse(ground) as [RecordKind, string | null, number | null];
    for (const earlier of held) {
      const later = held.filter(
        (claim) => claim.import > earlier.import && overlap(claim.part, earlier.part),
      );
      if (later.length === 0) continue;
      const { part, school } = earlier;
      exclusions.push({ import: earlier.import, kind, paper, year, part, school });
      const takers = supersededBy.get(earlier.import) ?? new Set();
      for (const claim of later) takers.add(claim.import);
      supersededBy.set(earlier.import, takers);
    }
  }
  return { exclusions, supersededBy };
}

function overlap(a: string | null, b: string | null): boolean {
  return a === b || a === null || b === null;
}

/** Tells whether what an import holds of a school on a ground is no longer counted. */
export function supersededGround({
  exclusions,
}: Pick<Supersession, 'exclusions'>): (ground: Exclusion) => boolean {
  const keyOf = ({ import: id, kind, paper, year, part, school }: Exclusion) =>
    [id, kind, paper, year, part, school].join('\u0000');
  const gone = new Set(exclusions.map(keyOf));
  return (ground) => gone.has(keyOf(ground));
}

/** Whether nothing of an import counts any more. */
export function isWhollySuperseded({ exclusions }: Supersession, { import: id, covers }: Manifest): boolean {
  const held = covers.reduce((sum, { schools }) => sum + schools.length, 0);
  return held > 0 && exclusions.filter((exclusion) => exclusion.import === id).length === held;
}
