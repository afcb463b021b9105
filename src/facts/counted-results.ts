import type { Paper } from '../records/paper.ts';
import type { Procedure } from '../records/procedure.ts';
import type { Workspace } from '../workspace/open.ts';
import { bestAttempts, isOneOf } from './best-attempts.ts';
import { type ColumnType, type Engine, named, type SqlRow, type StoredRecords } from './engines/engine.ts';
import { GRADE, joinedBorders, SCORES, yearsOf } from './joined-borders.ts';
import { liveReading } from './live-records.ts';
import { liveResults } from './live-results.ts';
import type { PaperBorders } from './paper-facts.ts';
import { papersWithAttempts } from './papers-with-attempts.ts';

const PAPER = { procedure: 'text', subject: 'text', grade: 'integer' } as const;

/** What to count of results, in SQL over their scores, `JUDGED_MARK` and the borders of their paper. */
export interface Counting {
  /** What results are told apart by, beside school, paper and year. */
  by?: Readonly<Record<string, string>>;
  /** Sums and counts: those of several groups add up. */
  counts: Readonly<Record<string, string>>;
  /** Which results are counted; all, where it is left out. */
  where?: string;
  /** What is read of a result beside its scores and its mark; of several attempts the greatest counts. */
  columns?: Readonly<Record<string, ColumnType>>;
}

/**
 * Counts individual results by school, paper and year. Of several attempts of one person in one paper of final
 * attestation the best counts once. Only papers and years with borders are there.
 * @returns rows with school, paper (see `paperOf`) and year, and what was asked for, in this order; none where no
 * import holds such results
 */
export function countedResults(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
  { by = {}, counts, where: asked = '1 = 1', columns = {} }: Counting,
): Promise<SqlRow[]> {
  const join = joinedBorders(engine, borders);
  return counted(workspace, engine, yearsOf(borders), {
    columns: { ...SCORES, ...columns },
    by: Object.keys(by),
    counts: Object.keys(counts),
    select: ({ from, where }, keys) =>
      `SELECT ${named({ ...keys, ...by, ...counts })} FROM ${from} ${join} WHERE ${where} AND ${asked} ` +
      `GROUP BY ${[...Object.keys(keys), ...Object.keys(by)].join(', ')}`,
  });
}

/**
 * Counts the scores of tasks by school, paper and year, as `countedResults` does results.
 * @returns rows with `task` (from 0), `score` (null: did not begin) and `count`
 */
export async function countedTasks(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
): Promise<SqlRow[]> {
  return counted(workspace, engine, yearsOf(borders), {
    columns: { tasks: 'json' },
    by: ['task', 'score'],
    counts: ['count'],
    select: (records, keys) => engine.taskCounts(records, keys),
  });
}

interface Counted {
  columns: Readonly<Record<string, ColumnType>>;
  by: readonly string[];
  counts: readonly string[];
  /** SELECT that groups records by these keys (expressions by their names) and by `by`. */
  select(records: Pick<StoredRecords, 'from' | 'where'>, keys: Readonly<Record<string, string>>): string;
}

/**
 * Results are counted where they lie: on a cluster each shard counts its own. What it has found is put together under
 * the codes that schools have now.
 */
async function counted(
  workspace: Workspace,
  engine: Engine,
  years: readonly number[],
  { columns, by, counts, select }: Counted,
): Promise<SqlRow[]> {
  const attempts = papersWithAttempts(workspace, years);
  const keys = Object.fromEntries(['school', 'year', ...Object.keys(PAPER)].map((name) => [name, name]));
  const shown = [...Object.keys(keys), ...by, ...counts].join(', ');
  const once = liveReading(
    workspace,
    engine,
    { kind: 'results', years },
    {
      stored: { ...PAPER, date: 'text', ...columns },
      columns: [...Object.keys(PAPER), ...by, ...counts],
      ground: ['date', 'import'],
      part: 'r.date',
      rows: (records, where, ground) => {
        const counting = { from: records.from, where: `${where} AND NOT ${isOneOf(attempts)}` };
        const told = Object.fromEntries(
          ground.map((name) => [name, name === 'import' ? records.import : name]),
        );
        return `(${select(counting, { ...keys, ...told })})`;
      },
    },
  );
  if (!once) return [];
  const groups = [`SELECT ${shown} FROM ${once} o`];
  if (attempts.length > 0) {
    const live = liveResults(workspace, engine, years, columns)!;
    const from = `(${bestAttempts(live, attempts, Object.keys(columns))}) p`;
    groups.push(select({ from, where: '1 = 1' }, keys));
  }
  const apart = ['school', 'procedure', 'subject', 'paper_grade', 'year', ...by].join(', ');
  return engine.query(
    `SELECT school, procedure, subject, ${GRADE} AS paper_grade, year, ` +
      `${[...by, ...counts.map((name) => `CAST(SUM(${name}) AS DOUBLE) AS ${name}`)].join(', ')} ` +
      `FROM (${groups.join(' UNION ALL ')}) g GROUP BY ${apart} ORDER BY ${apart}`,
  );
}

/** SQL that counts the rows of which something is true. */
export function times(condition: string): string {
  return `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
}

/** The paper of a row, by `procedure`, `subject` and `paper_grade` (0 where it has none). */
export function paperOf(row: SqlRow): Paper {
  const grade = Number(row.paper_grade);
  return {
    procedure: String(row.procedure) as Procedure,
    subject: String(row.subject),
    ...(grade > 0 ? { grade } : {}),
  };
}
