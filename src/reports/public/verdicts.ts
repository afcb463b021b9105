import type { SchoolVerdict } from '../../regulation/verdict.ts';

/**
 * Whether a count of schools by a verdict gives nothing away. A verdict is an inequality over counts of pupils: where
 * all schools with hidden numbers are such, or none is, the count says so of each of them. Of the other schools anybody
 * can work the verdict out.
 * @param hidden codes of schools with hidden numbers
 */
export function verdictsAreMixed(
  schools: readonly SchoolVerdict[],
  hidden: ReadonlySet<string>,
  isSuch: (school: SchoolVerdict) => boolean,
): boolean {
  const unknown = schools.filter(({ school }) => hidden.has(school));
  const such = unknown.filter(isSuch).length;
  return unknown.length === 0 || (such > 0 && such < unknown.length);
}
