/** Who can be asked for a value: schools, kindergartens, additional education, the authority itself. */
export type Respondent = 'school' | 'preschool' | 'additional' | 'municipality';

/** What a value counts; `yes-no` is 1 or 0. */
export type VariableUnit =
  | 'pupils'
  | 'children'
  | 'parents'
  | 'teachers'
  | 'people'
  | 'graduates'
  | 'count'
  | 'posts'
  | 'organisations'
  | 'subjects'
  | 'lessons'
  | 'points'
  | 'yes-no';

/** A counted fact of an organisation or of the municipality in a year, as people and files name it. */
export interface Variable {
  /** kebab-case, stable. */
  id: string;
  /** Russian title: the name in plain tables, and the question of a form. No two variables share one. */
  title: string;
  unit: VariableUnit;
  /** Other Russian names by which tables and exports know it. */
  aliases?: readonly string[];
  /** Kind of record that holds it: context of a school, or a fact counted for an indicator. */
  record: 'school-years' | 'observations';
  /** Who answers. */
  asked: readonly Respondent[];
  /** Of these respondents it is asked only where they answered «да» to another variable: a school with preschool groups. */
  askedIf?: { respondent: Respondent; yes: string };
  /** Least and greatest value that there can be: a score on a scale. */
  range?: readonly [number, number];
  /** What to count, for whoever fills a form. */
  counts?: string;
  /** What not to count. */
  excludes?: string;
  /** Variable of the whole that it is a part of: it may not be above it. */
  within?: string;
  /** Dimension by which it is asked too, beside the total. */
  by?: string;
  /** The cuts make up the total together; otherwise one may stand in several, and each is at most the total. */
  partition?: true;
}
