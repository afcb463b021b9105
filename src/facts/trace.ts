import { foundOrMade } from '../records/found-or-made.ts';
import { type Paper, paperId, parsePaperId } from '../records/paper.ts';
import type { RecordKind } from '../records/schemas.ts';
import { positionOf } from '../workspace/ground.ts';
import { type Ground, type Manifest, recordFile } from '../workspace/manifest.ts';
import type { Workspace } from '../workspace/open.ts';
import { supersededGround } from '../workspace/supersession.ts';
import { recordsWith } from './records-with.ts';

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

/** A number of a school, or of whom a value is told about, in one year. */
export interface TracedNumber {
  school: string;
  year: number;
  subject: Subject;
}

/** Rows of a school's records on one ground of an import, by sheet. */
interface Place {
  position: Pick<Ground, 'paper' | 'year' | 'part'>;
  /** Code under which they are stored. */
  school: string;
  rows: Map<string, number[]>;
}

/**
 * Puts in place of the numbers of each step the places in the imported files that they were counted from; superseded
 * records are left out. Steps of one answer are to be asked about at once: each file is gone through once a call.
 */
export async function withSources<Step extends { numbers: readonly TracedNumber[] }>(
  workspace: Workspace,
  steps: readonly Step[],
): Promise<(Omit<Step, 'numbers'> & { sources: Source[] })[]> {
  const asked = new Map<string, Map<string, Source[]>>();
  const sourcesOf = ({ school, ...number }: TracedNumber) =>
    foundOrMade(
      foundOrMade(asked, groundOf(number), () => new Map<string, Source[]>()),
      school,
      () => [],
    );
  for (const { numbers } of steps) numbers.forEach(sourcesOf);
  const isGone = supersededGround(workspace.supersession);
  for (const manifest of workspace.imports) {
    const places = new Map<RecordKind, Map<string, Place>>();
    const behind = new Map<Source[], { kind: RecordKind; places: Set<Place> }>();
    for (const ground of manifest.covers) {
      const { kind, schools, ...position } = ground;
      const bySchool = asked.get(groundKey(ground));
      // All people of an import may have asked to be forgotten: the ground stays covered.
      if (!bySchool || !manifest.records[kind]) continue;
      if (kind === 'distributions' && position.part !== 'marks' && position.part !== 'scores') continue;
      for (const stored of schools) {
        const sources = bySchool.get(workspace.resolveStored(manifest, stored));
        if (!sources || isGone({ import: manifest.import, kind, ...position, school: stored })) continue;
        const ofKind = foundOrMade(places, kind, () => new Map<string, Place>());
        const place = foundOrMade(ofKind, placeKey(position, stored), () => ({
          position,
          school: stored,
          rows: new Map(),
        }));
        foundOrMade(behind, sources, () => ({ kind, places: new Set<Place>() })).places.add(place);
      }
    }
    for (const [kind, ofKind] of places) await findRows(workspace, manifest, kind, ofKind);
    for (const [sources, { kind, places }] of behind) sources.push(...joined(manifest, kind, places));
  }
  return steps.map(({ numbers, ...step }) => ({ ...step, sources: numbers.flatMap(sourcesOf) }));
}

/** Goes through the records of an import and notes the rows of the places sought. */
async function findRows(
  { directory }: Workspace,
  { import: id, layout }: Manifest,
  kind: RecordKind,
  places: ReadonlyMap<string, Place>,
): Promise<void> {
  const schools = new Set<string>();
  const topics = new Set<string>();
  for (const { position, school } of places.values()) {
    schools.add(school);
    topics.add(position.paper === null ? variableOf(position.part!) : parsePaperId(position.paper).subject);
  }
  const isOfPapers = kind === 'results' || kind === 'distributions';
  const codeField = kind === 'distributions' || kind === 'observations' ? 'code' : 'school';
  const sought = [[codeField, schools] as const, [isOfPapers ? 'subject' : 'variable', topics] as const];
  await recordsWith(recordFile(directory, id, kind), sought, (record) => {
    const position = positionOf(kind, record, layout);
    const place = places.get(placeKey(position, position.school));
    if (place) foundOrMade(place.rows, record.at[0], () => []).push(record.at[1]);
  });
}

/** Places of one number in one import, sheet by sheet. */
function joined({ import: id, file }: Manifest, kind: RecordKind, places: Iterable<Place>): Source[] {
  const bySheet = new Map<string, number[]>();
  for (const { rows } of places) {
    for (const [sheet, own] of rows) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), ...own]);
  }
  return [...bySheet].map(([sheet, rows]) => ({
    ...{ import: id, file, kind, sheet },
    rows: rows.sort((a, b) => a - b),
  }));
}

/** On what ground a number stands, whoever's it is. */
function groundOf({ year, subject }: Omit<TracedNumber, 'school'>): string {
  if ('paper' in subject) {
    const kind = subject.basis === 'results' ? 'results' : 'distributions';
    return groundKey({ kind, paper: paperId(subject.paper), year, part: null });
  }
  const { kind = 'school-years', variable, breakdown } = subject;
  return groundKey({ kind, paper: null, year, part: breakdown ? `${variable}/${breakdown}` : variable });
}

/** Days, marks and scores of a paper are one ground; each variable, and each cut of it, is a ground of its own. */
function groundKey({ kind, paper, year, part }: Omit<Ground, 'schools'>): string {
  return [kind, year, paper ?? part].join('\u0000');
}

function placeKey({ paper, year, part }: Place['position'], school: string): string {
  return [paper, year, part, school].join('\u0000');
}

/** The variable of a part on which a reported value stands: the part, or what goes before its cut. */
function variableOf(part: string): string {
  return part.split('/')[0]!;
}
