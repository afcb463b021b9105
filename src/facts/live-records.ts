import { paperId } from '../records/paper.ts';
import type { RecordKind } from '../records/schemas.ts';
import { type Manifest, recordFile } from '../workspace/manifest.ts';
import type { Workspace } from '../workspace/open.ts';
import type { ColumnType, Engine, StoredRecords } from './engines/engine.ts';
import { mending, paperColumns, paperCondition } from './mended-ground.ts';

/** Which records a question is about. */
export interface Scope {
  kind: RecordKind;
  years: readonly number[];
}

/** What is made of stored records before those of superseded ground are left out. */
export interface Reading {
  /** What is read of a record, beside its school (or code) and year. */
  stored: Readonly<Record<string, ColumnType>>;
  /** What comes out of it beside them: of records or of groups of them. Those that make up the paper's id, too. */
  columns: readonly string[];
  /** What tells superseded ground beside these: the import, and what `part` reads. */
  ground: readonly string[];
  /** Expression of what `part` is for this kind (day of the exam, variable), as in the coverage. */
  part: string;
  /**
   * SQL of a relation with `columns`, school (or code) and year.
   * @param where tells the records
   * @param ground what more it has to have
   */
  rows(records: StoredRecords, where: string, ground: readonly string[]): string;
}

/**
 * SQL of the records that count: those of superseded ground left out, and schools under the codes of the roster
 * as it is now.
 * @param columns beside `school` (for distributions and observations `code`), `year` and `import`; those that make up
 * the paper's id too
 * @param part expression of what `part` is for this kind (day of the exam, variable), as in the coverage
 * @returns `undefined` where no import holds such records
 */
export function liveRecords(
  workspace: Workspace,
  engine: Engine,
  scope: Scope,
  columns: Readonly<Record<string, ColumnType>>,
  part: string,
): string | undefined {
  const names = Object.keys(columns);
  const all = ['year', schoolColumnOf(scope.kind), ...names].join(', ');
  return liveReading(workspace, engine, scope, {
    stored: columns,
    columns: [...names, 'import'],
    ground: [],
    part,
    rows: (records, where) =>
      `(SELECT ${all}, ${records.import} AS import FROM ${records.from} WHERE ${where})`,
  });
}

/**
 * SQL of what is made of the records that count. Imports without superseded ground and without schools under another
 * code are read straight; only the others pay for the joins.
 * @returns `undefined` where no import holds such records
 */
export function liveReading(
  workspace: Workspace,
  engine: Engine,
  scope: Scope,
  { stored, columns, ground, part, rows }: Reading,
): string | undefined {
  const schoolColumn = schoolColumnOf(scope.kind);
  const { plain, mended } = importsOf(workspace, scope);
  const all = { year: 'integer', [schoolColumn]: 'text', ...stored } as Record<string, ColumnType>;
  const names = ['year', schoolColumn, ...columns];
  const rowsOf = (manifests: readonly Manifest[], more: readonly string[]): string => {
    const files = manifests.map((manifest) => recordFile(workspace.directory, manifest.import, scope.kind));
    const records = engine.records(files, all);
    return rows(records, `${records.where} AND year IN (${scope.years.join(', ') || 'NULL'})`, more);
  };
  const parts: string[] = [];
  if (plain.length > 0) parts.push(`SELECT ${names.join(', ')} FROM ${rowsOf(plain, [])} plain`);
  if (mended.length > 0) {
    const list = (of: readonly string[], alias: string) =>
      of.map((name) => `${alias}.${name} AS ${name}`).join(', ');
    const { moved, excluded } = mending(workspace, engine, scope.kind, mended);
    // One join a step, over plain columns: a dialect of its day knows no more.
    const read =
      `(SELECT ${list([...names, ...ground], 'r')}, COALESCE(${part}, '') AS ground_part${paperColumns(scope.kind)} ` +
      `FROM ${rowsOf(mended, ground)} r)`;
    const counting =
      `(SELECT ${list([...names, ...ground], 'n')} FROM ${read} n ` +
      `LEFT JOIN ${excluded} gone ON gone.import = n.import AND gone.school = n.${schoolColumn} ` +
      `AND gone.year = n.year AND gone.part = n.ground_part${paperCondition(scope.kind)} WHERE gone.excluded IS NULL)`;
    parts.push(
      `SELECT ${names.map((name) => (name === schoolColumn ? `COALESCE(moved.code, c.${name}) AS ${name}` : `c.${name} AS ${name}`)).join(', ')} ` +
        `FROM ${counting} c ` +
        `LEFT JOIN ${moved} moved ON moved.import = c.import AND moved.stored = c.${schoolColumn}`,
    );
  }
  return parts.length === 0 ? undefined : `(${parts.join(' UNION ALL ')})`;
}

function schoolColumnOf(kind: RecordKind): 'school' | 'code' {
  return kind === 'distributions' || kind === 'observations' ? 'code' : 'school';
}

/** Imports with records in the scope: those that are read straight, and those of which something changed. */
function importsOf(workspace: Workspace, { kind, years }: Scope): { plain: Manifest[]; mended: Manifest[] } {
  const touched = new Set(
    workspace.supersession.exclusions
      .filter((exclusion) => exclusion.kind === kind)
      .map((exclusion) => exclusion.import),
  );
  const plain: Manifest[] = [];
  const mended: Manifest[] = [];
  for (const manifest of workspace.imports) {
    // All of an import's people may have asked to be forgotten; its ground stays covered.
    if (
      !manifest.records[kind] ||
      !manifest.covers.some(
        (ground) => ground.kind === kind && (ground.year === null || years.includes(ground.year)),
      )
    )
      continue;
    const moved = Object.keys(manifest.schools).some(
      (stored) => workspace.resolveStored(manifest, stored) !== stored,
    );
    (moved || touched.has(manifest.import) ? mended : plain).push(manifest);
  }
  return { plain, mended };
}

/** Key of facts by school, paper and year. */
export function factKey(school: string, paper: Parameters<typeof paperId>[0], year: number): string {
  return `${school}|${paperId(paper)}|${year}`;
}
