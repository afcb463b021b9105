// DuckDB counts marks by school, year and paper over a Parquet file: node duckdb-parquet.mjs FILE
import { DuckDBInstance } from '@duckdb/node-api';

const [file] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const counted = await connection.runAndReadAll(
  `SELECT school, year, procedure, subject, grade, COUNT(*), SUM(primaryScore), AVG(mark)
   FROM read_parquet('${file.replaceAll("'", "''")}') GROUP BY ALL`,
);
console.log(counted.currentRowCount);
