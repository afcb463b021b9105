import type { Issue } from '../../issue.ts';
import type { Given, Layout, Menu, Place, Reading, RowKind, SchoolReference } from '../../layouts/layout.ts';
import { looksLikeSchool } from '../../layouts/school-reference.ts';
import type { Row, Sheet } from '../../sheets/sheet.ts';
import { positionOf } from '../ground.ts';
import type { Pseudonymise } from '../pseudonym.ts';
import { warnOfAbsence } from './absent-and-present.ts';
import { type AdmissionEffects, admission, type Candidate } from './admission.ts';
import type { FileReading, Held } from './file-reading.ts';
import { rowIssues } from './row-issues.ts';
import { unknownSchoolText } from './unknown-school-text.ts';

/** What the reading of a sheet may do. */
export interface ReadingEffects extends AdmissionEffects {
  file: string;
  given: Given;
  said: Given;
  /** Keep going past errors, and leave the bad rows out. */
  setAside: boolean;
  menu: Menu;
  pseudonym: Pseudonymise;
  /** Resolves or adds a school; `undefined` where it may not be added. */
  school(reference: SchoolReference): { code: string; added: boolean } | undefined;
  /** Codes of the schools of this name. */
  namesakes(name: string): readonly string[];
  /** Keeps the place and the reasons of a row that was left out; never its content. */
  leaveOut(sheet: string, row: number, issues: readonly Issue[]): void;
}

/** A record that waits for the end of its row. */
interface Pending extends Candidate {
  version: string | undefined;
}

function placeText({ sheet, row }: Held): string {
  return sheet ? `строке ${row} листа «${sheet}»` : `строке ${row}`;
}

/** A school's name that has no word of such names may be a person's in a shifted row: it is not kept. */
function withoutPerson({ name, ...reference }: SchoolReference): SchoolReference {
  return name !== undefined && looksLikeSchool(name) ? { ...reference, name } : reference;
}

/** Reads the rows of one sheet with its layout, into `into`. Duplicates are seen across the sheets of a file. */
export function sheetReading(layout: Layout, sheet: Sheet, into: FileReading, effects: ReadingEffects) {
  const { counts, grounds, versions } = into;
  const issues = rowIssues(effects.file, sheet, into.issues);
  const { error, warn } = issues;
  const { admit, store, takeBack } = admission(layout.id, into, issues, effects);
  let pending: Pending[] = [];
  const schoolCache = new Map<string, string | undefined>();

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
    cover(ground, absent) {
      const kind = 'procedure' in ground ? 'results' : 'olympiad-results';
      const position = positionOf(kind, { ...ground, participant: absent?.participant ?? '' }, layout.id);
      const standing = grounds.at(position);
      standing.covered = true;
      if (!absent) return;
      const before = grounds.before(standing, position.identity, absent.row, true);
      if (before && !before.absent) warnOfAbsence(warn, absent.row, before.row, absent.row);
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
    const namesakes = by === 'name' || by === 'code' ? effects.namesakes(key) : [];
    error('unknown-school', unknownSchoolText({ by, key, ...(name ? { name } : {}) }, namesakes), {
      value: key,
      ...place,
    });
  };

  const leaveOut = (row: number) => {
    counts.setAside++;
    // Of a file that is refused whole the reasons stand in its issues.
    if (effects.setAside) effects.leaveOut(sheet.name, row, issues.errors);
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
    counts.service++;
    warn('earlier-upload', `Такая же запись есть в ${placeText(kept)}, она новее или главнее: взята она.`, {
      row: dropped.row,
    });
  };

  /** Stores a record that came late, or leaves its row out. */
  const settle = (entry: Pending) => {
    issues.errors = [];
    const admitted = admit(entry);
    if (admitted) store(admitted);
    else leaveOut(entry.place.row);
    issues.errors = [];
  };

  const commit = (row: number, kind: RowKind) => {
    const entries = pending;
    pending = [];
    const admitted =
      kind === 'rejected'
        ? []
        : entries.map((entry) => (entry.version === undefined ? admit(entry) : undefined));
    if (kind === 'preamble' || kind === 'absent' || issues.errors.length > 0) takeBack(admitted);
    if (kind === 'preamble') {
      issues.errors = [];
      return;
    }
    counts.rows += Math.max(1, entries.length);
    if (kind === 'rejected' || issues.errors.length > 0) {
      if (entries.length > 1) counts.setAside += entries.length - 1;
      leaveOut(row);
    } else if (kind === 'absent') counts.absent++;
    else if (entries.length === 0) counts.service++;
    else {
      for (const [index, entry] of entries.entries()) {
        if (entry.version !== undefined) holdVersion(entry);
        else if (admitted[index]) store(admitted[index]);
      }
    }
    issues.errors = [];
  };

  const reader = layout.open(reading);
  return {
    /** Shows the layout a row before those that are read here: what it says of it is said elsewhere. */
    prepare(row: Row) {
      issues.silent = true;
      reader.row(row);
      issues.silent = false;
      pending = [];
    },
    row(row: Row) {
      issues.current = row;
      commit(row.number, reader.row(row));
    },
    end() {
      issues.current = undefined;
      reader.end?.();
      const late = pending;
      const refused = issues.errors;
      pending = [];
      for (const entry of late) {
        issues.errors = refused.filter(({ row }) => row === entry.place.row);
        if (issues.errors.length > 0) leaveOut(entry.place.row);
        else settle(entry);
        counts.service--;
      }
    },
  };
}
