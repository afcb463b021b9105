import type { Phrase } from '../prose/phrase.ts';
import type { ReportChart, ReportTable } from '../report.ts';

/** Letters of one look within a paragraph. */
export interface Span {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** Address that the text leads to. */
  link?: string;
}

/** An item of a list; `level` is 0 at the left edge. */
export interface ListItem {
  level: number;
  ordered: boolean;
  content: readonly Span[];
}

/** A piece of a long text, from the top of the page down. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** Composed from values: each sentence carries its numbers. */
  | { kind: 'sentences'; sentences: readonly Phrase[]; list?: boolean }
  | { kind: 'paragraph'; content: readonly Span[]; quote?: boolean }
  | { kind: 'list'; items: readonly ListItem[] }
  | TableBlock;

/** A table with what is said before and under it, and the charts that show it. */
export interface TableBlock {
  kind: 'table';
  /** Of the caption; a table without one stands in the flow of the text. */
  title?: string;
  lead: readonly string[];
  table: ReportTable;
  /** Columns that each part of a split table begins with. */
  keyColumns: number;
  notes: readonly string[];
  charts: readonly { chart: ReportChart; table: ReportTable }[];
}

/** A chapter with everything in it. */
export interface Chapter {
  blocks: readonly Block[];
}

/** A long text on paper: what the cover says, and chapters. */
export interface PaperDocument {
  /** Year that the text is about; the file is dated by it. */
  year: number;
  title: string;
  subtitle: string;
  /** Lines at the top of the cover, and at its bottom. */
  issuer: readonly string[];
  imprint: readonly string[];
  /** Stands above every page. */
  runningTitle: string;
  chapters: readonly Chapter[];
}

export const plainSpan = (text: string): Span[] => [{ text }];
export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', content: plainSpan(text) });
export const bullets = (texts: readonly string[]): Block => ({
  kind: 'list',
  items: texts.map((text) => ({ level: 0, ordered: false, content: plainSpan(text) })),
});
