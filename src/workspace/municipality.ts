import { Failure } from '../failure.ts';
import { foldText } from '../records/fold.ts';
import type { Workspace } from './open.ts';
import type { School } from './schools.ts';

/** Municipalities of the schools of a workspace, in the order of the alphabet; none where no roster names any. */
export function municipalitiesOf(schools: readonly School[]): string[] {
  const found = new Map<string, string>();
  for (const { municipality } of schools) {
    if (!municipality) continue;
    const key = foldText(municipality);
    if (!found.has(key)) found.set(key, municipality);
  }
  return [...found.values()].sort((a, b) => a.localeCompare(b, 'ru'));
}

/** Says in which municipality a school is, where the roster says it. */
export function municipalityIn({
  schools,
}: Pick<Workspace, 'schools'>): (school: string) => string | undefined {
  return (school) => schools.byCode(school)?.municipality;
}

/**
 * A region's workspace as one of its municipalities sees it: its schools alone are asked, and the reports bear its
 * name. Records of the others stay: they are what its schools are held against. What the authority that keeps the
 * workspace answered in forms is about its own municipality, or about the region: of another one it says nothing.
 * @throws Failure `unknown-municipality`
 */
export function inMunicipality(workspace: Workspace, name: string): Workspace {
  const all = workspace.schools.all();
  const wanted = foldText(name);
  const own = all.filter(({ municipality }) => municipality && foldText(municipality) === wanted);
  if (own.length === 0) {
    const known = municipalitiesOf(all);
    throw new Failure('unknown-municipality', `Муниципалитета «${name}» нет в реестре ОО.`, {
      hint:
        known.length > 0
          ? `Есть: ${known.slice(0, 20).join('; ')}${known.length > 20 ? '; …' : ''}.`
          : 'Добавьте в реестр столбец «Муниципалитет» и загрузите его.',
    });
  }
  const isOwn =
    foldText(workspace.settings.municipality ?? '') === wanted || municipalitiesOf(all).length === 1;
  const region = own.find((school) => school.region)?.region ?? workspace.settings.region;
  return {
    ...workspace,
    settings: {
      ...workspace.settings,
      municipality: own[0]!.municipality!,
      ...(region ? { region } : {}),
    },
    schools: { ...workspace.schools, all: () => own },
    ...(isOwn ? {} : { authorityElsewhere: true }),
  };
}
