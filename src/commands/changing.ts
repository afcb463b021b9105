import { whileLocked } from '../workspace/lock.ts';
import type { GlobalOptions, Io } from './io.ts';

/**
 * Runs what changes a workspace while no other command changes it; waits for one that does, and says for whom.
 * @param doing what the command does, for whoever has to wait
 * @throws Failure `workspace-busy`
 */
export function changing<T>(
  io: Io,
  directory: string,
  doing: string,
  { quiet, json }: GlobalOptions,
  change: () => Promise<T>,
): Promise<T> {
  const tell = (text: string) => {
    if (quiet !== true && !json) io.err(text);
  };
  return whileLocked(directory, { doing, now: io.now, tell }, change);
}
