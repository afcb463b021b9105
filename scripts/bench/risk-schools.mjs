import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compare } from './compare.mjs';

/** Section 1.2 over all imported results: facts counted, criteria judged, the answer printed. */
export async function riskSchools({ rows, runs, input, importAnew, msoko, yardstick }) {
  const file = await input('results-table', 'results.csv', String(rows));
  const { workspace } = await importAnew(file, rows);
  const [imported] = await readdir(join(workspace, 'imports'));
  const records = join(workspace, 'imports', imported, 'results.ndjson');
  const measured = await compare(
    runs,
    () => msoko('risk-schools', '--json', '--year', '2022', '-C', workspace),
    () => yardstick('duckdb-ndjson', records),
  );
  const what = `msoko risk-schools over ${rows.toLocaleString('en')} results`;
  return { what, against: 'DuckDB read_json, grouped', measured };
}
