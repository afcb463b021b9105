import { readFileSync } from 'node:fs';
import type { MeasureRecord } from '../records/schemas.ts';
import { positionOf } from '../workspace/ground.ts';
import { type Manifest, recordFile } from '../workspace/manifest.ts';
import type { Workspace } from '../workspace/open.ts';
import { supersededGround } from '../workspace/supersession.ts';
import type { Source } from './trace.ts';

/** A measure or a management decision of the register (реестр мер), from all rows that speak of it. */
export interface RegisteredMeasure extends Omit<MeasureRecord, 'at'> {
  /** Where it stands in the imported files. */
  sources: readonly Source[];
}

/**
 * The measures that count: those of superseded ground left out, schools under the codes of the roster as it is now.
 * Rows that differ in their schools alone are one measure; one of them without schools makes it a measure for all.
 */
export function registeredMeasures(workspace: Workspace): RegisteredMeasure[] {
  const isGone = supersededGround(workspace.supersession);
  const measures = new Map<string, RegisteredMeasure>();
  for (const manifest of workspace.imports) {
    for (const record of recordsOf(workspace, manifest)) {
      if (isGone({ import: manifest.import, ...positionOf('measures', record, manifest.layout) })) continue;
      const { at, schools: stored, ...measure } = record;
      const schools = stored.map((code) => workspace.resolveStored(manifest, code));
      const key = JSON.stringify(
        (['system', 'kind', 'title', 'from', 'to', 'addressee', 'status'] as const).map(
          (field) => measure[field] ?? null,
        ),
      );
      const known = measures.get(key);
      const all = schools.length === 0 || known?.schools.length === 0;
      measures.set(key, {
        ...measure,
        schools: all ? [] : [...new Set([...(known?.schools ?? []), ...schools])].sort(),
        sources: withPlace(known?.sources ?? [], manifest, at),
      });
    }
  }
  return [...measures.values()].sort((a, b) => compare(orderOf(a), orderOf(b)));
}

function* recordsOf(workspace: Workspace, manifest: Manifest): Generator<MeasureRecord> {
  if (!manifest.records.measures) return;
  for (const line of readFileSync(recordFile(workspace.directory, manifest.import, 'measures'), 'utf8').split(
    '\n',
  )) {
    if (line) yield JSON.parse(line) as MeasureRecord;
  }
}

function withPlace(
  sources: readonly Source[],
  manifest: Manifest,
  [sheet, row]: MeasureRecord['at'],
): Source[] {
  const same = (source: Source) => source.import === manifest.import && source.sheet === sheet;
  const here = sources.find(same);
  const rows = [...(here?.rows ?? []), row].sort((a, b) => a - b);
  const source: Source = { import: manifest.import, file: manifest.file, kind: 'measures', sheet, rows };
  return [...sources.filter((other) => !same(other)), source];
}

function orderOf({ system, kind, from, title }: RegisteredMeasure): string {
  const [, letters = '', number = ''] = /-(\D+)(\d+)$/.exec(kind) ?? [];
  // Measures go before decisions.
  return [system, letters === 'D' ? 1 : 0, number.padStart(3, '0'), from, title].join('|');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
