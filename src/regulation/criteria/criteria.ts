import type { Criterion } from './criterion.ts';
import { INFORMATION_CRITERIA } from './information.ts';
import { PAPER_CRITERIA } from './low-results.ts';
import { RISK_ZONE_CRITERIA } from './risk-zone.ts';
import { SOCIAL_PASSPORT_CRITERIA } from './social-passport.ts';
import { TWO_PAPERS } from './two-papers.ts';

/** The 22 criteria of section 1.2, indicator 1, in the order of the Положение. */
export const CRITERIA: readonly Criterion[] = [
  ...PAPER_CRITERIA,
  TWO_PAPERS,
  ...RISK_ZONE_CRITERIA,
  ...INFORMATION_CRITERIA,
  ...SOCIAL_PASSPORT_CRITERIA,
];
