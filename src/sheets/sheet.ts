/** What a cell holds once its type is known; dates are ISO strings (`2021-06-23`), never `Date`. */
export type CellValue = string | number | boolean;

export type CellKind = 'text' | 'number' | 'boolean' | 'date' | 'error' | 'formula-without-value';

export interface Cell {
  /** As a person reads it, untrimmed; a number in its shortest form (`9306`, `5.06`), a date in ISO form. */
  text: string;
  value: CellValue;
  kind: CellKind;
  /** A1 of the upper left cell, when this one is covered by a merged range and shows its value. */
  master?: string;
}

export interface Row {
  /** 1-based: the row of the sheet, or the physical line of a CSV where the record begins. */
  number: number;
  hidden: boolean;
  /** By column, A = 0; empty cells are `undefined`. */
  cells: readonly (Cell | undefined)[];
}

/** A stretch of a text file that begins and ends between lines. */
export interface Stretch {
  /** Bytes, the last one not included. */
  from: number;
  to: number;
  /** Number of its first line. */
  line: number;
}

export interface Sheet {
  /** Name of the sheet; empty for CSV, which has none. */
  name: string;
  hidden: boolean;
  /** How a place is named to a person: by A1 cell, or by line (CSV). */
  addressing: 'a1' | 'line';
  /** All rows that hold anything, top to bottom, in batches (a batch is an await; a row is not). May be read once. */
  rows(): AsyncIterable<readonly Row[]>;
  /**
   * The rows of a stretch alone; absent where a sheet is not read from its middle. Whether a stretch begins inside
   * quotes nobody can tell, therefore it throws a Failure as soon as a record takes more than one line.
   */
  stretch?(of: Stretch): AsyncIterable<readonly Row[]>;
}

export type SheetFormat = 'xlsx' | 'xls' | 'html' | 'csv';

export interface OpenedFile {
  file: string;
  format: SheetFormat;
  /** Encoding and delimiter, where they had to be found out; for the import's record. */
  encoding?: string;
  delimiter?: string;
  sheets: readonly Sheet[];
  /** How many bytes of the file were read so far; absent where it is read in one go. */
  bytesRead?(): number;
  /** Releases the file. */
  close(): Promise<void>;
}

/** Where hostile or damaged files stop. */
export interface SheetLimits {
  /** Bytes of one unpacked part. */
  unpackedBytes: number;
  /** Unpacked to packed size, of one part and of all that is read of a file (looked at once it exceeds 10 MiB). */
  ratio: number;
  /** Cells of one sheet that hold anything. */
  cells: number;
  /** Columns that a sheet may reach (XLSX knows 16,384). */
  columns: number;
  /** Characters of one cell; Excel keeps no more. */
  cellCharacters: number;
}

export const DEFAULT_LIMITS: SheetLimits = {
  unpackedBytes: 2 * 1024 ** 3,
  ratio: 100,
  cells: 200_000_000,
  columns: 16_384,
  cellCharacters: 32_767,
};
