import type { Issue } from '../../issue.ts';
import type { Given, Layout, Place, Reading, RowKind, SchoolReference } from '../../layouts/layout.ts';
import { RECORD_SCHEMAS, type RecordKind } from '../../records/schemas.ts';
import { a1 } from '../../sheets/address.ts';
import type { Row, Sheet } from '../../sheets/sheet.ts';
import type { Position } from '../ground.ts';
import { positionOf } from '../ground.ts';
import type { Pseudonymise } from '../pseudonym.ts';
import { type Seen, seenIdentities } from './duplicates.ts';

/** Counts of a file: rows in = records + absent + service + set aside. */
export interface Counts {
  rows: number;
  records: Partial<Record<RecordKind, number>>;
  absent: number;
  service: number;
  setAside: number;
}

/** A school as it was named in the file, under the code of its records. */
export type SchoolsMet = Map<string, SchoolReference>;

/** Everything that one file's reading gathers, over all its sheets. */
export interface FileReading {
  counts: Counts;
  issues: Issue[];
  covers: Map<string, { position: Position; schools: Set<string> }>;
  schools: SchoolsMet;
}

export interface ReadingEffects {
  file: string;
  given: Given;
  /** Keep going past errors, and leave the bad rows out. */
  setAside: boolean;
  pseudonym: Pseudonymise;
  /** Resolves or adds a school; `undefined` where it may not be added. */
  school(reference: SchoolReference): { code: string; added: boolean } | undefined;
  write(kind: RecordKind, json: string): void;
  /** Keeps the place and the reasons of a row that was left out; never its content. */
  leaveOut(sheet: string, row: number, issues: readonly Issue[]): void;
}

interface Pending {
  kind: RecordKind;
  record: Record<string, unknown>;
  place: Place;
  version: string | undefined;
}

export function newFileReading(): FileReading {
  return {
    counts: { rows: 0, records: {}, absent: 0, service: 0, setAside: 0 },
    issues: [],
    covers: new Map(),
    schools: new Map(),
  };
}

