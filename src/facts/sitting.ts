import type { Paper } from '../records/paper.ts';
import type { MarkCounts } from './paper-facts.ts';

/** How many had each score, rising by score. */
export type ScoreCounts = readonly { score: number; count: number }[];

/** Marks of a paper against the marks in the class journal (отметка по журналу). */
export interface JournalComparison {
  /** Participants with both marks. */
  compared: number;
  /** Mark of the paper below, equal to, above the journal's. */
  lowered: number;
  confirmed: number;
  raised: number;
  /** Marks that differ by two or more; null where only the three-way table is known. */
  wide: number | null;
}

/** One task (задание) of a paper in a school. */
export interface TaskCounts {
  /** Place of the task in the file, from 0. */
  index: number;
  /** Participants by score; those who did not begin (null) are in `skipped`. */
  scores: ScoreCounts;
  skipped: number;
}

/** One school in one paper of one year, with everything by which the objectivity of its results can be looked at. */
export interface Sitting extends Paper {
  school: string;
  year: number;
  basis: 'results' | 'distribution';
  /** Participants with a score (or, where only marks were published, with a mark). */
  participants: number;
  /** What `scores` count: primary scores, test scores, or marks where nothing finer is known. */
  measure: 'primary' | 'test' | 'mark';
  scores: ScoreCounts;
  marks: MarkCounts | null;
  journal: JournalComparison | null;
  /** In the order of the file; null where tasks are not known. */
  tasks: readonly TaskCounts[] | null;
}

/** The same paper over a whole region or municipality, to hold a school against. */
export interface Reference extends Paper {
  year: number;
  /** `region`: published for the region, or counted from a region's files; `municipality`: the workspace's own schools. */
  scope: 'region' | 'municipality';
  measure: Sitting['measure'];
  participants: number;
  scores: ScoreCounts;
}

/** Number, mean and standard deviation (of the group itself) of score counts. */
export function momentsOf(scores: ScoreCounts): { n: number; mean: number; deviation: number } | undefined {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (const { score, count } of scores) {
    n += count;
    sum += score * count;
    squares += score * score * count;
  }
  if (n === 0) return undefined;
  const mean = sum / n;
  return { n, mean, deviation: Math.sqrt(Math.max(0, squares / n - mean * mean)) };
}
