import type { Report } from '../report.ts';

/** Number of the section that a report is about: «2.4»; undefined where it stands in no section of the Положение. */
export function sectionNumber({ id }: Pick<Report, 'id'>): string | undefined {
  return /^(?:system-)?(\d\.\d)$/.exec(id)?.[1];
}

/** A report's title with the number of its section before it. */
export function numberedTitle(report: Report): string {
  const number = sectionNumber(report);
  return number === undefined ? report.title : `${number}. ${report.title}`;
}
