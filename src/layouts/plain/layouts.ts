import type { Layout } from '../layout.ts';
import { admissions } from './admissions.ts';
import { measures } from './measures.ts';
import { medalCandidates } from './medal-candidates.ts';
import { plainResults } from './results.ts';
import { roster } from './roster.ts';
import { schoolValuesLong } from './school-values-long.ts';
import { schoolValuesWide } from './school-values-wide.ts';

/** Plain tables that an analyst can always supply, whatever SOURCE was named. */
export const PLAIN_LAYOUTS: readonly Layout[] = [
  roster,
  schoolValuesLong,
  schoolValuesWide,
  plainResults,
  medalCandidates,
  admissions,
  measures,
];
