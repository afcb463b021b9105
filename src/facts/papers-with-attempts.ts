import { hasGrade, type Paper, parsePaperId } from '../records/paper.ts';
import type { Workspace } from '../workspace/open.ts';
import { supersededGround } from '../workspace/supersession.ts';

/** A paper of final attestation in one year. */
export interface PaperInYear extends Paper {
  year: number;
}

/**
 * The papers and years of final attestation in which a person may have several results in one school: the school has
 * them from more than one import or day, or under more than one code. Within one of these an import holds nobody
 * twice. All other papers need no look at single participants.
 */
export function papersWithAttempts(
  { imports, supersession, resolveStored }: Pick<Workspace, 'imports' | 'supersession' | 'resolveStored'>,
  years: readonly number[],
): PaperInYear[] {
  const isGone = supersededGround(supersession);
  const met = new Set<string>();
  const repeated = new Map<string, PaperInYear>();
  for (const manifest of imports) {
    for (const { kind, paper: id, year, part, schools } of manifest.covers) {
      if (kind !== 'results' || id === null || year === null || !years.includes(year)) continue;
      const paper = parsePaperId(id);
      if (hasGrade(paper.procedure)) continue;
      for (const stored of schools) {
        if (isGone({ import: manifest.import, kind, paper: id, year, part, school: stored })) continue;
        const ground = `${id}|${year}|${resolveStored(manifest, stored)}`;
        if (met.has(ground)) repeated.set(`${id}|${year}`, { ...paper, year });
        met.add(ground);
      }
    }
  }
  return [...repeated.values()];
}
