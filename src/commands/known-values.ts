import { duckdbEngine } from '../facts/engines/duckdb.ts';
import { type ObservedValues, observedValues } from '../facts/observed-values.ts';
import type { Workspace } from '../workspace/open.ts';

/** Every supplied value of a year. */
export async function knownValues(workspace: Workspace, year: number): Promise<ObservedValues> {
  const engine = await duckdbEngine();
  try {
    return await observedValues(workspace, engine, [year]);
  } finally {
    engine.close();
  }
}
