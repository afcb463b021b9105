/** Kinds of files that reports are written as. */
export type Format = 'xlsx' | 'html' | 'docx';

/** A file that was written: of one system, of one school, or of all that was asked for. */
export interface Written {
  format: Format;
  system?: string;
  school?: string;
  file: string;
}
