import { type DemoSchool, SCHOOLS } from './municipality.ts';
import { egePaper } from './papers.ts';
import { cohort, type Pupil } from './pupils.ts';
import { seeded } from './random.ts';
import { participations } from './sittings.ts';

/** The academic year of the olympiads and medals of the demo: 2020/21, the year of the last ЕГЭ with names. */
export const PEOPLE_YEAR = 2021;

/** A pupil at the municipal stage of an olympiad. */
export interface OlympiadEntry {
  school: DemoSchool;
  pupil: Pupil;
  grade: number;
  score: number;
  /** Points that an appeal added. */
  added: number;
  status: 'победитель' | 'призёр' | 'участник';
}

/** Test scores of ЕГЭ of a graduate; absent where the exam was not taken. */
type EgeScores = (school: DemoSchool, pupil: Pupil) => { russian?: number; mathematics?: number };

/** Looks up the graduates of the year by school and pupil. */
export function egeScores(): EgeScores {
  const scoresIn = (subject: 'russian' | 'mathematics-profile') =>
    new Map(
      participations(egePaper(subject), PEOPLE_YEAR).map(({ school, pupil, score }) => [
        `${school.code} ${pupil.number}`,
        score.test,
      ]),
    );
  const [russian, mathematics] = [scoresIn('russian'), scoresIn('mathematics-profile')];
  return (school, pupil) => {
    const key = `${school.code} ${pupil.number}`;
    const found = { russian: russian.get(key), mathematics: mathematics.get(key) };
    return {
      ...(found.russian !== undefined && { russian: found.russian }),
      ...(found.mathematics !== undefined && { mathematics: found.mathematics }),
    };
  };
}

export const OLYMPIAD_MAXIMUM = 60;

/**
 * Entries of the municipal stage by grade, the best first. Schools send those who are good; one sends those whom it
 * likes, and their ЕГЭ will not confirm the diploma.
 */
export function olympiadEntries(subject: 'russian' | 'mathematics'): OlympiadEntry[] {
  return [9, 10, 11].flatMap((grade) => {
    const entries = SCHOOLS.filter(({ seniorSize }) => grade === 9 || seniorSize > 0).flatMap((school) =>
      entriesOf(school, grade, subject),
    );
    return ranked(entries);
  });
}

function entriesOf(school: DemoSchool, grade: number, subject: string): Omit<OlympiadEntry, 'status'>[] {
  const random = seeded(`${school.code}|olympiad-${subject}|${grade}`);
  const sent = cohort(school, grade, PEOPLE_YEAR)
    .map((pupil) => ({ pupil, rank: promise(school, pupil) + 1.6 * random.next() }))
    .sort((left, right) => right.rank - left.rank)
    .slice(0, grade === 11 ? 3 : 2);
  return sent.map(({ pupil, rank }) => {
    const score = Math.min(OLYMPIAD_MAXIMUM, Math.max(4, Math.round(2 * (16 + 9 * rank)) / 2));
    const added = random.next() < 0.15 ? Math.min(OLYMPIAD_MAXIMUM - score, 1.5) : 0;
    return { school, pupil, grade, score: score + added, added };
  });
}

/** How well a pupil does at an olympiad; where marks are generous, it is whom the school likes. */
function promise(school: DemoSchool, { ability }: Pupil): number {
  return school.generosity === undefined ? ability : 1.5;
}

/** The best of a grade wins with more than half of the points; the next third are prize-winners. */
function ranked(entries: readonly Omit<OlympiadEntry, 'status'>[]): OlympiadEntry[] {
  const sorted = [...entries].sort((left, right) => right.score - left.score);
  const prizes = Math.ceil(sorted.length / 3);
  return sorted.map((entry, place) => {
    const half = entry.score > OLYMPIAD_MAXIMUM / 2;
    return { ...entry, status: !half || place > prizes ? 'участник' : place === 0 ? 'победитель' : 'призёр' };
  });
}

/** Invented СНИЛС of a pupil: of a series that is given to nobody. */
export function snilsOf({ number }: Pupil): string {
  return `990-${number.slice(0, 3)}-${number.slice(3)} 00`;
}

/** Invented birth date of a pupil of a grade in the year of the olympiads, `ДД.ММ.ГГГГ`. */
export function birthDateOf({ number }: Pupil, grade: number): string {
  const day = String(1 + (Number(number) % 28)).padStart(2, '0');
  const month = String(1 + (Number(number) % 12)).padStart(2, '0');
  return `${day}.${month}.${PEOPLE_YEAR - grade - 7}`;
}
