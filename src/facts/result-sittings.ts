import { foundOrMade } from '../records/found-or-made.ts';
import type { Workspace } from '../workspace/open.ts';
import { countedResults, countedTasks, paperOf, times } from './counted-results.ts';
import type { Engine, SqlRow } from './engines/engine.ts';
import { JUDGED_MARK } from './joined-borders.ts';
import { factKey } from './live-records.ts';
import type { MarkCounts, PaperBorders } from './paper-facts.ts';
import type { JournalComparison, ScoreCounts, Sitting, TaskCounts } from './sitting.ts';

const SCORE = `COALESCE(testScore, primaryScore, ${JUDGED_MARK})`;

const SCORED = { count: 'COUNT(*)', tested: 'COUNT(testScore)', scored: 'COUNT(primaryScore)' };

const COMPARED = {
  compared: 'COUNT(*)',
  lowered: times(`${JUDGED_MARK} < journalMark`),
  confirmed: times(`${JUDGED_MARK} = journalMark`),
  raised: times(`${JUDGED_MARK} > journalMark`),
  wide: times(`abs(${JUDGED_MARK} - journalMark) >= 2`),
};

/** Sittings of schools as their individual results tell them. */
export async function resultSittings(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
): Promise<Sitting[]> {
  const scored = await countedResults(workspace, engine, borders, {
    by: { score: SCORE, judged: JUDGED_MARK },
    counts: SCORED,
    where: `${SCORE} IS NOT NULL`,
  });
  const journal = grouped(
    await countedResults(workspace, engine, borders, {
      counts: COMPARED,
      where: `${JUDGED_MARK} IS NOT NULL AND journalMark IS NOT NULL`,
      columns: { journalMark: 'integer' },
    }),
  );
  const tasks = grouped(await countedTasks(workspace, engine, borders));
  return [...grouped(scored)].map(([key, rows]) => ({
    school: String(rows[0]!.school),
    year: Number(rows[0]!.year),
    basis: 'results' as const,
    participants: total(rows, 'count'),
    measure:
      total(rows, 'tested') > 0
        ? ('test' as const)
        : total(rows, 'scored') > 0
          ? ('primary' as const)
          : ('mark' as const),
    scores: scoresOf(rows),
    marks: marksOf(rows),
    journal: journalOf(journal.get(key)?.[0]),
    tasks: tasksOf(tasks.get(key)),
    ...paperOf(rows[0]!),
  }));
}

function grouped(rows: readonly SqlRow[]): Map<string, SqlRow[]> {
  const groups = new Map<string, SqlRow[]>();
  for (const row of rows)
    foundOrMade(groups, factKey(String(row.school), paperOf(row), Number(row.year)), () => []).push(row);
  return groups;
}

function total(rows: readonly SqlRow[], name: keyof typeof SCORED): number {
  return rows.reduce((sum, row) => sum + Number(row[name]), 0);
}

/** @param rows rising by score; several of one score where it stands beside several marks */
function scoresOf(rows: readonly SqlRow[]): ScoreCounts {
  const scores: { score: number; count: number }[] = [];
  for (const row of rows) {
    const score = Number(row.score);
    const last = scores.at(-1);
    if (last?.score === score) last.count += Number(row.count);
    else scores.push({ score, count: Number(row.count) });
  }
  return scores;
}

function marksOf(rows: readonly SqlRow[]): Sitting['marks'] {
  if (rows.every(({ judged }) => judged === null)) return null;
  const marks = { 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const { judged, count } of rows)
    if (judged !== null) marks[judged as keyof MarkCounts] += Number(count);
  return marks;
}

function journalOf(row: SqlRow | undefined): JournalComparison | null {
  if (!row) return null;
  const count = (name: keyof typeof COMPARED) => Number(row[name]);
  return {
    compared: count('compared'),
    lowered: count('lowered'),
    confirmed: count('confirmed'),
    raised: count('raised'),
    wide: count('wide'),
  };
}

function tasksOf(rows: readonly SqlRow[] | undefined): TaskCounts[] | null {
  if (!rows) return null;
  const tasks = new Map<number, { scores: { score: number; count: number }[]; skipped: number }>();
  for (const row of rows) {
    const task = foundOrMade(tasks, Number(row.task), () => ({ scores: [], skipped: 0 }));
    if (row.score === null) task.skipped += Number(row.count);
    else task.scores.push({ score: Number(row.score), count: Number(row.count) });
  }
  return [...tasks].map(([index, task]) => ({ index, ...task }));
}
