import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { foundOrMade } from '../records/found-or-made.ts';
import { type Paper, paperId } from '../records/paper.ts';
import type { RecordKind } from '../records/schemas.ts';
import { type Manifest, recordFile } from '../workspace/manifest.ts';
import type { Workspace } from '../workspace/open.ts';

/** Where numbers came from: an import, a sheet of its file, and rows of that sheet. */
export interface Source {
  import: string;
  file: string;
  kind: RecordKind;
  sheet: string;
  /** 1-based rows, in order. */
  rows: number[];
}

/** A number of a verdict, and the places in files that it was counted from. */
export interface TraceStep {
  year: number;
  /** Id of the paper or of the variable. */
  what: string;
  /** Its Russian name. */
  title: string;
  sources: readonly Source[];
}

/** What a number was counted from: a paper, by results or by a distribution, or a school-year value. */
export type Subject =
  | { paper: Paper; basis: 'results' | 'distribution' }
  /** A reported value; `breakdown` names a cut of it, and without one it is the total. */
  | { variable: string; kind?: 'school-years' | 'observations'; breakdown?: string | null };

/** The places in the imported files behind one school's number in one year; superseded records are left out. */
export async function traceNumber(
  workspace: Workspace,
  school: string,
  year: number,
  subject: Subject,
): Promise<Source[]> {
  const kind: RecordKind =
    'variable' in subject
      ? (subject.kind ?? 'school-years')
      : subject.basis === 'results'
        ? 'results'
        : 'distributions';
  const sources: Source[] = [];
  for (const manifest of workspace.imports) {
    const stored = storedCodes(workspace, manifest, kind, school, year, subject);
    if (stored.size > 0) sources.push(...(await rowsIn(workspace, manifest, kind, stored, year, subject)));
  }
  return sources;
}

/** Codes under which this import holds the school on this ground, with the parts that still count. */
function storedCodes(
  workspace: Workspace,
  manifest: Manifest,
  kind: RecordKind,
  school: string,
  year: number,
  subject: Subject,
): Set<string> {
  const paper = 'paper' in subject ? paperId(subject.paper) : null;
  const live = new Set<string>();
  for (const ground of manifest.covers) {
    if (ground.kind !== kind || ground.paper !== paper || ground.year !== year) continue;
    if ('variable' in subject && ground.part !== partOf(subject.variable, subject.breakdown)) continue;
    if (kind === 'distributions' && ground.part !== 'marks' && ground.part !== 'scores') continue;
    for (const stored of ground.schools) {
      const gone = workspace.supersession.exclusions.some(
        (exclusion) =>
          exclusion.import === manifest.import &&
          exclusion.kind === kind &&
          exclusion.paper === paper &&
          exclusion.year === year &&
          exclusion.part === ground.part &&
          exclusion.school === stored,
      );
      if (!gone && workspace.resolveStored(manifest, stored) === school)
        live.add(`${ground.part ?? ''}\u0000${stored}`);
    }
  }
  return live;
}

async function rowsIn(
  workspace: Workspace,
  manifest: Manifest,
  kind: RecordKind,
  live: ReadonlySet<string>,
  year: number,
  subject: Subject,
): Promise<Source[]> {
  const index = await rowIndex(workspace, manifest, kind);
  const paper = 'paper' in subject ? paperId(subject.paper) : '';
  const bySheet = new Map<string, number[]>();
  for (const place of live) {
    for (const [sheet, rows] of index.get(`${year}\u0000${paper}\u0000${place}`) ?? [])
      bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), ...rows]);
  }
  return [...bySheet].map(([sheet, rows]) => ({
    import: manifest.import,
    file: manifest.file,
    kind,
    sheet,
    rows: rows.sort((a, b) => a - b),
  }));
}

/** Rows of each sheet of a file, by year, paper, part of the ground and code of the school. */
type RowIndex = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/** An answer looks for many numbers in the same files: each file is gone through once. */
const indices = new WeakMap<Workspace, Map<string, Promise<RowIndex>>>();

function rowIndex(workspace: Workspace, manifest: Manifest, kind: RecordKind): Promise<RowIndex> {
  const known = foundOrMade(indices, workspace, () => new Map<string, Promise<RowIndex>>());
  return foundOrMade(known, recordFile(workspace.directory, manifest.import, kind), (file) =>
    indexOf(file, kind),
  );
}

async function indexOf(file: string, kind: RecordKind): Promise<RowIndex> {
  const index = new Map<string, Map<string, number[]>>();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (!line) continue;
    const record = JSON.parse(line) as Record<string, unknown> & { at: [string, number] };
    if (record.journal) continue;
    const paper = 'procedure' in record ? paperId(record as unknown as Paper) : '';
    const part =
      kind === 'results'
        ? (record.date ?? '')
        : kind === 'distributions'
          ? record.scores
            ? 'scores'
            : 'marks'
          : partOf(String(record.variable), record.breakdown);
    const place = `${record.year}\u0000${paper}\u0000${part}\u0000${record.school ?? record.code}`;
    const bySheet = foundOrMade(index, place, () => new Map<string, number[]>());
    const [sheet, row] = record.at;
    foundOrMade(bySheet, sheet, () => []).push(row);
  }
  return index;
}

/** Part of the ground on which a reported value stands: the variable, or the variable and its cut. */
function partOf(variable: string, breakdown: unknown): string {
  return breakdown ? `${variable}/${breakdown}` : variable;
}
