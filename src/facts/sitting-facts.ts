import type { Paper } from '../records/paper.ts';
import type { Procedure } from '../records/procedure.ts';
import type { Workspace } from '../workspace/open.ts';
import { countsOf } from './distribution-facts.ts';
import type { Engine, SqlRow } from './engines/engine.ts';
import { judgedResults } from './judged-results.ts';
import { liveDistributions } from './live-distributions.ts';
import { factKey } from './live-records.ts';
import type { MarkCounts, PaperBorders } from './paper-facts.ts';
import type { JournalComparison, Reference, ScoreCounts, Sitting, TaskCounts } from './sitting.ts';

const KEYS = 'school, procedure, subject, grade, year';

/** Sittings of schools, and what was published for the region. */
export interface SittingFacts {
  sittings: readonly Sitting[];
  /** Rows of the region in ФИС ОКО reports, where they were imported. */
  published: readonly Reference[];
}

/** Everything about the objectivity of the papers that the borders name. Individual results win over distributions. */
export async function sittingFacts(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
): Promise<SittingFacts> {
  const sittings = new Map<string, Sitting>();
  for (const sitting of await fromResults(workspace, engine, borders)) sittings.set(keyOf(sitting), sitting);
  const published: Reference[] = [];
  for (const group of await distributions(workspace, engine, borders)) {
    if (group.unit === 'region' && group.scores.length > 0)
      published.push({ ...group.reference, scope: 'region' });
    if (group.unit !== 'school') continue;
    const held = sittings.get(group.key);
    if (!held && group.scores.length > 0) sittings.set(group.key, group.sitting);
    else if (held && held.journal === null && group.sitting.journal) {
      sittings.set(group.key, { ...held, journal: group.sitting.journal });
    } else if (
      held &&
      held.basis === 'distribution' &&
      held.measure === 'mark' &&
      group.sitting.measure === 'primary'
    ) {
      sittings.set(group.key, { ...group.sitting, marks: held.marks, journal: held.journal });
    }
  }
  return { sittings: [...sittings.values()], published };
}

function keyOf(sitting: Sitting): string {
  return factKey(sitting.school, sitting, sitting.year);
}

async function fromResults(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
): Promise<Sitting[]> {
  const judged = judgedResults(workspace, engine, borders, { journalMark: 'integer' });
  const tasked = judgedResults(workspace, engine, borders, { tasks: 'json' });
  if (!judged || !tasked) return [];
  const scored = await engine.query(
    `SELECT ${KEYS}, COALESCE(testScore, primaryScore, mark) AS score, mark,
       MAX(CASE WHEN testScore IS NOT NULL THEN 2 WHEN primaryScore IS NOT NULL THEN 1 ELSE 0 END) AS measure,
       CAST(COUNT(*) AS DOUBLE) AS count
     FROM ${judged} j WHERE COALESCE(testScore, primaryScore, mark) IS NOT NULL
     GROUP BY ${KEYS}, COALESCE(testScore, primaryScore, mark), mark ORDER BY ${KEYS}, score, mark`,
  );
  const journal = group(
    await engine.query(
      `SELECT ${KEYS}, CAST(COUNT(*) AS DOUBLE) AS compared,
         CAST(SUM(CASE WHEN mark < journalMark THEN 1 ELSE 0 END) AS DOUBLE) AS lowered,
         CAST(SUM(CASE WHEN mark = journalMark THEN 1 ELSE 0 END) AS DOUBLE) AS confirmed,
         CAST(SUM(CASE WHEN mark > journalMark THEN 1 ELSE 0 END) AS DOUBLE) AS raised,
         CAST(SUM(CASE WHEN abs(mark - journalMark) >= 2 THEN 1 ELSE 0 END) AS DOUBLE) AS wide
       FROM ${judged} j WHERE mark IS NOT NULL AND journalMark IS NOT NULL GROUP BY ${KEYS}`,
    ),
  );
  const tasks = group(
    await engine.query(
      `SELECT ${KEYS}, task, score, CAST(COUNT(*) AS DOUBLE) AS count
       FROM ${engine.taskScores(tasked, KEYS.split(', '))} t GROUP BY ${KEYS}, task, score ORDER BY task, score`,
    ),
  );
  return [...group(scored)].map(([key, rows]) => {
    const first = rows[0]!;
    const measure = (['mark', 'primary', 'test'] as const)[
      Math.max(...rows.map((row) => Number(row.measure)))
    ]!;
    return {
      ...paperOf(first),
      school: String(first.school),
      year: Number(first.year),
      basis: 'results' as const,
      participants: rows.reduce((sum, row) => sum + Number(row.count), 0),
      measure,
      scores: scoresOf(rows),
      marks: marksOf(rows),
      journal: journalOf(journal.get(key)?.[0]),
      tasks: tasksOf(tasks.get(key)),
    };
  });
}