/** Reads the rows of one sheet with its layout, into `into`. Duplicates are seen across the sheets of a file. */
export function sheetReading(layout: Layout, sheet: Sheet, into: FileReading, effects: ReadingEffects, seen: Seen = seenIdentities()) {
  let pending: Pending[] = [];
  let rowErrors: Issue[] = [];
  const versions = new Map<string, Pending>();
  const schoolCache = new Map<string, string | undefined>();

  const issueAt = (severity: Issue['severity'], code: string, message: string, place: Place): Issue => ({
    severity,
    code,
    message,
    file: effects.file,
    ...(sheet.name ? { sheet: sheet.name } : {}),
    ...(sheet.addressing === 'a1' && place.column !== undefined ? { cell: a1(place.column, place.row) } : {}),
    row: place.row,
    ...(place.header ? { column: place.header } : {}),
    ...(place.value !== undefined ? { value: place.value.slice(0, 200) } : {}),
  });

  const error = (code: string, message: string, place: Place) => {
    const issue = issueAt('error', code, message, place);
    into.issues.push(issue);
    rowErrors.push(issue);
  };
  const warn = (code: string, message: string, place: Place) => {
    into.issues.push(issueAt('warning', code, message, place));
  };

  const reading: Reading = {
    given: effects.given,
    fileName: effects.file,
    sheetName: sheet.name,
    pseudonym: effects.pseudonym,
    error,
    warn,
    school(reference, place) {
      const cached = `${reference.by}\u0000${reference.key}`;
      if (schoolCache.has(cached)) {
        const code = schoolCache.get(cached);
        if (code === undefined) unknownSchool(reference, place);
        return code;
      }
      const found = effects.school(reference);
      schoolCache.set(cached, found?.code);
      if (!found) {
        unknownSchool(reference, place);
        return undefined;
      }
      if (found.added) {
        const name = reference.name ? ` «${reference.name}»` : '';
        warn('school-added', `Школы ${reference.key}${name} нет в реестре: она добавлена из файла. Проверьте реестр ОО.`, place);
      }
      into.schools.set(found.code, reference);
      return found.code;
    },
    emit(kind, record, place, version) {
      pending.push({ kind, record: { ...record, at: [sheet.name, place.row] }, place, version });
    },
  };

  const unknownSchool = ({ key, name }: SchoolReference, place: Place) =>
    error(
      'unknown-school',
      `Школы ${key}${name ? ` «${name}»` : ''} нет в реестре ОО. Добавьте её в реестр и загрузите его, или исправьте код.`,
      { value: key, ...place },
    );

  /** Checks a record against its schema and for repeats; says whether it may be stored. */
  const admit = ({ kind, record, place }: Pending): Position | undefined => {
    const parsed = RECORD_SCHEMAS[kind].safeParse(record);
    if (!parsed.success) {
      const first = parsed.error.issues[0];
      error('record-invalid', `Значение не подходит для поля «${first?.path.join('.')}»: ${first?.message}.`, place);
      return undefined;
    }
    const position = positionOf(kind, record, layout.id);
    const { year, paper, part, school, identity } = position;
    const before = seen.before(`${kind}|${year}|${paper}|${part}|${school}|${identity}`, place.row);
    if (before === undefined) return position;
    if (kind === 'results') {
      error('duplicate-participant', `Участник этой работы уже встречался в строке ${before}. Уберите повтор.`, place);
    } else {
      error('duplicate-row', `Те же сведения (школа, год, показатель) уже стоят в строке ${before}. Уберите повтор.`, place);
    }
    return undefined;
  };

  const store = (entry: Pending, position: Position) => {
    effects.write(entry.kind, JSON.stringify(entry.record));
    into.counts.records[entry.kind] = (into.counts.records[entry.kind] ?? 0) + 1;
    const { kind, paper, year, part } = position;
    const ground = `${kind}|${paper}|${year}|${part}`;
    const covered = into.covers.get(ground);
    if (covered) covered.schools.add(position.school);
    else into.covers.set(ground, { position, schools: new Set([position.school]) });
  };

  const leaveOut = (row: number) => {
    into.counts.setAside++;
    effects.leaveOut(sheet.name, row, rowErrors);
  };

  /** Of uploads of the same thing keeps the latest; the others are service rows. */
  const holdVersion = (entry: Pending): void => {
    const { year, paper, part, school, identity } = positionOf(entry.kind, entry.record, layout.id);
    const key = `${entry.kind}|${year}|${paper}|${part}|${school}|${identity}`;
    const held = versions.get(key);
    if (!held) {
      versions.set(key, entry);
      return;
    }
    if (entry.version! === held.version) {
      error('duplicate-participant', `Запись уже встречалась в строке ${held.place.row} с той же датой загрузки. Уберите повтор.`, entry.place);
      leaveOut(entry.place.row);
      return;
    }
    const [kept, dropped] = entry.version! > held.version! ? [entry, held] : [held, entry];
    versions.set(key, kept);
    into.counts.service++;
    warn('earlier-upload', `Есть более поздняя загрузка этой записи в строке ${kept.place.row}: взята она.`, { row: dropped.place.row });
  };

  const commit = (row: number, kind: RowKind) => {
    const entries = pending;
    pending = [];
    const admitted = kind === 'rejected' ? [] : entries.map((entry) => ({ entry, position: entry.version === undefined ? admit(entry) : undefined }));
    if (kind === 'preamble') {
      rowErrors = [];
      return;
    }
    into.counts.rows += Math.max(1, entries.length);
    if (kind === 'rejected' || rowErrors.length > 0) {
      if (entries.length > 1) into.counts.setAside += entries.length - 1;
      leaveOut(row);
    } else if (kind === 'absent') into.counts.absent++;
    else if (entries.length === 0) into.counts.service++;
    else {
      for (const { entry, position } of admitted) {
        if (entry.version !== undefined) holdVersion(entry);
        else if (position) store(entry, position);
      }
    }
    rowErrors = [];
  };

  const reader = layout.open(reading);
  return {
    row(row: Row) {
      commit(row.number, reader.row(row));
    },
    end() {
      reader.end?.();
      const late = pending;
      pending = [];
      for (const entry of [...late, ...versions.values()]) {
        rowErrors = [];
        const position = admit(entry);
        if (position) store(entry, position);
        else leaveOut(entry.place.row);
        if (late.includes(entry)) into.counts.service--;
      }
      rowErrors = [];
    },
  };
}

export type SheetReading = ReturnType<typeof sheetReading>;
