import type { Sum } from './sum.ts';

/** A group of people about whom numbers are to be published: how many they are, and how many of them are such. */
export interface Release {
  id: string;
  /** Year of the data. */
  year: number;
  /** Group that it is a part of, with the other groups that name the same. */
  within?: string;
  /** Number of people; absent where only a count is published, without its whole. */
  whole?: Sum;
  /** Counts within the group, by name. */
  parts: Readonly<Record<string, Sum>>;
}

/** What holds between counts by what they are, whatever is published. */
export interface Relation {
  /** Year of the data. */
  year: number;
  atLeastNought: Sum;
}

/** Why a number is not published: its group is small, the number is, or others would give such a number away. */
export type Withheld = 'small-group' | 'small-count' | 'secondary';

/** Which numbers of a group are not published. A part is not published without its whole. */
export interface Decision {
  whole: Withheld | null;
  parts: Readonly<Record<string, Withheld | null>>;
}

/** Rule of small numbers. */
export interface Rule {
  /** Smaller groups are hidden as a whole. */
  leastGroup: number;
  /** Smaller counts but nought, and counts that leave out fewer but nobody, are hidden. */
  leastCount: number;
  /** Bounds of a hidden number that others imply stand at least so far apart. */
  leastInterval: number;
}

/** What a number of a group is called in the working of suppression: the whole, or one of its parts. */
export const WHOLE = '';

/** A number of a group with its name. */
export interface Cell {
  release: Release;
  /** `WHOLE` or the name of a part. */
  name: string;
  sum: Sum;
}

export function cellsOf(release: Release): Cell[] {
  return [
    ...(release.whole ? [{ release, name: WHOLE, sum: release.whole }] : []),
    ...Object.entries(release.parts).map(([name, sum]) => ({ release, name, sum })),
  ];
}
