import { requireFinite, requirePositive } from './admissible.ts';

/** The region that means are compared with. */
export interface FunnelReference {
  /** Mean of all pupils of the region. */
  mean: number;
  /** Standard deviation of the pupils of the region. */
  sd: number;
}

/** How much more the groups differ than the sampling of pupils explains. */
export interface Overdispersion {
  /** φ, the mean of z²: 1 where sampling explains all. */
  phi: number;
  /** τ², the variance between honest groups, in squared units of the means. */
  tau2: number;
}

/**
 * z of a group's mean in the funnel of its region: (x̄ − μ)/√(σ²/n + τ²) (Spiegelhalter 2005, additive model);
 * with τ² = 0 the plain z = (x̄ − μ)/(σ/√n).
 * @param n pupils of the group
 * @param tau2 variance between groups; 0 unless estimated by `overdispersion`
 * @throws RangeError where a number is not finite, n or σ is not positive, or τ² is negative
 */
export function funnelZ(mean: number, n: number, reference: FunnelReference, tau2 = 0): number {
  requireFinite([mean, reference.mean], 'mean');
  requirePositive(n, 'n');
  requirePositive(reference.sd, 'sd');
  if (!(tau2 >= 0 && tau2 < Infinity)) throw new RangeError(`invalid tau2: ${tau2}`);
  return (mean - reference.mean) / Math.sqrt(reference.sd ** 2 / n + tau2);
}

/**
 * Over-dispersion of the groups of a region (Spiegelhalter 2005; DerSimonian, Laird 1986): φ = mean z²,
 * τ² = max(0, (I·φ − (I−1)) / (Σw − Σw²/Σw)), w = n/σ².
 * @param z plain z of each group
 * @param n pupils of each group, in the same order
 * @param sd standard deviation of the pupils of the region
 * @param tails part of the groups at each end whose z is drawn in to the quantile (winsorised) before φ is taken,
 * so that the suspected do not excuse themselves: 0.1 in the paper, 0 for none. Quantiles interpolate linearly
 * @throws RangeError where there are fewer than two groups, the lengths differ, or a number is impossible
 */
export function overdispersion(
  z: readonly number[],
  n: readonly number[],
  sd: number,
  tails = 0,
): Overdispersion {
  if (z.length !== n.length || z.length < 2)
    throw new RangeError(`invalid lengths: ${z.length} and ${n.length}`);
  requireFinite(z, 'z');
  for (const size of n) requirePositive(size, 'n');
  requirePositive(sd, 'sd');
  if (!(tails >= 0 && tails < 0.5)) throw new RangeError(`invalid tails: ${tails}`);

  const kept = winsorised(z, tails);
  const groups = z.length;
  const phi = sum(kept.map((value) => value ** 2)) / groups;
  const weights = n.map((size) => size / sd ** 2);
  const total = sum(weights);
  const scale = total - sum(weights.map((weight) => weight ** 2)) / total;
  return { phi, tau2: Math.max(0, (groups * phi - (groups - 1)) / scale) };
}

function winsorised(values: readonly number[], tails: number): number[] {
  const sorted = values.toSorted((first, second) => first - second);
  const quantile = (share: number) => {
    const at = share * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
    return low + (high - low) * (at - Math.floor(at));
  };
  const [least, most] = [quantile(tails), quantile(1 - tails)];
  return values.map((value) => Math.min(most, Math.max(least, value)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
