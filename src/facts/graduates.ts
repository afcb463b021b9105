import type { AdmissionRecord } from '../records/schemas.ts';

/** Rows of one school's list of graduates of one grade that say the same. */
export interface GraduateGroup {
  destination: AdmissionRecord['destination'];
  /** Went on by the profile of study; null where the list does not say. */
  profile: boolean | null;
  people: number;
}

/** Where studies go on after a school: what «по профилю» is asked of. */
const STUDIES: readonly AdmissionRecord['destination'][] = ['vocational', 'higher'];

/**
 * What a list of graduates says of the variables that count them, by variable id. All graduates are listed where
 * the list names those too who went neither to a college nor to a university; a list of the admitted alone does not
 * say how many graduates there were, nor that nobody went elsewhere.
 * @param grade 9 or 11 (grade 12 counts as 11: both end secondary general education)
 */
export function graduateCounts(grade: 9 | 11, groups: readonly GraduateGroup[]): ReadonlyMap<string, number> {
  const count = (fits: (group: GraduateGroup) => boolean) =>
    groups.filter(fits).reduce((sum, { people }) => sum + people, 0);
  const whole = groups.some(({ destination }) => !STUDIES.includes(destination));
  const counts = new Map<string, number>();
  if (whole)
    counts.set(
      `graduates-${grade}`,
      count(() => true),
    );
  for (const destination of grade === 9 ? (['vocational'] as const) : (['vocational', 'higher'] as const)) {
    const people = count((group) => group.destination === destination);
    if (people > 0 || whole) counts.set(`graduates-${grade}-${destination}`, people);
  }
  const studying = groups.filter(({ destination }) => STUDIES.includes(destination));
  if (studying.length > 0 && studying.every(({ profile }) => profile !== null)) {
    counts.set(
      `graduates-${grade}-by-profile`,
      count((group) => STUDIES.includes(group.destination) && group.profile === true),
    );
  } else if (studying.length === 0 && whole) counts.set(`graduates-${grade}-by-profile`, 0);
  return counts;
}
