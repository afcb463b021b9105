import { type Assessment, assess } from './assessment.ts';
import { assessObjectivity, type ObjectivityAssessment } from './objectivity-assessment.ts';

/** What is known of a workspace in a year, each part made when first asked for, and then held. */
export interface Assessments {
  low(): Promise<Assessment>;
  objectivity(): Promise<ObjectivityAssessment>;
}

/**
 * The assessments of one workspace and year, for answers that need several.
 * @param withEarlier objectivity of the years before it, too
 * @param municipality of a region's workspace; all schools without it
 */
export function assessments(
  directory: string,
  year: number,
  withEarlier = false,
  municipality?: string,
): Assessments {
  let low: Promise<Assessment> | undefined;
  let objectivity: Promise<ObjectivityAssessment> | undefined;
  return {
    low: () => (low ??= assess(directory, year, municipality)),
    objectivity: () => (objectivity ??= assessObjectivity(directory, year, withEarlier, municipality)),
  };
}
