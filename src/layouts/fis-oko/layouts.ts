import type { Layout } from '../layout.ts';
import { BIAS_MARKERS } from './bias-markers.ts';
import { COMPARISON_LONG } from './comparison-long.ts';
import { COMPARISON_WIDE } from './comparison-wide.ts';
import { INDIVIDUAL_RESULTS } from './individual-results.ts';
import { REGIONAL_MARKS, REGIONAL_SCORES } from './regional-tables.ts';
import { MARKS_REPORT, SCORES_REPORT } from './shares-reports.ts';
import { UNUSED_REPORTS } from './unused-reports.ts';

/** Reports of ФИС ОКО («Аналитика»), and tables that regions make of them. */
export const FIS_OKO_LAYOUTS: readonly Layout[] = [
  MARKS_REPORT,
  COMPARISON_WIDE,
  COMPARISON_LONG,
  SCORES_REPORT,
  INDIVIDUAL_RESULTS,
  REGIONAL_MARKS,
  REGIONAL_SCORES,
  BIAS_MARKERS,
  UNUSED_REPORTS,
];
