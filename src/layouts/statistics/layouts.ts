import type { Layout } from '../layout.ts';
import { contextualSurvey } from './contextual-survey.ts';
import { federalForm } from './federal-form.ts';
import { pupilList } from './pupil-list.ts';
import { socialPassport } from './social-passport.ts';

/** Surveys, social passports and federal forms. */
export const STATISTICS_LAYOUTS: readonly Layout[] = [
  contextualSurvey,
  socialPassport,
  pupilList,
  federalForm,
];
