import type { Paper } from '../records/paper.ts';
import type { Workspace } from '../workspace/open.ts';
import { distributionFacts } from './distribution-facts.ts';
import type { Engine } from './engines/engine.ts';
import { factKey } from './live-records.ts';
import type { PaperBorders, PaperFacts } from './paper-facts.ts';
import { resultFacts } from './result-facts.ts';

/** Where individual results and a published distribution of one school, paper and year differ. */
export interface Disagreement {
  results: PaperFacts;
  distribution: PaperFacts;
}

/** All facts of a question. Individual results win over distributions. */
export interface Facts {
  get(school: string, paper: Paper, year: number): PaperFacts | undefined;
  all(): readonly PaperFacts[];
  disagreements: readonly Disagreement[];
}

/** Counts everything that the borders ask for. */
export async function countFacts(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
): Promise<Facts> {
  const facts = new Map<string, PaperFacts>();
  const disagreements: Disagreement[] = [];
  for (const fact of await resultFacts(workspace, engine, borders))
    facts.set(factKey(fact.school, fact, fact.year), fact);
  for (const fact of await distributionFacts(workspace, engine, borders)) {
    const key = factKey(fact.school, fact, fact.year);
    const held = facts.get(key);
    // Results without any scale to judge them say less than a published distribution.
    if (!held || (!held.marks && held.belowMinimum === null)) facts.set(key, fact);
    else if (held.basis === 'results' && differ(held, fact))
      disagreements.push({ results: held, distribution: fact });
  }
  return {
    get: (school, paper, year) => facts.get(factKey(school, paper, year)),
    all: () => [...facts.values()],
    disagreements,
  };
}

function differ(results: PaperFacts, distribution: PaperFacts): boolean {
  if (results.participants !== distribution.participants) return true;
  if (!results.marks || !distribution.marks) return false;
  return (['2', '3', '4', '5'] as const).some((mark) => results.marks![mark] !== distribution.marks![mark]);
}
