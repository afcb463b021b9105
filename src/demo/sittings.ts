import { paperId } from '../records/paper.ts';
import { type DemoSchool, SCHOOLS } from './municipality.ts';
import { type DemoPaper, interpolate, maximumScore } from './papers.ts';
import { cohort, type Pupil } from './pupils.ts';
import { bellSample, type Random, seeded } from './random.ts';

/** What a participant got. */
interface Score {
  primary: number;
  /** By task, in the paper's order; `null` is «не приступал». */
  tasks: readonly (number | null)[];
  mark: number;
  /** ЕГЭ only, 0…100. */
  test?: number;
  /** Mark of the last quarter in the journal; `null` where there is none. */
  journal: number | null;
  variant: 1 | 2;
}

/** A pupil and a paper: with a score, or absent. */
export interface Sitting {
  school: DemoSchool;
  pupil: Pupil;
  /** Number of the pupil in the school's list for this paper, from 1. */
  number: number;
  score?: Score;
}

/** A sitting with a score: a participant (участник). */
export type Participation = Sitting & { score: Score };

const SPREAD = 0.72;
const ABSENT_SHARE = 0.1;

/** Everyone who was to write a paper in a year, school by school, the absent ones too. */
export function sittings(paper: DemoPaper, year: number): Sitting[] {
  return SCHOOLS.filter((school) => school.opened <= year).flatMap((school) =>
    sittingsOf(school, paper, year),
  );
}

/** Those of `sittings` who came. */
export function participations(paper: DemoPaper, year: number): Participation[] {
  return sittings(paper, year).filter((sitting): sitting is Participation => sitting.score !== undefined);
}

function sittingsOf(school: DemoSchool, paper: DemoPaper, year: number): Sitting[] {
  const random = seeded(`${school.code}|${paperId(paper)}|${year}`);
  const list = cohort(school, paper.grade, year)
    .filter((pupil) => choosesPaper(pupil, paper))
    .map((pupil, index) => ({ school, pupil, number: index + 1 }));
  // Protocols of ГИА list nobody absent; and in a tiny school every pupil counts.
  const present = list.filter(
    () => random.next() >= ABSENT_SHARE || paper.procedure !== 'vpr' || list.length < 4,
  );
  const ranked = present
    .map((sitting) => ({ sitting, rank: sitting.pupil.ability + random.next() - 0.5 }))
    .sort((left, right) => left.rank - right.rank);
  const luck = 0.3 * (random.next() - 0.5);
  const mean = levelOf(school, paper, year) + paper.ease + luck;
  const bell = bellSample(ranked.length, random);
  const scores = new Map(
    ranked.map(({ sitting }, index) => [
      sitting.number,
      scoreOf(mean + SPREAD * bell[index]!, school, paper, random),
    ]),
  );
  return list.map((sitting) => {
    const score = scores.get(sitting.number);
    return score ? { ...sitting, score } : sitting;
  });
}

/** Profile maths is for the abler, base maths for the others. */
function choosesPaper(pupil: Pupil, paper: DemoPaper): boolean {
  if (paper.subject === 'mathematics-profile') return pupil.ability >= -0.3;
  if (paper.subject === 'mathematics-base') return pupil.ability < -0.3;
  return true;
}

function levelOf(school: DemoSchool, paper: DemoPaper, year: number): number {
  const exception = school.exceptions?.[`${paperId(paper)}|${year}`];
  if (exception !== undefined) return exception;
  if (paper.subject === 'russian') return school.level.russian;
  return paper.subject.startsWith('mathematics') ? school.level.mathematics : school.level.other;
}

function scoreOf(deserved: number, school: DemoSchool, paper: DemoPaper, random: Random): Score {
  const plain = primaryScore(deserved, paper);
  const primary = school.helpedOverBorder?.includes(paperId(paper)) ? overBorder(plain, paper) : plain;
  const journal = Math.round(deserved + (school.generosity ?? 0.15) + 0.6 * (random.next() - 0.5));
  return {
    primary,
    tasks: splitScore(primary, paper, random),
    mark: markOf(primary, paper),
    ...(paper.testScale && { test: Math.round(interpolate(paper.testScale, primary)) }),
    journal: random.next() < 0.03 ? null : Math.max(3, Math.min(5, journal)),
    variant: random.next() < 0.5 ? 1 : 2,
  };
}

/** Primary score of a pupil who deserves the given mark (3.5 stands between «3» and «4»). */
export function primaryScore(deserved: number, paper: DemoPaper): number {
  const [two, three, four] = paper.bounds;
  return Math.round(
    interpolate(
      [
        [1, 0],
        [2.5, two + 0.5],
        [3.5, three + 0.5],
        [4.5, four + 0.5],
        [5.6, maximumScore(paper)],
      ],
      deserved,
    ),
  );
}

/** Mark by the paper's scale. */
export function markOf(primary: number, paper: DemoPaper): number {
  return 2 + paper.bounds.filter((bound) => primary > bound).length;
}

function overBorder(primary: number, paper: DemoPaper): number {
  const border = paper.bounds.find((bound) => primary === bound || primary === bound - 1);
  return border === undefined ? primary : border + 1;
}

/** Spreads a total over the tasks, the first ones being the easier. */
function splitScore(total: number, paper: DemoPaper, random: Random): (number | null)[] {
  const scores = paper.tasks.map(() => 0);
  const open = paper.tasks.flatMap((task, index) => Array.from({ length: task.maximum }, () => index));
  for (let given = 0; given < total; given++) {
    const drawn = Math.floor(random.next() ** 1.4 * open.length);
    const [task] = open.splice(drawn, 1);
    scores[task!]!++;
  }
  return scores.map((score) => (score === 0 && random.next() < 0.25 ? null : score));
}
