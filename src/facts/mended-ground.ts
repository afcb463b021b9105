import { PROCEDURES } from '../records/procedure.ts';
import type { RecordKind } from '../records/schemas.ts';
import type { Manifest } from '../workspace/manifest.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Engine } from './engines/engine.ts';
import { isFinalAttestation } from './final-attestation.ts';

/** Relations of what changed of these imports: schools under another code, and superseded ground. */
export function mending(
  workspace: Workspace,
  engine: Engine,
  kind: RecordKind,
  mended: readonly Manifest[],
): { moved: string; excluded: string } {
  const moves = mended.flatMap((manifest) =>
    Object.keys(manifest.schools).flatMap((stored) => {
      const code = workspace.resolveStored(manifest, stored);
      return code === stored ? [] : [[manifest.import, stored, code]];
    }),
  );
  const ids = new Set(mended.map((manifest) => manifest.import));
  const exclusions = workspace.supersession.exclusions.flatMap((exclusion) => {
    if (!ids.has(exclusion.import) || exclusion.kind !== kind) return [];
    const { procedure, rest } = paperParts(kind, exclusion.paper);
    return [[exclusion.import, exclusion.school, exclusion.year, exclusion.part ?? '', procedure, rest, 1]];
  });
  return {
    moved: engine.constants({ import: 'text', stored: 'text', code: 'text' }, moves),
    excluded: engine.constants(
      {
        import: 'text',
        school: 'text',
        year: 'integer',
        part: 'text',
        procedure: 'text',
        rest: 'text',
        excluded: 'integer',
      },
      exclusions,
    ),
  };
}

/** SQL of what tells the paper of a row (`r`), as further columns; none for kinds without papers. */
export function paperColumns(kind: RecordKind): string {
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
export function paperCondition(kind: RecordKind): string {
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
