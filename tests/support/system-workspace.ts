import { OWN_MUNICIPALITY } from '../../src/records/municipality.ts';
import { parsePaperId } from '../../src/records/paper.ts';
import { variableById } from '../../src/records/variables/variables.ts';
import { writeWorkspace } from './situation-workspace.ts';
import { type Pupil, reportedIn, type SystemSituation } from './system-situation.ts';

type Line = Record<string, unknown>;
type PeopleLines = Record<'results' | 'medal-candidates' | 'olympiad-results', Line[]>;

/** A region whose roster names the municipality of an organisation, and the one whose authority keeps the workspace. */
interface SituationRegion {
  municipality: string;
  municipalityOf(organisation: string): string | undefined;
}

/** Writes what a situation of a system gives as a workspace with one import. */
export function writeSystemSituation(
  directory: string,
  situation: SystemSituation,
  region?: SituationRegion,
): void {
  const { year, given, parameters = {} } = situation;
  const lines: PeopleLines = { results: [], 'medal-candidates': [], 'olympiad-results': [] };
  let number = 0;
  for (const [school, pupils] of Object.entries(given.results ?? {})) {
    for (const pupil of pupils) {
      for (const when of pupil.years ?? [year]) {
        for (let one = 0; one < pupil.times; one++)
          addPupil(lines, school, when, String(number++).padStart(22, '0'), pupil);
      }
    }
  }
  const reported = reportedIn(situation).map(({ code, variable, breakdown, ...rest }) => {
    const { record } = variableById(variable)!;
    const line =
      record === 'school-years'
        ? { school: code, variable }
        : {
            unit: code === OWN_MUNICIPALITY ? 'municipality' : 'school',
            ...{ code, variable },
            ...(breakdown === null ? {} : { breakdown }),
          };
    return { record, line: { ...line, ...rest } };
  });
  const of = (kind: 'school-years' | 'observations') =>
    reported.filter(({ record }) => record === kind).map(({ line }) => line);
  const roster = Object.entries(given.organisations).map(([code, kind]) => ({
    code,
    name: `Организация ${code}`,
    kind,
  }));
  writeWorkspace(
    directory,
    region ? { municipality: region.municipality, parameters } : { roster: { schools: roster }, parameters },
    {
      ...(region
        ? { roster: roster.map((one) => ({ ...one, municipality: region.municipalityOf(one.code) })) }
        : {}),
      ...lines,
      'school-years': of('school-years'),
      observations: of('observations'),
      'bias-markers': Object.entries(given.markers ?? {}).flatMap(([school, papers]) =>
        Object.entries(papers).map(([paper, marker]) => ({
          ...{ year, school, paper, marker },
          procedure: parsePaperId(paper).procedure,
        })),
      ),
    },
  );
}

/** One pupil, who is known by the same pseudonym wherever the name stands. */
function addPupil(
  lines: PeopleLines,
  school: string,
  year: number,
  pseudonym: string,
  { papers, medal, diplomas }: Pupil,
): void {
  const who = { year, school, participant: pseudonym, document: pseudonym };
  for (const [id, outcome] of Object.entries(papers)) {
    const paper = parsePaperId(id);
    const points = paper.procedure === 'ege' && paper.subject !== 'mathematics-base';
    for (const [attempt, one] of [outcome].flat().entries()) {
      // No file holds a participant twice on one day.
      const date = attempt > 0 ? { date: `${year}-06-${20 + attempt}` } : {};
      lines.results.push({
        ...who,
        ...paper,
        ...date,
        status: 'valid',
        [points ? 'testScore' : 'mark']: one,
      });
    }
  }
  if (medal) lines['medal-candidates'].push({ ...who, status: medal });
  for (const [diploma, status] of Object.entries(diplomas)) {
    const [stage, ...subject] = diploma.split('-');
    lines['olympiad-results'].push({
      ...{ ...who, olympiad: 'vsosh', stage, subject: subject.join('-'), status },
      ...{ grade: 11, gradeOwn: 11 },
    });
  }
}
