/** What stands in a table's cell. `null` is «no data»: it is shown in words, never as a zero or an empty cell. */
export type ReportValue = string | number | null;

export type ColumnType =
  /** Codes stay text: `007` is not 7. */
  | 'text'
  | 'integer'
  /** A count, or points that may have a fraction: 42, 52,5. */
  | 'number'
  /** A fraction (0.25), shown as per cent (25,0 %). */
  | 'share'
  | 'decimal'
  /** A change of a share in percentage points: 3.2, shown as +3,2 п. п. */
  | 'points'
  /** A p or q value, a fraction: 0,0031; «< 0,0001» where it is less. */
  | 'probability'
  | 'year'
  /** A word that also has a colour: see `tone`. */
  | 'verdict'
  /** A word of a matrix: where there is little room its sign stands for it, see `signs`. */
  | 'mark';

/** Colour behind a word; the word alone must suffice. */
export type Tone = 'good' | 'bad' | 'warning' | 'muted' | 'plain';

export interface ReportColumn {
  key: string;
  title: string;
  type: ColumnType;
  /**
   * Key under which a row names its own type, where shares and counts stand in one column. Not a column itself.
   */
  typeBy?: string;
  /** Explains the column on the method sheet. */
  note?: string;
  /** Width in characters, where the content's own width would not do. */
  width?: number;
  /** Into how many lines at most the title breaks rather than widen the column; three where absent. */
  titleLines?: number;
  /** Longer texts break into lines. */
  wrap?: boolean;
  /**
   * For `share`: the keys of the counts it is made of, so that a workbook shows a formula that the reader can check.
   */
  shareOf?: { part: string; whole: string };
  tone?: (value: ReportValue) => Tone;
  /** For `mark`: the sign of each word that the column may hold. */
  signs?: Signs;
}

/** Signs of words, in the order of a legend: «выполнен» ●. No two alike, so that they do without colour. */
export type Signs = Readonly<Record<string, string>>;

/** Type of a column in a row: the row's own, where it names one. */
export function typeIn({ type, typeBy }: ReportColumn, row: ReportRow): ColumnType {
  const own = typeBy === undefined ? undefined : row[typeBy];
  return typeof own === 'string' ? (own as ColumnType) : type;
}

export type ReportRow = Readonly<Record<string, ReportValue>>;

export interface ReportTable {
  id: string;
  columns: readonly ReportColumn[];
  rows: readonly ReportRow[];
  /** Shown in place of the rows when there are none. */
  empty: string;
}

export interface ChartSeries {
  key: string;
  title: string;
  /** In charts of several forms; bars in a histogram and points in a scatter where it is absent. */
  form?: 'bars' | 'points' | 'line';
  /** Only rows with this value in that column are drawn. */
  where?: { key: string; is: ReportValue };
}

export interface ReportChart {
  /**
   * `histogram`: bars of several series lie on one place, lines over them. `scatter`: numbers against numbers, with
   * lines between the points of some series. `matrix`: the signs of `mark` columns, row by row.
   */
  kind: 'bar' | 'stacked-bar' | 'line' | 'column' | 'histogram' | 'scatter' | 'matrix';
  title: string;
  /** What the picture shows, in words, for those who do not see it. */
  description: string;
  /** Id of the report's table it draws from, where that is not the sheet's own. */
  table?: string;
  /** The table's rows that it draws, from 0: the first, and the one past the last; all where absent. */
  rows?: readonly [from: number, to: number];
  /** The table's column with names (in a scatter with numbers), and columns with numbers. */
  category: string;
  series: readonly ChartSeries[];
  /** Horizontal lines of a scatter, with lines of one title drawn alike. */
  levels?: readonly { title: string; value: number }[];
  /** Format of the value axis. */
  axis: 'integer' | 'share' | 'decimal';
  /** What the axes show. */
  axisTitles?: { category: string; value: string };
}

export interface ReportSheet {
  /** At most 31 characters, without `* ? : \ / [ ]`. */
  name: string;
  title: string;
  /** One or two sentences under the title. */
  lead: string;
  table: ReportTable;
  charts?: readonly ReportChart[];
  /** Notes below the lead: units, shorthand, sources. */
  notes?: readonly string[];
  /** How many leading columns stay in view. */
  frozenColumns?: number;
}

/** A report as data: the same object becomes a workbook, a page, a document or a terminal table. */
export interface Report {
  id: string;
  title: string;
  subtitle: string;
  /** The year the report is about; files are dated by it, so that equal data give equal bytes. */
  year?: number;
  /** Facts of the cover: organisation, year, rules, what it was computed from. */
  facts: readonly { name: string; value: string }[];
  /** Sentences of the cover. */
  summary: readonly string[];
  sheets: readonly ReportSheet[];
}
