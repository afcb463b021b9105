import { compare } from './compare.mjs';

const ROWS = 200_000;

/** How the cost of a question grows with schools and with years, at the same number of rows. */
export async function growth({ runs, stored, msoko, yardstick }) {
  const lines = [];
  for (const [schools, years] of [
    [100, 4],
    [300, 4],
    [1000, 4],
    [300, 1],
    [300, 8],
  ]) {
    const { workspace, parquet } = await stored(ROWS, schools, years);
    const measured = await compare(
      runs,
      () => msoko('risk-schools', '--json', '--year', '2021', '-C', workspace),
      () => yardstick('duckdb-parquet', parquet),
    );
    const what = `msoko risk-schools, schools ${schools}, years ${years}`;
    lines.push({ rows: ROWS, what, against: 'DuckDB group-by over Parquet', measured });
  }
  return lines;
}
