import { clopperPearson } from '../../statistics/binomial-interval.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { Certainty } from '../verdict.ts';

const ORDER: readonly Certainty[] = ['uncertain', 'likely', 'certain'];

/** Which side of the threshold the observed share lies on. */
export type Side = 'above' | 'below';

/**
 * How surely a share lies on its side of a threshold: the exact interval of 95 % lies there whole (`certain`),
 * that of 80 % does (`likely`), or neither (`uncertain`).
 * @param threshold per cent
 */
export function shareCertainty(
  part: number,
  whole: number,
  threshold: number,
  side: Side,
  parameters: Parameters,
): Certainty {
  const lies = (level: number): boolean => {
    const [lower, upper] = clopperPearson(part, whole, level);
    return side === 'above' ? lower * 100 >= threshold : upper * 100 < threshold;
  };
  if (lies(parameters.number('low.certain-level'))) return 'certain';
  return lies(parameters.number('low.likely-level')) ? 'likely' : 'uncertain';
}

/**
 * How surely the absence of high results is more than chance: a class of n pupils from a usual school has none
 * with probability (1 − p)ⁿ.
 */
export function absenceCertainty(participants: number, parameters: Parameters): Certainty {
  const chance = (1 - parameters.number('low.usual-top-share')) ** participants;
  if (chance <= 1 - parameters.number('low.certain-level')) return 'certain';
  return chance <= 1 - parameters.number('low.likely-level') ? 'likely' : 'uncertain';
}

export function surest(words: readonly Certainty[]): Certainty | null {
  return words.reduce<Certainty | null>(
    (best, word) => (best === null || rank(word) > rank(best) ? word : best),
    null,
  );
}

/** The least sure of the `needed` surest words: a verdict stands no firmer than the weakest year it needs. */
export function weakestNeeded(words: readonly Certainty[], needed: number): Certainty | null {
  return [...words].sort((a, b) => rank(b) - rank(a))[needed - 1] ?? null;
}

function rank(word: Certainty): number {
  return ORDER.indexOf(word);
}
