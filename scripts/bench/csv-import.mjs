import { rm } from 'node:fs/promises';
import { compare } from './compare.mjs';

/** A large table of results from the file to a stored import. */
export async function csvImport({ rows, runs, input, importAnew, yardstick }) {
  const file = await input('results-table', `results-${rows}.csv`, String(rows));
  const measured = await compare(
    runs,
    async () => {
      const imported = await importAnew(file, rows);
      await rm(imported.workspace, { recursive: true });
      return imported;
    },
    () => yardstick('duckdb-csv', file),
  );
  return { what: 'msoko import, CSV', against: 'DuckDB read_csv, grouped', measured };
}
