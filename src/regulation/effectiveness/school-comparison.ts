import { permutationTest } from '../../statistics/permutation-test.ts';
import type { Direction } from '../systems/system.ts';
import type { EffectPeriod } from './period.ts';
import type { ValuesByYear } from './values-by-year.ts';

/** How the values of a group of organisations moved. */
export interface GroupChange {
  /** Organisations with a value of both years. */
  codes: readonly string[];
  /** Means over them; null where there are none. */
  before: number | null;
  after: number | null;
  change: number | null;
}

/**
 * What the comparison tells: the measure's organisations did better, worse, or (where no direction is better) other
 * than the rest; no other than chance gives; or it cannot be told, and why.
 */
export type ComparisonVerdict =
  | 'better'
  | 'worse'
  | 'different'
  | 'chance'
  /** Even the largest difference between so few would not be told from chance. */
  | 'too-few'
  /** No organisation went without the measure. */
  | 'no-comparison'
  /** None of the measure's organisations has both values. */
  | 'no-data';

/** Organisations with a measure beside those without it: difference in differences. */
export interface SchoolComparison {
  with: GroupChange;
  without: GroupChange;
  /** Of the measure's organisations, those that lack a value. */
  lacking: readonly string[];
  /** Change with the measure less the change without it; null where one is not known. */
  difference: number | null;
  /** Share of random splits with a difference at least so large; null where nothing was compared. */
  p: number | null;
  /** The smallest share that such values could give, however the organisations were split. */
  least: number | null;
  /** Splits looked at, and whether all there are. */
  splits: number | null;
  exact: boolean | null;
  verdict: ComparisonVerdict;
  /** The measure's organisations began worse than the rest: part of their gain may be a return to the mean. */
  beganWorse: boolean;
}

/**
 * Compares organisations with a measure to those without it, by an exact permutation test of the changes.
 * @param significance share at or below which the difference is told from chance
 */
export function compareSchools(
  indicator: string,
  groups: { with: readonly string[]; without: readonly string[] },
  { before, after }: EffectPeriod,
  direction: Direction,
  significance: number,
  values: ValuesByYear,
): SchoolComparison {
  const pairsOf = (codes: readonly string[]) =>
    codes.flatMap((code): Pair[] => {
      const first = values(indicator, code, before);
      const last = values(indicator, code, after);
      return first === undefined || last === undefined ? [] : [{ code, before: first, after: last }];
    });
  const [own, others] = [pairsOf(groups.with), pairsOf(groups.without)];
  const found = {
    with: groupChange(own),
    without: groupChange(others),
    lacking: groups.with.filter((code) => !own.some((pair) => pair.code === code)),
  };
  const nothing = {
    ...found,
    difference: null,
    p: null,
    least: null,
    splits: null,
    exact: null,
    beganWorse: false,
  };
  if (own.length === 0) return { ...nothing, verdict: 'no-data' };
  if (others.length === 0) return { ...nothing, verdict: 'no-comparison' };
  const test = permutationTest(own.map(changeOf), others.map(changeOf));
  const better = sign(direction);
  return {
    ...found,
    difference: test.difference,
    p: test.p,
    least: test.least,
    splits: test.relabellings,
    exact: test.exact,
    verdict: verdictOf(test, better, significance),
    beganWorse: better !== 0 && better * (found.with.before! - found.without.before!) < 0,
  };
}

interface Pair {
  code: string;
  before: number;
  after: number;
}

const changeOf = ({ before, after }: Pair): number => after - before;

function groupChange(pairs: readonly Pair[]): GroupChange {
  const codes = pairs.map(({ code }) => code);
  if (pairs.length === 0) return { codes, before: null, after: null, change: null };
  const mean = (of: (pair: Pair) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  return {
    codes,
    before: mean(({ before }) => before),
    after: mean(({ after }) => after),
    change: mean(changeOf),
  };
}

function verdictOf(
  { difference, least, p }: { difference: number; least: number; p: number },
  better: -1 | 0 | 1,
  significance: number,
): ComparisonVerdict {
  if (p <= significance) {
    if (better === 0) return 'different';
    return difference * better > 0 ? 'better' : 'worse';
  }
  return least > significance ? 'too-few' : 'chance';
}

/** 1 where more is better, −1 where less is, 0 where the Положение does not say. */
export function sign(direction: Direction): -1 | 0 | 1 {
  return direction === 'up' ? 1 : direction === 'down' ? -1 : 0;
}
