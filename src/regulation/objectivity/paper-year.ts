import { momentsOf, type Reference, type Sitting } from '../../facts/sitting.ts';
import type { Paper } from '../../records/paper.ts';
import { paperId } from '../../records/paper.ts';
import { funnelZ } from '../../statistics/overdispersion.ts';
import type { Parameters } from '../parameters/parameters.ts';
import { type Comparison, comparisons } from './reference.ts';
import { honestSpread } from './spread.ts';

/** Where a sitting's mean stands among schools. */
export interface Standing {
  comparison: Comparison;
  mean: number;
  /** (x̄ − μ)/σ: in standard deviations of pupils. */
  gap: number;
  /** z = (x̄ − μ)/√(σ²/n + τ²): in the funnel of schools, honest differences between them allowed for. */
  z: number;
}

/** All sittings of one paper in one year that can be looked at, and where each stands. */
export interface PaperYear {
  paper: Paper;
  id: string;
  year: number;
  sittings: readonly Sitting[];
  /** In the order of `sittings`; null where there is nothing to compare with. */
  standings: readonly (Standing | null)[];
  /** Which sittings an earlier pass suspected: they are left out of what the others are compared with. */
  suspected: readonly boolean[];
  /** Whether the schools are so many that their differences could be measured and not taken from a parameter. */
  many: boolean;
}

/** Groups sittings by paper, year and measure. Those under the minimum of participants take no part. */
export function paperYears(
  sittings: readonly Sitting[],
  published: readonly Reference[],
  suspects: ReadonlySet<Sitting>,
  parameters: Parameters,
): PaperYear[] {
  const minimum = parameters.number('objectivity.minimum-participants');
  const groups = new Map<string, Sitting[]>();
  for (const sitting of sittings) {
    if (sitting.participants < minimum || sitting.scores.length === 0) continue;
    const key = `${paperId(sitting)} ${sitting.year} ${sitting.measure}`;
    const held = groups.get(key);
    if (held) held.push(sitting);
    else groups.set(key, [sitting]);
  }
  return [...groups.values()].map((group) => {
    const { procedure, subject, grade, year } = group[0]!;
    const id = paperId(group[0]!);
    const rows = published.filter((row) => row.year === year && paperId(row) === id);
    const suspected = group.map((sitting) => suspects.has(sitting));
    const many = group.length >= parameters.number('objectivity.reference-schools');
    return {
      paper: { procedure, subject, grade },
      id,
      year,
      sittings: group,
      standings: standingsOf(group, comparisons(group, rows, suspected, parameters), suspected, parameters),
      suspected,
      many,
    };
  });
}

function standingsOf(
  sittings: readonly Sitting[],
  held: readonly (Comparison | null)[],
  suspected: readonly boolean[],
  parameters: Parameters,
): (Standing | null)[] {
  const means = sittings.map(({ scores }) => momentsOf(scores)!.mean);
  const usual = parameters.number('objectivity.usual-between-schools');
  const measured = honestSpread(
    sittings.flatMap(({ participants }, index) => {
      const comparison = held[index];
      if (!comparison || suspected[index]) return [];
      const { mean, deviation } = comparison;
      // In standard deviations of pupils, so that the spread between schools is a share of that between pupils.
      return [{ value: (means[index]! - mean) / deviation, variance: 1 / participants }];
    }),
    usual,
    parameters,
  ).variance;
  return sittings.map(({ participants }, index) => {
    const comparison = held[index];
    if (!comparison) return null;
    const { mean: centre, deviation, n, concentration } = comparison;
    const tau2 = measured * deviation ** 2;
    const mean = means[index]!;
    // The centre itself is uncertain: few other schools, each with its own difference.
    const slack = tau2 * (1 + concentration) + deviation ** 2 / n;
    return {
      comparison,
      mean,
      gap: (mean - centre) / deviation,
      z: funnelZ(mean, participants, { mean: centre, sd: deviation }, slack),
    };
  });
}
