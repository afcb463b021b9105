import { type Paper, paperId } from '../records/paper.ts';
import type { RecordKind } from '../records/schemas.ts';
import type { Workspace } from '../workspace/open.ts';
import { supersededGround } from '../workspace/supersession.ts';
import type { Subject } from './trace.ts';

/** Names of the imported files behind a school's number in one year; without their rows, which `withSources` finds. */
export type SourceFiles = (school: string, year: number, subject: Subject) => readonly string[];

/** Indexes what each import covers, superseded ground left out. */
export function sourceFiles(workspace: Workspace): SourceFiles {
  const keyOf = (...parts: (string | number | null)[]) => parts.join('\u0000');
  const isGone = supersededGround(workspace.supersession);
  const files = new Map<string, Set<string>>();
  for (const manifest of workspace.imports) {
    for (const { kind, paper, year, part, schools } of manifest.covers) {
      const what = whatOf(kind, paper, part);
      if (what === undefined) continue;
      for (const stored of schools) {
        if (isGone({ import: manifest.import, kind, paper, year, part, school: stored })) continue;
        const key = keyOf(kind, what, year, workspace.resolveStored(manifest, stored));
        const held = files.get(key);
        if (held) held.add(manifest.file);
        else files.set(key, new Set([manifest.file]));
      }
    }
  }
  return (school, year, subject) => {
    const kind =
      'variable' in subject ? 'school-years' : subject.basis === 'results' ? 'results' : 'distributions';
    const what = 'variable' in subject ? subject.variable : paperId(subject.paper as Paper);
    return [...(files.get(keyOf(kind, what, year, school)) ?? [])];
  };
}

/** What a ground holds numbers of: a paper, or a variable; `undefined` where it holds none that are judged. */
function whatOf(kind: RecordKind, paper: string | null, part: string | null): string | undefined {
  if (kind === 'results') return paper ?? undefined;
  if (kind === 'distributions')
    return part === 'marks' || part === 'scores' ? (paper ?? undefined) : undefined;
  return kind === 'school-years' ? (part ?? undefined) : undefined;
}
