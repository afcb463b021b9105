// DuckDB reads stored results and counts marks by school, year and paper: node duckdb-ndjson.mjs FILE
import { DuckDBInstance } from '@duckdb/node-api';

const [file] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const counted = await connection.runAndReadAll(
  `SELECT school, year, procedure, subject, grade, COUNT(*), SUM(primaryScore), AVG(mark)
   FROM read_json('${file.replaceAll("'", "''")}', format = 'newline_delimited', columns = {school: 'VARCHAR',
     year: 'INTEGER', procedure: 'VARCHAR', subject: 'VARCHAR', grade: 'INTEGER', primaryScore: 'DOUBLE', mark: 'INTEGER'})
   GROUP BY ALL`,
);
console.log(counted.currentRowCount);
