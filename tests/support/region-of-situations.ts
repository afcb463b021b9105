import { MUNICIPALITY, type SystemFile, type SystemSituation } from './system-situation.ts';
import { writeSystemSituation } from './system-workspace.ts';

/** A situation of a system as one municipality of a region. */
export interface SituationMunicipality {
  name: string;
  system: SystemFile['system'];
  situation: SystemSituation;
  /** Code in the region of an organisation of the situation. */
  codeOf(organisation: string): string;
}

/** Everything that one municipality of the region brings with it; codes and values are those of the region. */
type Given = SystemSituation['given'];

/**
 * Writes the situations of a year that need no parameters of their own as one region: a municipality for each, beside
 * a school whose municipality the roster does not name. The first that the authority reports on keeps the workspace;
 * what the authorities of the others reported is in nobody's files.
 * @returns the municipalities, the keeper first
 */
export function writeRegionOfSituations(
  directory: string,
  files: readonly { file: SystemFile }[],
  year: number,
): SituationMunicipality[] {
  const municipalities = files
    .flatMap(({ file }) => file.situations.map((situation) => ({ system: file.system, situation })))
    .filter(({ situation }) => situation.year === year && situation.parameters === undefined)
    .map(({ system, situation }, index) => ({
      ...{ name: `Округ ${index + 1}`, system, situation },
      codeOf: (organisation: string) => `${index + 1}-${organisation}`,
    }))
    .sort((a, b) => Number(isReported(b.situation)) - Number(isReported(a.situation)));
  const keeper = municipalities[0]!;
  const given: Given = { organisations: { 'без-округа': 'school' }, values: {}, results: {}, markers: {} };
  for (const { situation, codeOf } of municipalities) {
    const moved = <V>(own: Record<string, V> = {}) =>
      Object.fromEntries(
        Object.entries(own).flatMap(([who, what]) =>
          who === MUNICIPALITY
            ? situation === keeper.situation
              ? [[who, what]]
              : []
            : [[codeOf(who), what]],
        ),
      );
    Object.assign(given.organisations, moved(situation.given.organisations));
    Object.assign(given.values, moved(situation.given.values));
    Object.assign(given.results!, moved(situation.given.results));
    Object.assign(given.markers!, moved(situation.given.markers));
  }
  const placeOf = new Map(
    municipalities.flatMap(({ situation, codeOf, name }) =>
      Object.keys(situation.given.organisations).map((code) => [codeOf(code), name] as const),
    ),
  );
  writeSystemSituation(
    directory,
    { name: 'регион', kind: 'normal', year, given, expect: {} },
    { municipality: keeper.name, municipalityOf: (code) => placeOf.get(code) },
  );
  return municipalities;
}

function isReported({ given }: SystemSituation): boolean {
  return given.values[MUNICIPALITY] !== undefined;
}
