import type { PaperBorders } from '../../facts/paper-facts.ts';
import { momentsOf, type Reference, type ScoreCounts, type Sitting } from '../../facts/sitting.ts';
import { paperId, paperTitle } from '../../records/paper.ts';

/** How the participants of a group fall into levels, lowest first. */
export interface LevelCounts {
  participants: number;
  counts: readonly number[];
  /** Mean score; null where only marks are known. */
  mean: number | null;
}

/** A paper of a school beside the same paper of the municipality and of the region. */
export interface PaperLevels {
  paper: string;
  title: string;
  /** `marks`: «2»…«5»; `test`: below the minimum, between, high. */
  kind: 'marks' | 'test';
  school: LevelCounts;
  /** All schools together, this one among them. */
  municipality: LevelCounts;
  /** Null where no report with the region's row was imported. */
  region: LevelCounts | null;
}

/** What all schools' levels are counted from. */
export interface LevelFacts {
  sittings: readonly Sitting[];
  published: readonly Reference[];
  borders: readonly PaperBorders[];
}

/** A paper with the marks of all its schools. */
export type MarksOfSchools = Pick<PaperLevels, 'paper' | 'title' | 'municipality' | 'region'> & {
  /** By their codes. */
  schools: readonly (LevelCounts & { school: string })[];
};

/** The papers of all schools whose participants can be told into marks, by their titles. */
export function marksOfSchools({ sittings, published, borders }: LevelFacts): MarksOfSchools[] {
  const papers = new Map<string, Sitting[]>();
  for (const sitting of sittings.filter(({ measure }) => measure !== 'test')) {
    const id = paperId(sitting);
    papers.set(id, [...(papers.get(id) ?? []), sitting]);
  }
  return [...papers]
    .flatMap(([id, all]): MarksOfSchools[] => {
      const border = borders.find((one) => paperId(one) === id);
      const levels = (one: Sitting | Reference) => levelsOf(one, 'marks', border);
      const known = all.flatMap((own) => {
        const found = levels(own);
        return found ? [{ ...found, mean: meanOf([own], own), school: own.school }] : [];
      });
      if (known.length === 0) return [];
      const rows = published.filter((one) => paperId(one) === id);
      return [
        {
          paper: id,
          title: paperTitle(all[0]!),
          schools: known.toSorted((one, other) => (one.school < other.school ? -1 : 1)),
          municipality: { ...together(known), mean: meanOf(all, all[0]!) },
          region: regionOf(rows, levels, all[0]!),
        },
      ];
    })
    .toSorted(byTitle);
}

/** The papers of a school whose participants can be told into levels, by their titles. */
export function paperLevels(school: string, { sittings, published, borders }: LevelFacts): PaperLevels[] {
  return sittings
    .filter((sitting) => sitting.school === school)
    .flatMap((own): PaperLevels[] => {
      const id = paperId(own);
      const border = borders.find((one) => paperId(one) === id);
      const kind = own.measure === 'test' ? 'test' : 'marks';
      const levels = (one: Sitting | Reference) => levelsOf(one, kind, border);
      const mine = levels(own);
      if (!mine) return [];
      const all = sittings.filter((one) => paperId(one) === id);
      const rows = published.filter((one) => paperId(one) === id);
      return [
        {
          paper: id,
          title: paperTitle(own),
          kind,
          school: { ...mine, mean: meanOf([own], own) },
          municipality: { ...together(all.map(levels)), mean: meanOf(all, own) },
          region: regionOf(rows, levels, own),
        },
      ];
    })
    .toSorted(byTitle);
}

const byTitle = (one: { title: string }, other: { title: string }) =>
  one.title.localeCompare(other.title, 'ru');

type Counted = Pick<LevelCounts, 'participants' | 'counts'>;

function levelsOf(
  one: Sitting | Reference,
  kind: PaperLevels['kind'],
  border: PaperBorders | undefined,
): Counted | null {
  if (kind === 'test') {
    const { minimumTestScore: minimum, topTestScore: top } = border ?? {};
    if (one.measure !== 'test' || minimum === undefined || top === undefined) return null;
    return counted(one.scores, (score) => (score < minimum ? 0 : score < top ? 1 : 2), 3);
  }
  const marks = 'marks' in one ? one.marks : null;
  if (marks) {
    const counts = [marks[2], marks[3], marks[4], marks[5]];
    return { participants: counts.reduce((sum, count) => sum + count, 0), counts };
  }
  if (one.measure === 'mark') return counted(one.scores, (mark) => mark - 2, 4);
  const scale = border?.scale;
  if (one.measure !== 'primary' || !scale) return null;
  return counted(one.scores, (score) => scale.filter((highest) => score > highest).length, 4);
}

function counted(scores: ScoreCounts, levelOf: (score: number) => number, levels: number): Counted | null {
  const counts = new Array<number>(levels).fill(0);
  for (const { score, count } of scores) {
    const level = levelOf(score);
    if (!(level in counts)) return null;
    counts[level]! += count;
  }
  const participants = counts.reduce((sum, count) => sum + count, 0);
  return participants === 0 ? null : { participants, counts };
}

function together(all: readonly (Counted | null)[]): Counted {
  const known = all.filter((one) => one !== null);
  return {
    participants: known.reduce((sum, { participants }) => sum + participants, 0),
    counts: known[0]!.counts.map((_, level) => known.reduce((sum, { counts }) => sum + counts[level]!, 0)),
  };
}

/** Scores of different measures have no common mean; a mark is no score. */
function meanOf(all: readonly (Sitting | Reference)[], own: Sitting): number | null {
  if (own.measure === 'mark') return null;
  const scores = all.filter(({ measure }) => measure === own.measure).flatMap((one) => one.scores);
  return momentsOf(scores)?.mean ?? null;
}

function regionOf(
  rows: readonly Reference[],
  levels: (one: Reference) => Counted | null,
  own: Sitting,
): LevelCounts | null {
  const found = rows.flatMap((row) => levels(row) ?? [])[0];
  return found ? { ...found, mean: meanOf(rows, own) } : null;
}
