// The direction of the house: an export comes in at the bottom, becomes records, is counted, judged, reported.
const ROOMS = [
  'sheets',
  'records',
  'layouts',
  'workspace',
  'facts',
  'statistics',
  'regulation',
  'reports',
  'demo',
  'commands',
];

/** A room may import itself and the rooms before it. */
const upward = ROOMS.map((room, index) => ({
  name: `${room}-looks-back-only`,
  comment: `src/${room} may import only from: ${ROOMS.slice(0, index + 1).join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${ROOMS.slice(index + 1).join('|') || 'nothing'})/` },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'statistics-alone',
      comment: 'Statistics are pure functions of numbers.',
      severity: 'error',
      from: { path: '^src/statistics/' },
      to: { path: '^src/(?!statistics/)' },
    },
    {
      name: 'regulation-without-io',
      comment: 'The Положение knows no files, no clock, no SQL: facts come in, verdicts go out.',
      severity: 'error',
      from: { path: '^src/regulation/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sheets-know-no-schools',
      comment: 'Readers of tables know bytes and cells, not meaning.',
      severity: 'error',
      from: { path: '^src/sheets/' },
      to: { path: '^src/(?!sheets/|failure|issue)' },
    },
    {
      name: 'heavy-libraries-where-used',
      comment: 'DuckDB, ClickHouse, exceljs and SheetJS are loaded by the files that need them, lazily.',
      severity: 'error',
      from: { pathNot: '^src/(facts/engines/(duckdb|clickhouse)|reports/(xlsx|forms)|sheets/xls|demo)' },
      to: { path: 'node_modules/(@duckdb|@clickhouse|exceljs|@e965)' },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      comment: 'Everything imported stands in package.json.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
