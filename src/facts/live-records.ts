import { paperId } from '../records/paper.ts';
import { PROCEDURES } from '../records/procedure.ts';
import type { RecordKind } from '../records/schemas.ts';
import { type Manifest, recordFile } from '../workspace/manifest.ts';
import type { Workspace } from '../workspace/open.ts';
import type { ColumnType, Engine } from './engines/engine.ts';
import { isFinalAttestation } from './final-attestation.ts';

/** Which records a question is about. */
export interface Scope {
  kind: RecordKind;
  years: readonly number[];
}

/**
 * SQL of the records that count: those of superseded ground left out, and schools under the codes of the roster
 * as it is now. Imports without either are read straight; only the others pay for the joins.
 * @param columns beside `school` (for distributions and observations `code`), `year` and `source_file`; those that
 * make up the paper's id too
 * @param partColumn expression of what `part` is for this kind (day of the exam, variable), as in the coverage
 * @returns `undefined` where no import holds such records
 */
export function liveRecords(
  workspace: Workspace,
  engine: Engine,
  scope: Scope,
  columns: Readonly<Record<string, ColumnType>>,
  partColumn: string,
): string | undefined {
  const schoolColumn = scope.kind === 'distributions' || scope.kind === 'observations' ? 'code' : 'school';
  const touched = new Set(
    workspace.supersession.exclusions
      .filter(({ kind }) => kind === scope.kind)
      .map((exclusion) => exclusion.import),
  );
  const plain: Manifest[] = [];
  const mended: Manifest[] = [];
  for (const manifest of workspace.imports) {
    // All of an import's people may have asked to be forgotten; its ground stays covered.
    if (
      !manifest.records[scope.kind] ||
      !manifest.covers.some(
        ({ kind, year }) => kind === scope.kind && (year === null || scope.years.includes(year)),
      )
    )
      continue;
    const moved = Object.keys(manifest.schools).some(
      (stored) => workspace.resolveStored(manifest, stored) !== stored,
    );
    (moved || touched.has(manifest.import) ? mended : plain).push(manifest);
  }
  const all = { year: 'integer', [schoolColumn]: 'text', ...columns } as Record<string, ColumnType>;
  const names = Object.keys(all);
  const inYears = `year IN (${scope.years.join(', ') || 'NULL'})`;
  const file = (manifest: Manifest) => recordFile(workspace.directory, manifest.import, scope.kind);
  const parts: string[] = [];
  if (plain.length > 0) {
    parts.push(
      `SELECT ${names.join(', ')}, source_file FROM ${engine.ndjson(plain.map(file), all)} plain WHERE ${inYears}`,
    );
  }
  if (mended.length > 0) {
    const moves = mended.flatMap((manifest) =>
      Object.keys(manifest.schools).flatMap((stored) => {
        const code = workspace.resolveStored(manifest, stored);
        return code === stored ? [] : [[file(manifest), stored, code]];
      }),
    );
    const byImport = new Map(mended.map((manifest) => [manifest.import, manifest]));
    const exclusions = workspace.supersession.exclusions.flatMap((exclusion) => {
      const manifest = byImport.get(exclusion.import);
      if (!manifest || exclusion.kind !== scope.kind) return [];
      const { procedure, rest } = paperParts(scope.kind, exclusion.paper);
      return [[file(manifest), exclusion.school, exclusion.year, exclusion.part ?? '', procedure, rest, 1]];
    });
    const moved = engine.constants({ source_file: 'text', stored: 'text', code: 'text' }, moves);
    const excluded = engine.constants(
      {
        source_file: 'text',
        school: 'text',
        year: 'integer',
        part: 'text',
        procedure: 'text',
        rest: 'text',
        excluded: 'integer',
      },
      exclusions,
    );
    const list = (of: readonly string[], alias: string) =>
      of.map((name) => `${alias}.${name} AS ${name}`).join(', ');
    // One join a step, over plain columns: a dialect of its day knows no more.
    const records =
      `(SELECT ${list(names, 'r')}, r.source_file AS source_file, COALESCE(${partColumn}, '') AS ground_part${paperColumns(scope.kind)} ` +
      `FROM ${engine.ndjson(mended.map(file), all)} r WHERE r.${inYears})`;
    const counting =
      `(SELECT ${list(names, 'n')}, n.source_file AS source_file FROM ${records} n ` +
      `LEFT JOIN ${excluded} gone ON gone.source_file = n.source_file AND gone.school = n.${schoolColumn} ` +
      `AND gone.year = n.year AND gone.part = n.ground_part${paperCondition(scope.kind)} WHERE gone.excluded IS NULL)`;
    parts.push(
      `SELECT ${names.map((name) => (name === schoolColumn ? `COALESCE(moved.code, c.${name}) AS ${name}` : `c.${name} AS ${name}`)).join(', ')}, ` +
        `c.source_file AS source_file FROM ${counting} c ` +
        `LEFT JOIN ${moved} moved ON moved.source_file = c.source_file AND moved.stored = c.${schoolColumn}`,
    );
  }
  return parts.length === 0 ? undefined : `(${parts.join(' UNION ALL ')})`;
}

/** SQL of what tells the paper of a row (`r`), as further columns; none for kinds without papers. */
function paperColumns(kind: RecordKind): string {
  switch (kind) {
    case 'results':
    case 'distributions':
      return `, r.procedure AS ground_procedure, ${paperRest('r')} AS ground_rest`;
    case 'olympiad-results':
      return ", CONCAT('olympiad-', r.olympiad, '-', r.stage, '-', r.subject) AS ground_rest";
    case 'bias-markers':
      return ', r.paper AS ground_rest';
    default:
      return '';
  }
}

/** SQL that holds an excluded ground (`gone`) to the paper of a row (`n`); empty for kinds without papers. */
function paperCondition(kind: RecordKind): string {
  switch (kind) {
    case 'results':
    case 'distributions':
      return ' AND gone.procedure = n.ground_procedure AND gone.rest = n.ground_rest';
    case 'olympiad-results':
    case 'bias-markers':
      return ' AND gone.rest = n.ground_rest';
    default:
      return '';
  }
}

/** The paper's id without its procedure (`4-russian`, `russian`), as SQL over a row's columns. */
function paperRest(alias: string): string {
  return (
    `CASE WHEN ${isFinalAttestation(`${alias}.procedure`)} OR ${alias}.grade IS NULL THEN ${alias}.subject ` +
    `ELSE CONCAT(CAST(${alias}.grade AS VARCHAR), '-', ${alias}.subject) END`
  );
}

/** A paper's id as `paperCondition` compares it: procedure and rest apart where the rows hold them apart. */
function paperParts(kind: RecordKind, paper: string | null): { procedure: string; rest: string } {
  if (kind !== 'results' && kind !== 'distributions') return { procedure: '', rest: paper ?? '' };
  const procedure = PROCEDURES.find((name) => paper?.startsWith(`${name}-`));
  if (!procedure) throw new Error(`unknown paper: ${paper}`);
  return { procedure, rest: paper!.slice(procedure.length + 1) };
}

/** Key of facts by school, paper and year. */
export function factKey(school: string, paper: Parameters<typeof paperId>[0], year: number): string {
  return `${school}|${paperId(paper)}|${year}`;
}
