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

/**
 * Counts of participants of a school over all their papers in a procedure, by the counts of its papers. Over one paper
 * both are one number. Over several, whoever is in any paper is counted once: there are as many at least as in the
 * largest, and at most as in all together.
 */
export function participantSums(
  { id, code, breakdown, numerator, denominator }: Answer,
  sittings: readonly SittingSums[],
  year: number,
  parameters: Parameters,
): ParticipantSums {
  const { level, over, mass } = COUNTS[id]!;
  const procedure = (breakdown ?? '').replace(/^procedure:/, '');
  const taken = sittings.filter(({ school, paper }) => school === code && paper.startsWith(`${procedure}-`));
  const massPapers = (outcomeBorders(parameters).massSubjects[procedure] ?? []).map(
    (subject) => `${procedure}-${subject}`,
  );
  const own = mass ? taken.filter(({ paper }) => massPapers.includes(paper)) : taken;
  // where all papers are in mass subjects, participants in these are all participants
  const ofWhat = own.length === taken.length ? 'participants' : 'participants in mass subjects';
  const named = (name: string) => `${year} ${procedure} ${code} ${name}`;
  const wholes = own.map(({ whole }) => whole);
  const whole = united(named(ofWhat), denominator ?? 0, wholes);
  const counts = own.flatMap(({ levels }) => levels[level] ?? []);
  const value = numerator ?? 0;
  const name = named(`${level} in ${over} of ${ofWhat}`);
  const isKnown = counts.length === own.length;
  if (over === 'any' || !isKnown) {
    const part = united(name, value, isKnown ? counts : []);
    return { part, whole, relations: [...bounds(whole, wholes, year), ...bounds(part, counts, year)] };
  }
  // whoever is not so in all papers is otherwise in some
  const others = own.map((one) => minus(one.whole, one.levels[level]!));
  const rest = united(`${name}, the others`, (denominator ?? 0) - value, others);
  return {
    part: minus(whole, rest),
    whole,
    relations: [...bounds(whole, wholes, year), ...bounds(rest, others, year)],
  };
}

/** One number where there is one paper; otherwise a number of its own. Unequal numbers are never one. */
function united(id: string, value: number, counts: readonly Sum[]): Sum {
  const [only, ...more] = counts;
  return only && more.length === 0 && only.value === value ? only : atom(`${id}: ${value}`, value);
}

/** A count over papers is not below that of any, nor above all together. */
function bounds(count: Sum, counts: readonly Sum[], year: number): Relation[] {
  if (counts.length === 0) return [];
  return [...counts.map((one) => minus(count, one)), minus(plus(...counts), count)]
    .filter(({ terms, value }) => terms.size > 0 && value >= 0)
    .map((atLeastNought) => ({ year, atLeastNought }));
}
