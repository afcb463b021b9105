import type { Manifest } from '../manifest.ts';
import type { IssueList } from './issue-list.ts';

const KEPT = 100;

/** Counts of issues by code, and the first hundred of each: `import.json` stays small however bad a file is. */
export function issueSummary({ listed, unlisted }: IssueList): Pick<Manifest, 'issueCounts' | 'issues'> {
  const issueCounts: Record<string, number> = {};
  const kept = listed.filter((issue) => {
    issueCounts[issue.code] = (issueCounts[issue.code] ?? 0) + 1;
    return issueCounts[issue.code]! <= KEPT;
  });
  for (const [code, { count }] of unlisted) issueCounts[code] = (issueCounts[code] ?? 0) + count;
  return { issueCounts, issues: kept.map((issue) => ({ ...issue })) };
}
