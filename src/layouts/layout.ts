import type { Procedure } from '../records/procedure.ts';
import type { RecordKind, RecordOf } from '../records/schemas.ts';
import type { Row } from '../sheets/sheet.ts';

/** The SOURCE words of `msoko import`. */
export const SOURCES = ['fis-oko', 'vpr', 'gia', 'olympiads', 'statistics'] as const;
export type Source = (typeof SOURCES)[number];

/** What is known beside the cells: options of the command line, and behind them what the file's name says. */
export interface Given {
  year?: number;
  subject?: string;
  grade?: number;
  procedure?: Procedure;
  /** Code or login of the school whose file it is. */
  school?: string;
}

/** The beginning of a sheet: enough to tell layouts apart. */
export interface Preview {
  /** File name without folders. */
  fileName: string;
  sheetName: string;
  /** Names of all sheets of the file. */
  sheetNames: readonly string[];
  /** The first rows that hold anything, at most 60. */
  rows: readonly Row[];
}

export interface Recognition {
  /** 0…1; the surest layout reads the sheet. */
  confidence: number;
  /** A Russian phrase for `--verbose`: what gave it away. */
  why: string;
}

/** How a file names a school. */
export interface SchoolReference {
  by: 'code' | 'login' | 'oge' | 'ege' | 'name';
  key: string;
  /** Name of the school in the file, if it stands there. */
  name?: string | undefined;
  municipality?: string | undefined;
}

/** A place in the sheet: row, and column (A = 0) where one cell is meant. */
export interface Place {
  row: number;
  column?: number;
  /** The header text of the column. */
  header?: string;
  /** The text found; leave out for columns with personal data. */
  value?: string;
}

/** What kinds of row a sheet has, so that rows in = records + absent + service + set aside. */
export type RowKind =
  /** Title, preamble and header before the first data row: not counted. */
  | 'preamble'
  /** Gave one record, or (a wide row) as many as were emitted for it. */
  | 'record'
  /** A participant who did not take part. */
  | 'absent'
  /** Totals, section titles, repeated headers, blank form rows. */
  | 'service'
  /** Cannot be stored truthfully; at least one `error` was reported for it. */
  | 'rejected';

/** A measure or management decision of a section's menu. */
export interface MenuLine {
  /** `2.4-M1`. */
  id: string;
  text: string;
}

/** Measures and decisions of all sections. */
export type Menu = readonly MenuLine[];

/** What a layout may do while it reads; everything outside comes in here. */
export interface Reading {
  given: Given;
  /** Of it what was said by hand: it may contradict the file, as the file's name may not. */
  said: Given;
  fileName: string;
  sheetName: string;
  /** What the sheets of one file tell those after them: the title page of a form whose sections stand apart. */
  notes: Map<string, string>;
  /**
   * Code under which records of this school are stored. Reports the issue itself and returns `undefined`
   * where the school is unknown and may not be added.
   */
  school(reference: SchoolReference, place: Place): string | undefined;
  /** What a register of measures may name. */
  menu: Menu;
  /** Pseudonym of what identified a person; `kind` keeps keys of different kinds apart. */
  pseudonym(kind: string, ...parts: readonly string[]): string;
  /**
   * Stores a record, and keeps it: `at` is added to it from `place`. Of records with the same identity within the
   * file the one with the highest `version` stays (ISO time of upload); without versions a repeat is an error.
   */
  emit<K extends RecordKind>(kind: K, record: Omit<RecordOf<K>, 'at'>, place: Place, version?: string): void;
  /**
   * Notes that the file speaks of a school in a paper although nothing is stored of it (all were absent): the
   * ground is covered all the same, and an earlier import of it is superseded.
   * @param absent who was absent, by the pseudonym that a record would have, and in which row: whoever has a result in
   * another row is warned of
   */
  cover(
    ground:
      | Pick<RecordOf<'results'>, 'procedure' | 'subject' | 'grade' | 'year' | 'date' | 'school'>
      | Pick<RecordOf<'olympiad-results'>, 'olympiad' | 'stage' | 'subject' | 'year' | 'school'>,
    absent?: { participant: string; row: number },
  ): void;
  error(code: string, message: string, place: Place): void;
  warn(code: string, message: string, place: Place): void;
}

/** Reads the rows of one sheet, top to bottom. */
export interface RowReader {
  row(row: Row): RowKind;
  /**
   * After the last row: reports what was missing. Records held back may be emitted here; those at whose row an
   * error was reported here are left out.
   */
  end?(): void;
}

/** One export layout: how it is recognised, and how its rows become records. */
export interface Layout {
  id: string;
  /** Russian name for people. */
  title: string;
  source: Source;
  /** Names of sheets that belong to the file and hold nothing to read. */
  companions?: readonly RegExp[];
  /**
   * Below the header no row is read with another in mind, nothing is held back and no note is taken: a large table
   * may be read in parts.
   */
  rowsStandAlone?: true;
  recognise(preview: Preview): Recognition | undefined;
  open(reading: Reading): RowReader;
}
