import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '../../src/records/paper.ts';
import type { Procedure } from '../../src/records/procedure.ts';
import { RECORD_SCHEMAS, type RecordKind } from '../../src/records/schemas.ts';
import { positionOf } from '../../src/workspace/ground.ts';
import { IMPORTS_FOLDER } from '../../src/workspace/import-id.ts';
import { seenIdentities } from '../../src/workspace/importing/duplicates.ts';
import { groundsMet } from '../../src/workspace/importing/grounds-met.ts';
import { MANIFEST_FILE, type Manifest } from '../../src/workspace/manifest.ts';
import { SETTINGS_FILE } from '../../src/workspace/settings.ts';
import { type Sitting, type Situation, schoolsOf, yearsIn } from './situation.ts';

const IMPORT = '01J0000000000000000000000A';

type Line = Record<string, unknown>;
/** Records by kind, without their places. */
type Lines = Partial<Record<RecordKind, Line[]>>;
type SchoolLines = Record<'results' | 'distributions' | 'school-years', Line[]>;

/** Writes the records of a situation as a workspace with one import. */
export function writeSituation(directory: string, situation: Situation): void {
  const lines: SchoolLines = { results: [], distributions: [], 'school-years': [] };
  const schools = Object.entries(schoolsOf(situation));
  for (const [code, { papers = {}, values = {} }] of schools) {
    for (const [id, byYear] of Object.entries(papers)) {
      for (const [year, sitting] of inYears(byYear)) addSitting(lines, code, paperOf(id), year, sitting);
    }
    for (const [variable, byYear] of Object.entries(values)) {
      for (const [year, value] of inYears(byYear)) {
        lines['school-years'].push({ year, school: code, variable, value });
      }
    }
  }
  const roster = schools.map(([code, { grades }]) => ({
    code,
    name: `Школа ${code}`,
    kind: 'school',
    grades,
  }));
  writeWorkspace(directory, { roster: { schools: roster }, parameters: situation.parameters ?? {} }, lines);
}

/** Writes a workspace with one import that holds these records. */
export function writeWorkspace(directory: string, settings: object, lines: Lines): void {
  const folder = join(directory, IMPORTS_FOLDER, IMPORT);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(directory, SETTINGS_FILE), JSON.stringify(settings));
  for (const [kind, records] of Object.entries(lines) as [RecordKind, Line[]][]) {
    if (records.length === 0) continue;
    const text = records.map((record, index) =>
      JSON.stringify(RECORD_SCHEMAS[kind].parse({ ...record, at: ['', index + 1] })),
    );
    writeFileSync(join(folder, `${kind}.ndjson`), `${text.join('\n')}\n`);
  }
  writeFileSync(join(folder, MANIFEST_FILE), JSON.stringify(manifestOf(lines)));
}

function addSitting(lines: SchoolLines, school: string, paper: Paper, year: number, sitting: Sitting): void {
  const {
    marks,
    primary,
    scores,
    withoutResult = 0,
    published,
  } = Array.isArray(sitting) ? { marks: sitting } : sitting;
  const add = (count: number, result: Line) => {
    for (let pupil = 0; pupil < count; pupil++) {
      const participant = String(lines.results.length).padStart(22, '0');
      lines.results.push({ year, ...paper, school, participant, status: 'valid', ...result });
    }
  };
  for (const [index, count] of (marks ?? []).entries()) add(count, { mark: index + 2 });
  for (const [score, count] of Object.entries(primary ?? {})) add(count, { primaryScore: Number(score) });
  for (const [score, count] of Object.entries(scores ?? {})) add(count, { testScore: Number(score) });
  add(withoutResult, { status: 'no-result' });
  if (published) {
    const [two, three, four, five] = published.marks;
    lines.distributions.push({
      ...{ year, ...paper, unit: 'school', code: school, participants: published.participants },
      ...{ scale: published.scale, marks: { 2: two, 3: three, 4: four, 5: five } },
    });
  }
}

function paperOf(id: string): Paper {
  const [procedure, ...rest] = id.split('-') as [Procedure, ...string[]];
  return procedure === 'vpr'
    ? { procedure, grade: Number(rest[0]), subject: rest.slice(1).join('-') }
    : { procedure, subject: rest.join('-') };
}

function inYears<T>(byYear: Readonly<Record<string, T>> | undefined): [number, T][] {
  return Object.entries(byYear ?? {}).flatMap(([span, value]) =>
    yearsIn(span).map((year): [number, T] => [year, value]),
  );
}

function manifestOf(lines: Lines): Manifest {
  const grounds = groundsMet(seenIdentities());
  for (const [kind, records] of Object.entries(lines) as [RecordKind, Line[]][]) {
    for (const [index, record] of records.entries()) {
      const position = positionOf(kind, { at: ['', index + 1], ...record }, 'situation');
      const standing = grounds.at(position);
      if (grounds.before(standing, position.identity, index + 1) !== undefined)
        throw new Error(`no file holds this twice: ${JSON.stringify(record)}`);
      standing.covered = true;
    }
  }
  return {
    import: IMPORT,
    format: 1,
    program: 'msoko 0',
    importedAt: '2024-01-01T00:00:00.000Z',
    file: 'ситуация.csv',
    sha256: '0'.repeat(64),
    bytes: 0,
    source: 'fis-oko',
    layout: 'situation',
    sheets: [],
    options: {},
    rows: 0,
    records: Object.fromEntries(Object.entries(lines).map(([kind, records]) => [kind, records.length])),
    skipped: { absent: 0, service: 0, setAside: 0 },
    covers: grounds.covered(),
    schools: {},
    issueCounts: {},
    issues: [],
  };
}
