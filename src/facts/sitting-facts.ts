import type { Workspace } from '../workspace/open.ts';
import { paperOf } from './counted-results.ts';
import { countsOf } from './distribution-facts.ts';
import type { Engine, SqlRow } from './engines/engine.ts';
import { yearsOf } from './joined-borders.ts';
import { liveDistributions } from './live-distributions.ts';
import { factKey } from './live-records.ts';
import type { PaperBorders } from './paper-facts.ts';
import { resultSittings } from './result-sittings.ts';
import type { Reference, ScoreCounts, Sitting } from './sitting.ts';

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
  for (const sitting of await resultSittings(workspace, engine, borders))
    sittings.set(keyOf(sitting), sitting);
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
  const years = yearsOf(borders);
  const live = liveDistributions(workspace, engine, years);
  if (!live) return [];
  const rows = await engine.query(
    `SELECT code AS school, procedure, subject, COALESCE(grade, 0) AS paper_grade, year, unit, participants, scale,
       CAST(marks AS VARCHAR) AS marks, CAST(scores AS VARCHAR) AS scores, CAST(journal AS VARCHAR) AS journal
     FROM ${live} d ORDER BY code, procedure, subject, paper_grade, year, marks IS NULL, scores IS NULL`,
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
