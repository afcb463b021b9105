import type { Issue } from '../../issue.ts';
import type { Given, Layout, Menu, Place, Reading, RowKind, SchoolReference } from '../../layouts/layout.ts';
import { looksLikeSchool } from '../../layouts/school-reference.ts';
import { putRecord } from '../../records/record-line.ts';
import { schemaIssueText } from '../../records/schema-issue.ts';
import type { RecordKind } from '../../records/schemas.ts';
import { a1 } from '../../sheets/address.ts';
import type { CellKind, Row, Sheet } from '../../sheets/sheet.ts';
import type { PersonRecord } from '../forgetting/forgotten.ts';
import { positionOf } from '../ground.ts';
import type { Pseudonymise } from '../pseudonym.ts';
import type { Seen } from './duplicates.ts';
import { type GroundsMet, groundsMet, type Standing } from './grounds-met.ts';
import { type IssueList, newIssueList, noteIssue } from './issue-list.ts';
import { endLine, type LineBuffer } from './line-buffer.ts';
import { masked } from './masked.ts';
import { unknownSchoolText } from './unknown-school-text.ts';

/** Counts of a file: rows in = records + absent + service + set aside + forgotten. */
export interface Counts {
  rows: number;
  records: Partial<Record<RecordKind, number>>;
  absent: number;
  service: number;
  setAside: number;
  /** Of people who asked to be forgotten. */
  forgotten: number;
}

/** A school as it was named in the file, under the code of its records. */
export type SchoolsMet = Map<string, SchoolReference>;

/** Everything that one file's reading gathers, over all its sheets. */
export interface FileReading {
  counts: Counts;
  issues: IssueList;
  /** Where its records stand, over all sheets. */
  grounds: GroundsMet;
  schools: SchoolsMet;
  /** What layouts noted on earlier sheets. */
  notes: Map<string, string>;
  /** Of uploads of the same thing the latest, until the last sheet is read. */
  versions: Map<string, Held>;
}

export interface ReadingEffects {
  file: string;
  given: Given;
  said: Given;
  /** Keep going past errors, and leave the bad rows out. */
  setAside: boolean;
  menu: Menu;
  pseudonym: Pseudonymise;
  /** Resolves or adds a school; `undefined` where it may not be added. */
  school(reference: SchoolReference): { code: string; added: boolean } | undefined;
  /** Whether a record is of somebody who asked to be forgotten. */
  isForgotten(record: PersonRecord): boolean;
  /** Where records are put together as they are stored. */
  lines(kind: RecordKind): LineBuffer;
  /** Keeps the place and the reasons of a row that was left out; never its content. */
  leaveOut(sheet: string, row: number, issues: readonly Issue[]): void;
}

/** A record held back until it is known to be the latest of its kind. */
interface Held {
  version: string;
  sheet: string;
  row: number;
  store(): void;
}

interface Pending {
  kind: RecordKind;
  record: Record<string, unknown>;
  place: Place;
  version: string | undefined;
}

/** A record that may be stored. */
interface Admitted {
  kind: RecordKind;
  standing: Standing;
  /** Where its line stands; of somebody who asked to be forgotten there is none. */
  lines: LineBuffer;
  from: number;
  forgotten: boolean;
}

/** @param seen who was met before, over all sheets */
export function newFileReading(seen: Seen): FileReading {
  return {
    counts: { rows: 0, records: {}, absent: 0, service: 0, setAside: 0, forgotten: 0 },
    issues: newIssueList(),
    grounds: groundsMet(seen),
    schools: new Map(),
    notes: new Map(),
    versions: new Map(),
  };
}

/** Stores what was held back, once all sheets are read. */
export function finishReading(reading: FileReading): void {
  for (const held of reading.versions.values()) held.store();
  reading.versions.clear();
}

function placeText({ sheet, row }: Held): string {
  return sheet ? `строке ${row} листа «${sheet}»` : `строке ${row}`;
}

/** A school's name that has no word of such names may be a person's in a shifted row: it is not kept. */
function withoutPerson({ name, ...reference }: SchoolReference): SchoolReference {
  return name !== undefined && looksLikeSchool(name) ? { ...reference, name } : reference;
}

