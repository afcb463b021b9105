import { createHash } from 'node:crypto';

/** How a public report calls a school. */
export interface SchoolLabel {
  /** Code of the school, or its number in the report. */
  code: string;
  name: string;
}

/** Labels of schools by their codes. */
export type SchoolLabels = (code: string) => SchoolLabel;

/** Schools under their own codes and names. */
export function namedSchools(schools: readonly { code: string; name: string }[]): SchoolLabels {
  const names = new Map(schools.map(({ code, name }) => [code, name]));
  return (code) => ({ code, name: names.get(code) ?? code });
}

/**
 * Schools under numbers that do not follow their codes or names, the same every year while the schools are the same.
 * @param secret of the workspace: without it nobody can work out the order
 */
export function codedSchools(schools: readonly { code: string }[], secret: string): SchoolLabels {
  const mixed = (code: string) => createHash('sha256').update(`${secret}\n${code}`, 'utf8').digest('hex');
  const order = schools
    .map(({ code }) => ({ code, place: mixed(code) }))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1));
  const numbers = new Map(order.map(({ code }, index) => [code, index + 1]));
  return (code) => ({ code: `Ш${numbers.get(code)}`, name: `Школа ${numbers.get(code)}` });
}
