import { momentsOf, type Sitting } from '../../src/facts/sitting.ts';

/** A rule in use elsewhere: how far a paper is over its limit; above 0 it accuses. */
export interface Rival {
  id: string;
  title: string;
  excess(sitting: Sitting, region: { mean: number; deviation: number }): number;
}

/** Published floors and ceilings, per cent: least share of «2», most of «4» and of «5»; higher grades as grade 5. */
const LIMITS: Readonly<Record<string, readonly [number, number, number]>> = {
  '4 russian': [15, 40, 5],
  '4 mathematics': [12, 40, 8],
  '4 world-around': [10, 40, 5],
  russian: [15, 40, 5],
  mathematics: [15, 40, 8],
};

/** Three rules in use elsewhere; each is also measured with its limit moved so that it accuses as seldom as ours. */
export const RIVALS: readonly Rival[] = [
  {
    id: 'band',
    title: 'среднее выше 95 % полосы региона',
    excess: (sitting, { mean, deviation }) => {
      const own = momentsOf(sitting.scores)!;
      return (own.mean - mean) / (deviation / Math.sqrt(own.n)) - 1.96;
    },
  },
  {
    id: 'floors',
    title: 'твёрдые нижние доли «2» и верхние доли «4», «5»',
    excess: ({ marks, participants, grade, subject }) => {
      const [low, four, five] = LIMITS[`${grade} ${subject}`] ?? LIMITS[subject]!;
      const share = (mark: 2 | 4 | 5) => (100 * marks![mark]) / participants;
      return Math.max(low - share(2), share(4) - four, share(5) - five);
    },
  },
  {
    id: 'journal',
    title: 'только расхождение с журналом',
    excess: ({ journal }) =>
      journal ? (journal.raised - journal.lowered) / journal.compared - 0.2 : Number.NEGATIVE_INFINITY,
  },
];
