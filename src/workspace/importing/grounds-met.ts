import type { Position } from '../ground.ts';
import type { Ground } from '../manifest.ts';
import { hashed, seenIdentities, type TextHash } from './duplicates.ts';

/** A school on one ground of a file. */
export interface Standing {
  /** Whether the file speaks of the school there; of rows that were left out it does not. */
  covered: boolean;
  hash: TextHash;
}

/** The grounds that the records of a file stand on, and who was met there. */
export interface GroundsMet {
  at(position: Position): Standing;
  /** Row where the same thing was met before; `undefined` the first time, which is remembered. */
  before(standing: Standing, identity: string, row: number): number | undefined;
  /** What the file covers, in an order that does not depend on its rows. */
  covered(): Ground[];
}

interface Met {
  ground: Omit<Ground, 'schools'>;
  key: string;
  standings: Map<string, Standing>;
}

export function groundsMet(): GroundsMet {
  const seen = seenIdentities();
  const grounds = new Map<string, Met>();
  return {
    at({ kind, paper, year, part, school }) {
      const key = `${kind}|${paper}|${year}|${part}`;
      let met = grounds.get(key);
      if (!met) {
        met = { ground: { kind, paper, year, part }, key, standings: new Map() };
        grounds.set(key, met);
      }
      let standing = met.standings.get(school);
      if (!standing) {
        standing = { covered: false, hash: hashed(`${key}|${school}|`) };
        met.standings.set(school, standing);
      }
      return standing;
    },
    before: (standing, identity, row) => seen.before(standing.hash, identity, row),
    covered: () =>
      [...grounds.values()]
        .map(({ ground, standings }) => ({
          ...ground,
          schools: [...standings].flatMap(([school, { covered }]) => (covered ? [school] : [])).sort(),
        }))
        .filter(({ schools }) => schools.length > 0)
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}