/** How cells come to hold what nobody wrote into them. */
const KIND_HINTS: Partial<Record<CellKind, string>> = {
  date: 'В ячейке дата: её делает Excel из записи вроде «4-5»; задайте столбцу формат «Текстовый» и впишите значение снова.',
  'formula-without-value':
    'В ячейке формула, значение которой не посчитано: откройте файл в Excel и сохраните его.',
};

/** Reads the rows of one sheet with its layout, into `into`. Duplicates are seen across the sheets of a file. */
export function sheetReading(layout: Layout, sheet: Sheet, into: FileReading, effects: ReadingEffects) {
  const { grounds, versions } = into;
  let pending: Pending[] = [];
  let rowErrors: Issue[] = [];
  const schoolCache = new Map<string, string | undefined>();

  /** The row that is being read. */
  let current: Row | undefined;
  let prepared = false;

  const issueAt = (severity: Issue['severity'], code: string, text: string, place: Place): Issue => {
    const row = current?.number === place.row ? current : undefined;
    const { message, value } = masked({ code, message: text, value: place.value }, row);
    return {
      severity,
      code,
      message,
      file: effects.file,
      ...(sheet.name ? { sheet: sheet.name } : {}),
      ...(sheet.addressing === 'a1' && place.column !== undefined
        ? { cell: a1(place.column, place.row) }
        : {}),
      row: place.row,
      ...(place.header ? { column: place.header } : {}),
      ...(value === undefined ? {} : { value }),
    };
  };

  /** What the kind of the cell adds to an error in it: neither its text nor its column tells. */
  const kindHint = ({ row, column }: Place, message: string): string => {
    const kind = row === current?.number && column !== undefined ? current.cells[column]?.kind : undefined;
    // Where a date is wanted it is no surprise.
    const hint =
      kind === undefined || (kind === 'date' && /дат/i.test(message)) ? undefined : KIND_HINTS[kind];
    return hint ? ` ${hint}` : '';
  };

  const error = (code: string, message: string, place: Place) => {
    if (prepared) return;
    const issue = issueAt('error', code, message + kindHint(place, message), place);
    noteIssue(into.issues, issue);
    rowErrors.push(issue);
  };
  const warn = (code: string, message: string, place: Place) => {
    if (prepared) return;
    noteIssue(into.issues, issueAt('warning', code, message, place));
  };

  const reading: Reading = {
    given: effects.given,
    said: effects.said,
    notes: into.notes,
    fileName: effects.file,
    sheetName: sheet.name,
    menu: effects.menu,
    pseudonym: effects.pseudonym,
    error,
    warn,
    school(given, place) {
      const reference = withoutPerson(given);
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
        warn(
          'school-added',
          `Школы ${reference.key}${name} нет в реестре: она взята из файла. Добавьте её в реестр ОО или исправьте код.`,
          place,
        );
      }
      into.schools.set(found.code, reference);
      return found.code;
    },
    cover(ground) {
      const kind = 'procedure' in ground ? 'results' : 'olympiad-results';
      grounds.at(positionOf(kind, { ...ground, participant: '' }, layout.id)).covered = true;
    },
    emit(kind, record, place, version) {
      const placed: Record<string, unknown> = record;
      placed.at = [sheet.name, place.row];
      pending.push({ kind, record: placed, place, version });
    },
  };

  const unknownSchool = ({ by, key, name }: SchoolReference, place: Place) => {
    if (by === 'name' && !looksLikeSchool(key)) {
      const message =
        'Школы, как она названа в ячейке, нет в реестре ОО. Впишите код школы или её наименование из реестра.';
      error('unknown-school', message, place);
      return;
    }
    error('unknown-school', unknownSchoolText({ by, key, ...(name ? { name } : {}) }), {
      value: key,
      ...place,
    });
  };

  /** Checks a record against its schema and for repeats; `undefined` where it may not be stored. */
  const admit = ({ kind, record, place }: Pending): Admitted | undefined => {
    const lines = effects.lines(kind);
    const from = lines.text.length;
    const fault = putRecord(kind, record, lines.text);
    if (fault) {
      error(
        'record-invalid',
        `Значение не подходит для поля «${fault.path.join('.')}»: ${schemaIssueText(fault)}. Исправьте ячейку.`,
        place,
      );
      return undefined;
    }
    const position = positionOf(kind, record, layout.id);
    const standing = grounds.at(position);
    const before = grounds.before(standing, position.identity, place.row);
    if (before === undefined) {
      const forgotten = 'participant' in record && effects.isForgotten(record as unknown as PersonRecord);
      if (forgotten) lines.text.length = from;
      else endLine(lines.text);
      return { kind, standing, lines, from, forgotten };
    }
    lines.text.length = from;
    if ('participant' in record) {
      const graduate = kind === 'medal-candidates' || kind === 'admissions';
      const who = graduate ? 'Этот выпускник' : 'Участник этой работы';
      error('duplicate-participant', `${who} уже встречался в строке ${before}. Уберите повтор.`, place);
    } else {
      error(
        'duplicate-row',
        kind === 'roster'
          ? `Школа с этим кодом уже стоит в строке ${before}. Уберите повтор или исправьте код.`
          : kind === 'measures'
            ? `Та же мера для тех же ОО уже стоит в строке ${before}. Уберите повтор.`
            : `Те же сведения (школа, год, показатель) уже стоят в строке ${before}. Уберите повтор.`,
        place,
      );
    }
    return undefined;
  };

  const store = ({ kind, standing, lines, forgotten }: Admitted) => {
    standing.covered = true;
    if (forgotten) {
      into.counts.forgotten++;
      return;
    }
    lines.settle();
    into.counts.records[kind] = (into.counts.records[kind] ?? 0) + 1;
  };

  /** Takes the lines of a row back, the last first. */
  const takeBack = (admitted: readonly (Admitted | undefined)[]) => {
    for (const one of admitted.toReversed()) if (one) one.lines.text.length = one.from;
  };

  const leaveOut = (row: number) => {
    into.counts.setAside++;
    // Of a file that is refused whole the reasons stand in its issues.
    if (effects.setAside) effects.leaveOut(sheet.name, row, rowErrors);
  };

  /** Of uploads of the same thing keeps the latest; the others are service rows. */
  const holdVersion = (entry: Pending): void => {
    const { year, paper, part, school, identity } = positionOf(entry.kind, entry.record, layout.id);
    const key = `${entry.kind}|${year}|${paper}|${part}|${school}|${identity}`;
    const held = versions.get(key);
    const latest: Held = {
      version: entry.version!,
      row: entry.place.row,
      sheet: sheet.name,
      store: () => settle(entry),
    };
    if (!held) {
      versions.set(key, latest);
      return;
    }
    if (latest.version === held.version) {
      error(
        'duplicate-participant',
        `Такая запись уже есть в ${placeText(held)}. Уберите повтор.`,
        entry.place,
      );
      leaveOut(entry.place.row);
      return;
    }
    const [kept, dropped] = latest.version > held.version ? [latest, held] : [held, latest];
    versions.set(key, kept);
    into.counts.service++;
    warn('earlier-upload', `Такая же запись есть в ${placeText(kept)}, она новее или главнее: взята она.`, {
      row: dropped.row,
    });
  };

  /** Stores a record that came late, or leaves its row out. */
  const settle = (entry: Pending) => {
    rowErrors = [];
    const admitted = admit(entry);
    if (admitted) store(admitted);
    else leaveOut(entry.place.row);
    rowErrors = [];
  };

  const commit = (row: number, kind: RowKind) => {
    const entries = pending;
    pending = [];
    const admitted =
      kind === 'rejected'
        ? []
        : entries.map((entry) => (entry.version === undefined ? admit(entry) : undefined));
    if (kind === 'preamble' || kind === 'absent' || rowErrors.length > 0) takeBack(admitted);
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
      for (const [index, entry] of entries.entries()) {
        if (entry.version !== undefined) holdVersion(entry);
        else if (admitted[index]) store(admitted[index]);
      }
    }
    rowErrors = [];
  };

  const reader = layout.open(reading);
  return {
    /** Shows the layout a row before those that are read here: what it says of it is said elsewhere. */
    prepare(row: Row) {
      prepared = true;
      reader.row(row);
      prepared = false;
      pending = [];
    },
    row(row: Row) {
      current = row;
      commit(row.number, reader.row(row));
    },
    end() {
      current = undefined;
      reader.end?.();
      const late = pending;
      const refused = rowErrors;
      pending = [];
      for (const entry of late) {
        rowErrors = refused.filter(({ row }) => row === entry.place.row);
        if (rowErrors.length > 0) leaveOut(entry.place.row);
        else settle(entry);
        into.counts.service--;
      }
    },
  };
}
