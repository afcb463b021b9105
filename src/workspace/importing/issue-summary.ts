import type { Issue } from '../../issue.ts';
import type { Manifest } from '../manifest.ts';

const KEPT = 100;

/** Counts of issues by code, and the first hundred of each: `import.json` stays small however bad a file is. */
export function issueSummary(issues: readonly Issue[]): Pick<Manifest, 'issueCounts' | 'issues'> {
  const issueCounts: Record<string, number> = {};
  const kept = issues.filter((issue) => {
    issueCounts[issue.code] = (issueCounts[issue.code] ?? 0) + 1;
    return issueCounts[issue.code]! <= KEPT;
  });
  return { issueCounts, issues: kept.map((issue) => ({ ...issue })) };
}
