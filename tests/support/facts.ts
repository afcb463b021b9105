import { duckdbEngine } from '../../src/facts/engines/duckdb.ts';
import { countFacts, type Facts } from '../../src/facts/facts.ts';
import type { PaperBorders, PaperFacts } from '../../src/facts/paper-facts.ts';
import { loadParameters } from '../../src/regulation/parameters/parameters.ts';
import { bordersOf } from '../../src/regulation/risk-schools.ts';
import { openWorkspace } from '../../src/workspace/open.ts';
import type { Place } from './place.ts';

/** Facts of a workspace: of the given borders, or of everything that section 1.2 asks for the year 2021. */
export async function countedFacts(at: Place, borders?: readonly PaperBorders[]): Promise<Facts> {
  const engine = await duckdbEngine();
  try {
    return await countFacts(
      openWorkspace(at.directory),
      engine,
      borders ?? bordersOf(2021, loadParameters({})),
    );
  } finally {
    engine.close();
  }
}

/** The only fact of a workspace. */
export async function onlyFact(at: Place, border?: PaperBorders): Promise<PaperFacts> {
  const all = (await countedFacts(at, border && [border])).all();
  if (all.length !== 1) throw new Error(`${all.length} facts instead of one`);
  return all[0]!;
}
