import { type Constraint, greatest } from './linear-program.ts';
import { solved } from './solve.ts';

/** A number that nobody may learn, as the sum of what it counts. */
export interface Secret {
  what: string;
  terms: ReadonlyMap<string, number>;
}

/** A secret that an attacker finds out. */
export interface Found {
  what: string;
  how: string;
}

/** Nearer than so, two bounds tell the number between them. */
const LEAST_WIDTH = 3;

/** Solves the equations exactly, and bounds every secret by linear programs; counts are not below nought. */
export function exposed(secrets: readonly Secret[], known: readonly Constraint[]): Found[] {
  const equations = known.filter(({ sign }) => sign === '=');
  const valueFor = solved(equations.map(({ terms, right }) => ({ terms, equals: right })));
  return secrets.flatMap(({ what, terms }): Found[] => {
    const value = valueFor(terms);
    if (value !== undefined) return [{ what, how: `follows: ${value}` }];
    const near = connected(terms, known);
    const high = Math.floor(greatest(terms, near) + 1e-6);
    const low = Math.ceil(-greatest(new Map([...terms].map(([id, one]) => [id, -one])), near) - 1e-6);
    return high - low < LEAST_WIDTH ? [{ what, how: `within ${low}–${high}` }] : [];
  });
}

/** Constraints that bear on a sum, directly or through others. */
function connected(terms: ReadonlyMap<string, number>, all: readonly Constraint[]): Constraint[] {
  const reached = new Set(terms.keys());
  const near = new Set<Constraint>();
  for (let size = -1; size !== near.size; ) {
    size = near.size;
    for (const one of all) {
      if (near.has(one) || ![...one.terms.keys()].some((id) => reached.has(id))) continue;
      near.add(one);
      for (const id of one.terms.keys()) reached.add(id);
    }
  }
  return [...near];
}
