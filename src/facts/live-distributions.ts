import type { Workspace } from '../workspace/open.ts';
import type { Engine } from './engines/engine.ts';
import { liveRecords } from './live-records.ts';

/**
 * SQL of the published distributions that count in the given years. Marks, scores, journal comparison and task
 * shares come in files of their own: each is a part of its paper, and one does not supersede another.
 * @returns `undefined` where no import holds such distributions
 */
export function liveDistributions(
  workspace: Workspace,
  engine: Engine,
  years: readonly number[],
): string | undefined {
  return liveRecords(
    workspace,
    engine,
    { kind: 'distributions', years },
    {
      procedure: 'text',
      subject: 'text',
      grade: 'integer',
      unit: 'text',
      participants: 'integer',
      scale: 'text',
      marks: 'json',
      scores: 'json',
      journal: 'json',
      tasks: 'json',
    },
    "CASE WHEN r.journal IS NOT NULL THEN 'journal' WHEN r.scores IS NOT NULL THEN 'scores' WHEN r.tasks IS NOT NULL THEN 'tasks' ELSE 'marks' END",
  );
}
