import type { Paper } from '../records/paper.ts';

/** How participants of one paper in one year are told into low and high results. */
export interface PaperBorders extends Paper {
  year: number;
  /** Highest primary score of marks 2, 3 and 4, where a mark must be found from the score. */
  scale?: readonly [number, number, number] | undefined;
  /** A test score below this is a low result (минимальный балл). */
  minimumTestScore?: number | undefined;
  /** A test score from here on is not below average. */
  averageTestScore?: number | undefined;
  /** A test score from here on is a high result. */
  topTestScore?: number | undefined;
}

/** Counts of marks 2…5. */
export type MarkCounts = Readonly<Record<'2' | '3' | '4' | '5', number>>;

/** What is known of one school in one paper in one year. */
export interface PaperFacts extends Paper {
  school: string;
  year: number;
  basis: 'results' | 'distribution';
  /** Participants with a result that can be judged; the denominator of shares. */
  participants: number;
  marks: MarkCounts | null;
  /** Test scores below the minimum; null without test scores or without a known minimum. */
  belowMinimum: number | null;
  /** Test scores not below the average border. */
  averageScores: number | null;
  /** Test scores at or above the border of high results. */
  topScores: number | null;
  /** Participants in the file without any result. */
  withoutResult: number;
  /** Participants with a primary score that no scale turns into a mark. */
  withoutMark: number;
  /** Mean and standard deviation (of the group itself) of the primary score, or of the test score where there is one. */
  mean: number | null;
  deviation: number | null;
  /** Russian: what does not add up. */
  problems: readonly string[];
}
