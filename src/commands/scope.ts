import { inMunicipality, municipalitiesOf } from '../workspace/municipality.ts';
import { openWorkspace, type Workspace } from '../workspace/open.ts';
import type { School } from '../workspace/schools.ts';

/** Whom an answer is about: all schools of a workspace, or those of one municipality of a region. */
export function openScope(directory: string, municipality: string | undefined): Workspace {
  const workspace = openWorkspace(directory);
  return municipality === undefined ? workspace : inMunicipality(workspace, municipality);
}

/** Whom an answer is about, for a cover: the municipality of the settings, or that of a region all are. */
export function placeName({ settings, schools }: Pick<Workspace, 'settings' | 'schools'>): string {
  if (settings.municipality) return settings.municipality;
  return municipalitiesOf(schools.all()).length > 1
    ? 'Все муниципалитеты региона'
    : 'Муниципалитет не указан';
}

/** Tells what is of one of these schools. */
export function isOfSchools(schools: readonly Pick<School, 'code'>[]): (one: { school: string }) => boolean {
  const codes = new Set(schools.map(({ code }) => code));
  return ({ school }) => codes.has(school);
}

/** General education schools of an answer: only they are judged by their results. */
export function generalSchools({ schools }: Pick<Workspace, 'schools'>): School[] {
  return schools.all().filter(({ kind }) => kind === 'school');
}
