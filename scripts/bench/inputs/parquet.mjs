// Writes the stored results of an import as Parquet: node parquet.mjs PARQUET NDJSON
import { DuckDBInstance } from '@duckdb/node-api';

const [parquet, ndjson] = process.argv.slice(2).map((path) => `'${path.replaceAll("'", "''")}'`);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run(
  `COPY (SELECT * FROM read_json(${ndjson}, format = 'newline_delimited', columns = {school: 'VARCHAR', year: 'INTEGER',
     procedure: 'VARCHAR', subject: 'VARCHAR', grade: 'INTEGER', participant: 'VARCHAR', primaryScore: 'DOUBLE', mark: 'INTEGER'}))
   TO ${parquet} (FORMAT parquet, COMPRESSION zstd)`,
);
