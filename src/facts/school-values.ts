import type { Workspace } from '../workspace/open.ts';
import type { Engine } from './engines/engine.ts';
import { liveRecords } from './live-records.ts';

/** Values of schools by year: social passport, rating, statistics. */
export interface SchoolValues {
  /** `undefined` where nobody supplied the value: never zero. */
  get(school: string, variable: string, year: number): number | undefined;
}

/** All school-year values of the years asked for. */
export async function schoolValues(
  workspace: Workspace,
  engine: Engine,
  years: readonly number[],
): Promise<SchoolValues> {
  const live = liveRecords(
    workspace,
    engine,
    { kind: 'school-years', years },
    { variable: 'text', value: 'number' },
    'r.variable',
  );
  const values = new Map<string, number>();
  if (live) {
    for (const row of await engine.query(`SELECT school, variable, year, value FROM ${live} v`)) {
      values.set(`${row.school}|${row.variable}|${row.year}`, Number(row.value));
    }
  }
  return { get: (school, variable, year) => values.get(`${school}|${variable}|${year}`) };
}
