import { foldText } from '../../records/fold.ts';
import { foundOrMade } from '../../records/found-or-made.ts';
import type { ReportTable } from '../report.ts';

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

/** What stands where the roster names no municipality of a school. */
export const MUNICIPALITY_UNKNOWN = 'в реестре не указан';

/**
 * A table of schools with their municipalities beside their names; as it is where they are of one.
 * @param table its rows have `school` and its columns `name`
 * @param groups all schools of the answer, as `byMunicipality` gives them
 */
export function withMunicipalities(
  table: ReportTable,
  groups: readonly MunicipalityGroup<{ school: string }>[],
): ReportTable {
  if (groups.length === 0) return table;
  const named = new Map(
    groups.flatMap(({ municipality, schools }) =>
      schools.map(({ school }) => [school, municipality ?? MUNICIPALITY_UNKNOWN] as const),
    ),
  );
  return {
    ...table,
    columns: table.columns.flatMap((column) =>
      column.key === 'name'
        ? [column, { key: 'municipality', title: 'Муниципалитет', type: 'text' }]
        : [column],
    ),
    rows: table.rows.map((row) => ({ ...row, municipality: named.get(row.school as string)! })),
  };
}