function group(rows: readonly SqlRow[]): Map<string, SqlRow[]> {
  const groups = new Map<string, SqlRow[]>();
  for (const row of rows) {
    const key = factKey(String(row.school), paperOf(row), Number(row.year));
    const held = groups.get(key);
    if (held) held.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function paperOf(row: SqlRow): Paper {
  const grade = Number(row.grade);
  return {
    procedure: String(row.procedure) as Procedure,
    subject: String(row.subject),
    ...(grade > 0 ? { grade } : {}),
  };
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
  if (rows.every(({ mark }) => mark === null)) return null;
  const marks = { 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const { mark, count } of rows) if (mark !== null) marks[mark as keyof MarkCounts] += Number(count);
  return marks;
}

function journalOf(row: SqlRow | undefined): JournalComparison | null {
  if (!row) return null;
  const { compared, lowered, confirmed, raised, wide } = row;
  return {
    compared: Number(compared),
    lowered: Number(lowered),
    confirmed: Number(confirmed),
    raised: Number(raised),
    wide: Number(wide),
  };
}

function tasksOf(rows: readonly SqlRow[] | undefined): TaskCounts[] | null {
  if (!rows) return null;
  const tasks = new Map<number, { scores: { score: number; count: number }[]; skipped: number }>();
  for (const row of rows) {
    const index = Number(row.task);
    const task = tasks.get(index) ?? { scores: [], skipped: 0 };
    if (row.score === null) task.skipped += Number(row.count);
    else task.scores.push({ score: Number(row.score), count: Number(row.count) });
    tasks.set(index, task);
  }
  return [...tasks].sort(([a], [b]) => a - b).map(([index, task]) => ({ index, ...task }));
}

interface PublishedGroup {
  unit: string;
  key: string;
  scores: ScoreCounts;
  sitting: Sitting;
  reference: Omit<Reference, 'scope'>;
}

async function distributions(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
): Promise<PublishedGroup[]> {
  const years = [...new Set(borders.map(({ year }) => year))].sort();
  const live = liveDistributions(workspace, engine, years);
  if (!live) return [];
  const rows = await engine.query(
    `SELECT code AS school, procedure, subject, COALESCE(grade, 0) AS grade, year, unit, participants, scale,
       CAST(marks AS VARCHAR) AS marks, CAST(scores AS VARCHAR) AS scores, CAST(journal AS VARCHAR) AS journal
     FROM ${live} d ORDER BY code, procedure, subject, grade, year, marks IS NULL, scores IS NULL`,
  );
  return rows.map(publishedGroup);
}

function publishedGroup(row: SqlRow): PublishedGroup {
  const paper = paperOf(row);
  const year = Number(row.year);
  const participants = Number(row.participants);
  const shares = (row.scores ?? row.marks) as string | null;
  const scale = (row.scale ?? 'percent') as 'percent' | 'fraction' | 'count';
  const counts =
    shares === null ? {} : countsOf(JSON.parse(shares) as Record<string, number>, participants, scale);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  // A region's shares are rounded too coarsely to give whole numbers; as a reference they need not.
  const fits = row.unit === 'region' ? total > 0 : total === participants;
  const scores = fits
    ? Object.entries(counts)
        .map(([score, count]) => ({ score: Number(score), count }))
        .sort((a, b) => a.score - b.score)
    : [];
  const measure = row.scores === null ? ('mark' as const) : ('primary' as const);
  const journal =
    row.journal === null
      ? null
      : (JSON.parse(String(row.journal)) as { lowered: number; confirmed: number; raised: number });
  const count = (mark: number) => scores.find(({ score }) => score === mark)?.count ?? 0;
  return {
    unit: String(row.unit),
    key: factKey(String(row.school), paper, year),
    scores,
    reference: { ...paper, year, measure, participants: total, scores },
    sitting: {
      ...paper,
      school: String(row.school),
      year,
      basis: 'distribution',
      participants,
      measure,
      scores,
      marks:
        measure === 'mark' && scores.length > 0
          ? { 2: count(2), 3: count(3), 4: count(4), 5: count(5) }
          : null,
      journal: journal && {
        ...journal,
        compared: journal.lowered + journal.confirmed + journal.raised,
        wide: null,
      },
      tasks: null,
    },
  };
}
