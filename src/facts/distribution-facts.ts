import type { DistributionRecord } from '../records/schemas.ts';
import type { Workspace } from '../workspace/open.ts';
import { paperOf } from './counted-results.ts';
import type { Engine, SqlRow } from './engines/engine.ts';
import { yearsOf } from './joined-borders.ts';
import { liveDistributions } from './live-distributions.ts';
import type { MarkCounts, PaperBorders, PaperFacts } from './paper-facts.ts';

/**
 * Facts counted from published distributions (ФИС ОКО, «Аналитика») of schools: shares turned back into counts,
 * round(n·p/100), which must add up to n. Where they do not, the facts say so and hold no marks.
 */
export async function distributionFacts(
  workspace: Workspace,
  engine: Engine,
  borders: readonly PaperBorders[],
): Promise<PaperFacts[]> {
  const years = yearsOf(borders);
  const live = liveDistributions(workspace, engine, years);
  if (!live) return [];
  const rows = await engine.query(
    `SELECT code, procedure, subject, COALESCE(grade, 0) AS paper_grade, year, participants, scale,
       CAST(marks AS VARCHAR) AS marks, CAST(scores AS VARCHAR) AS scores
     FROM ${live} d WHERE unit = 'school' AND (marks IS NOT NULL OR scores IS NOT NULL)
     ORDER BY code, procedure, subject, paper_grade, year, scores IS NOT NULL`,
  );
  const known = new Map(
    borders.map((border) => [
      keyOf(border.procedure, border.subject, border.grade ?? 0, border.year),
      border,
    ]),
  );
  const facts: PaperFacts[] = [];
  for (const row of rows) {
    const border = known.get(
      keyOf(String(row.procedure), String(row.subject), Number(row.paper_grade), Number(row.year)),
    );
    if (border) facts.push(factsOf(row, border));
  }
  return facts;
}

function keyOf(procedure: string, subject: string, grade: number, year: number): string {
  return `${procedure}|${subject}|${grade}|${year}`;
}

function factsOf(row: SqlRow, border: PaperBorders): PaperFacts {
  const participants = Number(row.participants);
  const published = JSON.parse(String(row.marks ?? row.scores)) as Record<string, number>;
  const scale = (row.scale ?? 'percent') as NonNullable<DistributionRecord['scale']>;
  const counts = countsOf(published, participants, scale);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const problems: string[] = [];
  let marks: MarkCounts | null = null;
  let withoutMark = 0;
  if (total !== participants) {
    problems.push(
      `опубликованные доли не складываются в число участников: ${total} вместо ${participants}; доли не использованы`,
    );
  } else if (row.marks !== null)
    marks = { 2: counts[2] ?? 0, 3: counts[3] ?? 0, 4: counts[4] ?? 0, 5: counts[5] ?? 0 };
  else if (border.scale) marks = marksFromScores(counts, border.scale);
  else withoutMark = participants;
  const mean = row.scores === null || total !== participants ? null : meanOf(counts);
  return {
    school: String(row.code),
    year: Number(row.year),
    basis: 'distribution',
    participants,
    marks,
    belowMinimum: null,
    averageScores: null,
    topScores: null,
    withoutResult: 0,
    withoutMark,
    mean: mean?.mean ?? null,
    deviation: mean?.deviation ?? null,
    problems,
    ...paperOf(row),
  };
}

/** Counts behind published values. */
export function countsOf(
  published: Readonly<Record<string, number>>,
  participants: number,
  scale: 'percent' | 'fraction' | 'count',
): Record<string, number> {
  const factor = scale === 'percent' ? participants / 100 : participants;
  return Object.fromEntries(
    Object.entries(published).map(([key, value]) => [
      key,
      scale === 'count' ? value : Math.round(value * factor),
    ]),
  );
}

function marksFromScores(
  counts: Record<string, number>,
  [two, three, four]: readonly [number, number, number],
): MarkCounts {
  const marks = { 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const [text, count] of Object.entries(counts)) {
    const score = Number(text);
    marks[score <= two ? 2 : score <= three ? 3 : score <= four ? 4 : 5] += count;
  }
  return marks;
}

function meanOf(counts: Record<string, number>): { mean: number; deviation: number } | null {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (const [text, count] of Object.entries(counts)) {
    n += count;
    sum += Number(text) * count;
    squares += Number(text) ** 2 * count;
  }
  return n === 0 ? null : { mean: sum / n, deviation: Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2)) };
}
