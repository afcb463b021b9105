import { foldText } from '../../records/fold.ts';
import { foundOrMade } from '../../records/found-or-made.ts';

/** Schools of one municipality of a region. */
export interface MunicipalityGroup<S> {
  /** `null`: schools of which the roster names no municipality. */
  municipality: string | null;
  schools: readonly S[];
}

/**
 * The schools of an answer by municipality, in the order of the alphabet; those without one come last.
 * @returns nothing where the schools are of one municipality, or of none
 */
export function byMunicipality<S extends { school: string }>(
  schools: readonly S[],
  municipalityOf: (school: string) => string | undefined,
): MunicipalityGroup<S>[] {
  const groups = new Map<string, { municipality: string | null; schools: S[] }>();
  for (const school of schools) {
    const municipality = municipalityOf(school.school) || null;
    const key = foldText(municipality ?? '');
    foundOrMade(groups, key, () => ({ municipality, schools: [] as S[] })).schools.push(school);
  }
  if ([...groups.values()].filter(({ municipality }) => municipality !== null).length < 2) return [];
  return [...groups.values()].sort((a, b) =>
    a.municipality === null
      ? 1
      : b.municipality === null
        ? -1
        : a.municipality.localeCompare(b.municipality, 'ru'),
  );
}
