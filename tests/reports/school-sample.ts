import type { Reference } from '../../src/facts/sitting.ts';
import type { SchoolsYear } from '../../src/reports/school/report.ts';
import { OBJECTIVITY, OBJECTIVITY_CONTEXT, YEAR } from './objectivity-sample.ts';
import { LOW_CONTEXT, RISK_SCHOOLS } from './sample.ts';

/** The region's row of one paper. */
export const REGION: Reference = {
  procedure: 'vpr',
  grade: 4,
  subject: 'mathematics',
  year: YEAR,
  scope: 'region',
  measure: 'mark',
  participants: 1000,
  scores: [
    { score: 2, count: 50 },
    { score: 3, count: 350 },
    { score: 4, count: 400 },
    { score: 5, count: 200 },
  ],
};

/** The invented schools of both samples: 990102 is in both. */
export const SCHOOLS_YEAR: SchoolsYear = {
  risk: RISK_SCHOOLS,
  low: LOW_CONTEXT,
  objectivity: OBJECTIVITY,
  signs: OBJECTIVITY_CONTEXT.signs,
  levels: {
    sittings: OBJECTIVITY_CONTEXT.papers.flatMap(({ sittings }) => sittings),
    published: [REGION],
    borders: OBJECTIVITY_CONTEXT.borders,
  },
};
