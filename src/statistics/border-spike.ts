import { requireProbability } from './admissible.ts';
import { type BetaBinomial, betaBinomialUpperTail } from './beta-binomial.ts';
import { binomialUpperTail } from './binomial-tail.ts';

/** How many pupils have the scores next to the border of a mark. */
export interface BorderCounts {
  /** Score c − 1, the last of the lower mark. */
  below: number;
  /** Score c, the first of the mark. */
  at: number;
  /** Score c + 1. */
  above: number;
}

/** A border of marks tested for a spike («всплеск») of primary scores. */
export interface BorderSpike {
  /** Pupils with one of the three scores. */
  pupils: number;
  /** Share of them at the border, a fraction. */
  share: number;
  /** The share they are compared with, a fraction. */
  expectedShare: number;
  /** Pupils at the border above the expected number; negative where there are fewer. */
  excess: number;
  /** One-sided p of so many at the border. */
  p: number;
}

/**
 * Absolute form (Frandsen 2017, one-sided and exact): over a smooth distribution of scores a share of at most
 * (1+k)/(3+k) of the three scores falls on the border, p = P(Bin(n, (1+k)/(3+k)) ≥ n₀).
 * @param curvature k, 0 (locally linear) … 1: how bent the distribution may be between neighbouring scores
 * @throws RangeError where the counts are no counts or all nought, or k is outside 0 … 1
 */
export function borderSpike(counts: BorderCounts, curvature: number): BorderSpike {
  requireProbability(curvature, 'curvature');
  const smooth = (1 + curvature) / (3 + curvature);
  return spike(counts, smooth, (at, pupils) => binomialUpperTail(at, pupils, smooth));
}

/**
 * Relative form: is the share at the border above that of the region, where a spike at the lowest border is
 * usual? p = P(Bin(n, q) ≥ n₀), or the same tail of a beta-binomial where the schools of the region differ.
 * @param region share q of the region's pupils of the three scores who are at the border, best counted without
 * this school; or the beta-binomial fitted to the schools of the region
 * @throws RangeError where the counts are no counts or all nought, or the reference is no share
 */
export function relativeBorderSpike(counts: BorderCounts, region: number | BetaBinomial): BorderSpike {
  if (typeof region === 'number') {
    return spike(counts, region, (at, pupils) => binomialUpperTail(at, pupils, region));
  }
  const mean = region.a / (region.a + region.b);
  return spike(counts, mean, (at, pupils) => betaBinomialUpperTail(at, pupils, region));
}

function spike(
  { below, at, above }: BorderCounts,
  expectedShare: number,
  tail: (at: number, pupils: number) => number,
): BorderSpike {
  for (const count of [below, at, above]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`invalid count: ${count}`);
  }
  const pupils = below + at + above;
  const p = tail(at, pupils);
  return { pupils, share: at / pupils, expectedShare, excess: at - pupils * expectedShare, p };
}
