import type { Workspace } from '../workspace/open.ts';
import type { ColumnType, Engine } from './engines/engine.ts';
import { liveRecords } from './live-records.ts';

/**
 * SQL of the individual results that count in the given years: who wrote which paper, where and on which day of the
 * exam.
 * @param columns what to read of a result beside that
 * @returns `undefined` where no import holds such results
 */
export function liveResults(
  workspace: Workspace,
  engine: Engine,
  years: readonly number[],
  columns: Readonly<Record<string, ColumnType>>,
): string | undefined {
  return liveRecords(
    workspace,
    engine,
    { kind: 'results', years },
    { procedure: 'text', subject: 'text', grade: 'integer', date: 'text', participant: 'text', ...columns },
    'r.date',
  );
}
