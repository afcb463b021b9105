/** Something found in a file that a person should know: where, what, and what to do. */
export interface Issue {
  /** `error`: the row or the file cannot be stored truthfully. `warning`: stored, and worth a look. */
  severity: 'error' | 'warning';
  /** kebab-case, stable. */
  code: string;
  /** A Russian sentence: what is wrong and what to do. Never a person's name or document. */
  message: string;
  file: string;
  sheet?: string;
  /** A1 notation, for workbooks only. */
  cell?: string;
  /** 1-based; for CSV the physical line. */
  row?: number;
  /** The header text of the column. */
  column?: string;
  /** The text found, never from a column with personal data. */
  value?: string;
}
