import type { Issue } from '../../issue.ts';

/** Issues that are kept one by one: a file of nothing but errors must not fill the memory with them. */
const MOST_LISTED = 100_000;

/** The issues of one file. */
export interface IssueList {
  /** One by one, as far as they are kept. */
  listed: Issue[];
  /** How many more there were, by code. */
  unlisted: Map<string, { severity: Issue['severity']; count: number }>;
}

export function newIssueList(): IssueList {
  return { listed: [], unlisted: new Map() };
}

/** Notes an issue; beyond a hundred thousand only its code is counted. */
export function noteIssue({ listed, unlisted }: IssueList, issue: Issue): void {
  if (listed.length < MOST_LISTED) {
    listed.push(issue);
    return;
  }
  const more = unlisted.get(issue.code);
  if (more) more.count++;
  else unlisted.set(issue.code, { severity: issue.severity, count: 1 });
}

/** All issues, and for those that are not kept one that says how many there are. */
export function issuesOf({ listed, unlisted }: IssueList, file: string): Issue[] {
  const more = [...unlisted].map(([code, { severity, count }]) => ({
    severity,
    code,
    message: `И ещё ${count} таких же, они не перечислены: всего в файле больше ${MOST_LISTED} замечаний. Проверьте, та ли это таблица и не сдвинуты ли её столбцы.`,
    file,
  }));
  return [...listed, ...more];
}
