import { openEngine } from '../facts/engines/open-engine.ts';
import { type ObservedValues, observedValues } from '../facts/observed-values.ts';
import type { Workspace } from '../workspace/open.ts';

/** Every supplied value of a year. */
export async function knownValues(workspace: Workspace, year: number): Promise<ObservedValues> {
  const engine = await openEngine(workspace);
  try {
    return await observedValues(workspace, engine, [year]);
  } finally {
    engine.close();
  }
}
