import type { Workspace } from '../workspace/open.ts';
import type { Engine } from './engines/engine.ts';
import { liveRecords } from './live-records.ts';

/** One cell of a published list of schools with signs of bias. */
export interface PublishedMarker {
  school: string;
  year: number;
  paper: string;
  marker: boolean;
}

/** Published markers of the years asked for. */
export async function biasMarkers(
  workspace: Workspace,
  engine: Engine,
  years: readonly number[],
): Promise<PublishedMarker[]> {
  const live = liveRecords(
    workspace,
    engine,
    { kind: 'bias-markers', years },
    { paper: 'text', marker: 'json' },
    "''",
  );
  if (!live) return [];
  const rows = await engine.query(
    `SELECT school, year, paper, CAST(marker AS VARCHAR) AS marker FROM ${live} m ORDER BY school, year, paper`,
  );
  return rows.map(({ school, year, paper, marker }) => ({
    school: String(school),
    year: Number(year),
    paper: String(paper),
    marker: marker === 'true',
  }));
}
