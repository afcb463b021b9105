import { foundOrMade } from '../../records/found-or-made.ts';
import type { Position } from '../ground.ts';
import type { Ground } from '../manifest.ts';
import { hashed, type Meeting, type Seen, type TextHash } from './duplicates.ts';

/** A school on one ground of a file. */
export interface Standing {
  /** Whether the file speaks of the school there; of rows that were left out it does not. */
  covered: boolean;
  hash: TextHash;
}

/** The grounds that the records of a file stand on, and who was met there. */
export interface GroundsMet {
  at(position: Position): Standing;
  /** Where the same thing was met before; `undefined` the first time, which is remembered. */
  before(standing: Standing, identity: string, row: number, absent?: boolean): Meeting | undefined;
  /** What the file covers, in an order that does not depend on its rows. */
  covered(): Ground[];
}

interface Met {
  ground: Omit<Ground, 'schools'>;
  standings: Map<string, Standing>;
}

/** @param seen who was met before on any of them */
export function groundsMet(seen: Seen): GroundsMet {
  const grounds: Met[] = [];
  const byPaper = new Map<Ground['paper'], Map<Ground['year'], Met[]>>();

  const metOn = ({ kind, paper, year, part }: Position): Met => {
    const byYear = foundOrMade(byPaper, paper, () => new Map<Ground['year'], Met[]>());
    const there = foundOrMade(byYear, year, () => []);
    const known = there.find(({ ground }) => ground.kind === kind && ground.part === part);
    if (known) return known;
    const met = { ground: { kind, paper, year, part }, standings: new Map<string, Standing>() };
    there.push(met);
    grounds.push(met);
    return met;
  };

  return {
    at(position) {
      const { ground, standings } = metOn(position);
      return foundOrMade(standings, position.school, (school) => ({
        covered: false,
        hash: hashed(JSON.stringify([ground, school])),
      }));
    },
    before: (standing, ...met) => seen.before(standing.hash, ...met),
    covered: () =>
      inOrder(
        grounds.map(({ ground, standings }) => ({
          ...ground,
          schools: [...standings].flatMap(([school, { covered }]) => (covered ? [school] : [])),
        })),
      ),
  };
}

/** What the parts of a file cover together. */
export function groundsTogether() {
  const together = new Map<string, { ground: Ground; schools: Set<string> }>();
  return {
    add(part: readonly Ground[]): void {
      for (const ground of part) {
        const key = JSON.stringify({ ...ground, schools: [] });
        const { schools } = foundOrMade(together, key, () => ({ ground, schools: new Set<string>() }));
        for (const school of ground.schools) schools.add(school);
      }
    },
    /** In an order that does not depend on the parts. */
    covered: (): Ground[] =>
      inOrder([...together.values()].map(({ ground, schools }) => ({ ...ground, schools: [...schools] }))),
  };
}

function inOrder(grounds: readonly Ground[]): Ground[] {
  return grounds
    .filter(({ schools }) => schools.length > 0)
    .map((ground) => ({ ...ground, schools: ground.schools.toSorted() }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
