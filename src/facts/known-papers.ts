import { type Paper, parsePaperId } from '../records/paper.ts';
import type { Workspace } from '../workspace/open.ts';

/** A paper of one year of which the workspace holds results or distributions. */
export interface KnownPaper extends Paper {
  year: number;
}

/** Papers of the given years that any import speaks of. */
export function knownPapers(workspace: Workspace, years: readonly number[]): KnownPaper[] {
  const found = new Map<string, KnownPaper>();
  for (const { covers } of workspace.imports) {
    for (const { kind, paper, year } of covers) {
      if ((kind !== 'results' && kind !== 'distributions') || paper === null || year === null) continue;
      if (years.includes(year)) found.set(`${paper} ${year}`, { ...parsePaperId(paper), year });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, paper]) => paper);
}
