import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compare } from './compare.mjs';

const YEAR = '2021';
const AGAINST = 'DuckDB group-by over Parquet';

/** A question that is asked of all stored results again and again: from the second time on with the cache. */
function question(...words) {
  return async ({ rows, runs, stored, msoko, yardstick }) => {
    const { workspace, parquet } = await stored(rows);
    const measured = await compare(
      runs,
      () => msoko(...words, '--json', '--year', YEAR, '-C', workspace),
      () => yardstick('duckdb-parquet', parquet),
    );
    return { what: `msoko ${words.join(' ')}`, against: AGAINST, measured };
  };
}

/** Facts of section 1.2 alone: what is counted before anything is judged. */
export async function facts({ rows, runs, stored, factsOf, yardstick }) {
  const { workspace, parquet } = await stored(rows);
  const measured = await compare(
    runs,
    () => factsOf(workspace, YEAR),
    () => yardstick('duckdb-parquet', parquet),
  );
  return { what: 'facts of section 1.2', against: AGAINST, measured };
}

export const riskSchools = question('risk-schools');
export const objectivity = question('objectivity');

/** The same without the cache: it is removed before each run, and where the records are large written anew. */
export async function riskSchoolsUncached({ rows, runs, stored, msoko, yardstick }) {
  const { workspace, parquet } = await stored(rows);
  const measured = await compare(
    runs,
    async () => {
      await rm(join(workspace, '.msoko'), { recursive: true, force: true });
      return msoko('risk-schools', '--json', '--year', YEAR, '-C', workspace);
    },
    () => yardstick('duckdb-parquet', parquet),
  );
  return { what: 'msoko risk-schools, cache removed', against: AGAINST, measured };
}

/** The workbook of section 1.2. */
export async function report({ rows, runs, stored, folder, msoko, yardstick }) {
  const { workspace, parquet } = await stored(rows);
  const out = join(folder, 'reports');
  const measured = await compare(
    runs,
    () => msoko('report', '1.2', '--json', '--year', YEAR, '-C', workspace, '--out', out),
    () => yardstick('duckdb-parquet', parquet),
  );
  return { what: 'msoko report 1.2', against: AGAINST, measured };
}
