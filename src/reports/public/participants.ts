import type { Parameters } from '../../regulation/parameters/parameters.ts';
import type { Answer } from '../../regulation/systems/answer.ts';
import { outcomeBorders } from '../../regulation/systems/computed/outcome-borders.ts';
import { PARTICIPANT_LEVEL_IDS } from '../../regulation/systems/computed/participant-levels.ts';
import type { Relation } from '../../statistics/disclosure/release.ts';
import { atom, minus, plus, type Sum } from '../../statistics/disclosure/sum.ts';
import type { Level, SittingSums } from './sittings.ts';

/** A count of participants over all their papers and what it is a count of, with what is known of the two. */
export interface ParticipantSums {
  part: Sum;
  whole: Sum;
  relations: readonly Relation[];
}

/** How a count over all papers follows from counts of each. */
interface Count {
  level: Level;
  /** In any of the papers, or in all that were taken. */
  over: 'any' | 'all';
  /** Papers in mass subjects only. */
  mass: boolean;
}

const COUNTS: Readonly<Record<string, Count>> = {
  [PARTICIPANT_LEVEL_IDS.belowMass]: { level: 'low', over: 'any', mass: true },
  [PARTICIPANT_LEVEL_IDS.averageMass]: { level: 'average', over: 'all', mass: true },
  [PARTICIPANT_LEVEL_IDS.highAll]: { level: 'top', over: 'all', mass: false },
  [PARTICIPANT_LEVEL_IDS.highAny]: { level: 'top', over: 'any', mass: false },
  [PARTICIPANT_LEVEL_IDS.highByProcedure]: { level: 'top', over: 'any', mass: false },
};

/** Whether an indicator counts participants over all their papers in a procedure. */
export const countsParticipants = (indicator: string): boolean => indicator in COUNTS;

/** A school's count over its papers, and the counts of the papers, where all are known. */
interface OverPapers {
  school: string;
  value: number;
  counts: readonly Sum[];
}

/**
 * Counts of participants over all their papers in a procedure, by the counts of the papers. In a school with one paper
 * both are one number. Where there are several, whoever is in any is counted once: there are as many at least as in
 * the largest paper, and at most as in all together.
 * @param answers the schools' in one indicator and procedure
 */
export function participantSums(
  answers: readonly Answer[],
  sittings: readonly SittingSums[],
  year: number,
  parameters: Parameters,
): ParticipantSums {
  const [first] = answers;
  const { level, over, mass } = COUNTS[first!.id]!;
  const procedure = (first!.breakdown ?? '').replace(/^procedure:/, '');
  const massPapers = (outcomeBorders(parameters).massSubjects[procedure] ?? []).map(
    (subject) => `${procedure}-${subject}`,
  );
  const schools = answers.map(({ code, numerator, denominator }) => {
    const taken = sittings.filter(
      ({ school, paper }) => school === code && paper.startsWith(`${procedure}-`),
    );
    const own = mass ? taken.filter(({ paper }) => massPapers.includes(paper)) : taken;
    const parts = own.flatMap((one) => {
      const count = one.levels[level];
      // whoever is not so in all papers is otherwise in some
      return count ? [over === 'any' ? count : minus(one.whole, count)] : [];
    });
    const [part, whole] = [numerator ?? 0, denominator ?? 0];
    return {
      isAll: own.length === taken.length,
      wholes: { school: code, value: whole, counts: own.map((one) => one.whole) },
      parts: {
        school: code,
        value: over === 'any' ? part : whole - part,
        counts: parts.length === own.length ? parts : [],
      },
    };
  });
  // where all papers are in mass subjects, participants in these are all participants
  const ofWhat = schools.every(({ isAll }) => isAll) ? 'participants' : 'participants in mass subjects';
  const leastInterval = parameters.number('publication.least-interval');
  const named = (name: string) => `${year} ${procedure} ${name}`;
  const whole = united(
    named(ofWhat),
    year,
    schools.map(({ wholes }) => wholes),
    leastInterval,
  );
  const part = united(
    named(`${level} in ${over}, ${ofWhat}`),
    year,
    schools.map(({ parts }) => parts),
    leastInterval,
  );
  return {
    part: over === 'any' ? part.sum : minus(whole.sum, part.sum),
    whole: whole.sum,
    relations: [...whole.relations, ...part.relations],
  };
}

/** The sum over schools: of the one paper's count where there is one, and a number of its own over all the others. */
function united(
  id: string,
  year: number,
  schools: readonly OverPapers[],
  leastInterval: number,
): { sum: Sum; relations: readonly Relation[] } {
  const isOne = ({ counts, value }: OverPapers) => counts.length === 1 && counts[0]!.value === value;
  const ones = schools.filter(isOne).flatMap(({ counts }) => counts);
  const several = schools.filter((one) => !isOne(one));
  if (several.length === 0) return { sum: plus(...ones), relations: [] };
  const value = several.reduce((sum, one) => sum + one.value, 0);
  // unequal numbers are never one, whatever they are called
  const count = atom(`${id} ${several.map(({ school }) => school).join(' ')}: ${value}`, value);
  return {
    sum: plus(...ones, count),
    relations: bounds(count, several, leastInterval).map((atLeastNought) => ({ year, atLeastNought })),
  };
}

/** What is not below nought: the count less the largest paper of each school, and all papers less the count. */
function bounds(count: Sum, schools: readonly OverPapers[], leastInterval: number): Sum[] {
  const known = schools.filter(({ counts }) => counts.length > 0);
  const largest = known.map(({ counts }) =>
    counts.reduce((most, one) => (one.value > most.value ? one : most)),
  );
  const least = plus(...largest);
  // one near the largest may stand in its place; what is far below it is bounded by it too loosely to be told
  const lower = known.flatMap(({ counts }, index) =>
    counts
      .filter((one) => largest[index]!.value - one.value < leastInterval)
      .map((one) => minus(plus(count, largest[index]!), least, one)),
  );
  const upper =
    known.length === schools.length ? [minus(plus(...known.flatMap((one) => one.counts)), count)] : [];
  return [...lower, ...upper].filter(({ value }) => value >= 0);
}
