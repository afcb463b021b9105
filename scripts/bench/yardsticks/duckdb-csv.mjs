// DuckDB reads a CSV of results and counts marks by school, year and paper: node duckdb-csv.mjs FILE
import { DuckDBInstance } from '@duckdb/node-api';

const [file] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const counted = await connection.runAndReadAll(
  `SELECT "Код ОО", "Год", "Процедура", "Предмет", "Класс", COUNT(*), SUM("Первичный балл"), AVG("Отметка")
   FROM read_csv('${file.replaceAll("'", "''")}') GROUP BY ALL`,
);
console.log(counted.currentRowCount);
