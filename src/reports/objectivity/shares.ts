import { shrunkShare } from '../../statistics/beta-binomial.ts';
import { fitBetaBinomial } from '../../statistics/beta-binomial-fit.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { ReportColumn, ReportValue } from '../report.ts';
import { NOT_COUNTED } from './words.ts';

/** A count of which a share is shown. */
export interface ShareCount {
  part: number;
  whole: number;
}

/** Columns beside a share of few cases: the interval, and the estimate drawn towards all groups. */
export const UNCERTAINTY_COLUMNS: readonly ReportColumn[] = [
  { key: 'from', title: '95 % от', type: 'share', width: 9 },
  { key: 'to', title: '95 % до', type: 'share', width: 9 },
  { key: 'shrunk', title: 'С поправкой на малое число', type: 'share', width: 14 },
];

/**
 * Wilson interval and shrunk estimate of each group's share, for the columns above; dashes for groups of none, and
 * for shrinkage where the groups are too few or too alike to tell how they vary.
 */
export function uncertainties(
  counts: readonly ShareCount[],
): Record<'from' | 'to' | 'shrunk', ReportValue>[] {
  const groups = counts
    .filter(({ whole }) => whole > 0)
    .map(({ part, whole }) => ({ successes: part, trials: whole }));
  const successes = groups.reduce((sum, group) => sum + group.successes, 0);
  const trials = groups.reduce((sum, group) => sum + group.trials, 0);
  const fitted = groups.length > 1 && successes > 0 && successes < trials ? fitBetaBinomial(groups) : null;
  return counts.map(({ part, whole }) => {
    if (whole === 0) return { from: NOT_COUNTED, to: NOT_COUNTED, shrunk: NOT_COUNTED };
    const [from, to] = wilson(part, whole);
    return { from, to, shrunk: fitted ? shrunkShare(part, whole, fitted).mean : NOT_COUNTED };
  });
}
