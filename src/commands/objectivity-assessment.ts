import { biasMarkers, type PublishedMarker } from '../facts/bias-markers.ts';
import type { Engine } from '../facts/engines/engine.ts';
import { openEngine } from '../facts/engines/open-engine.ts';
import { knownPapers } from '../facts/known-papers.ts';
import { type MatchedCandidate, matchCandidates } from '../facts/medal-candidates.ts';
import { type MatchedHolder, matchHolders } from '../facts/olympiad-holders.ts';
import type { PaperBorders } from '../facts/paper-facts.ts';
import type { Reference, Sitting } from '../facts/sitting.ts';
import { type SittingFacts, sittingFacts } from '../facts/sitting-facts.ts';
import { judgeSigns, procedureIndices, signYears } from '../regulation/objectivity/judge.ts';
import { medalistIndex, medalistsBySchool } from '../regulation/objectivity/medalists.ts';
import type { Objectivity, SchoolMedalists } from '../regulation/objectivity/objectivity.ts';
import { olympiadIndices } from '../regulation/objectivity/olympiads.ts';
import type { PaperYear } from '../regulation/objectivity/paper-year.ts';
import { loadParameters, type Parameters } from '../regulation/parameters/parameters.ts';
import { borderOf } from '../regulation/risk-schools.ts';
import type { IndicatorValue } from '../regulation/systems/indicator.ts';
import { objectivityIndicators } from '../regulation/systems/objectivity.ts';
import type { Workspace } from '../workspace/open.ts';
import { generalSchools, isOfSchools, openScope } from './scope.ts';

/** Sections 1.1 and 2.1 of one workspace and year: from records to signs and indices. */
export interface ObjectivityAssessment {
  workspace: Workspace;
  parameters: Parameters;
  objectivity: Objectivity;
  indicators: readonly IndicatorValue[];
  /** Sittings of the year of the schools asked about, those of too few participants among them. */
  sittings: readonly Sitting[];
  /** Papers of the year: sittings that were judged, and what each was held against. */
  papers: readonly PaperYear[];
  /** Borders of marks of the year's papers. */
  borders: readonly PaperBorders[];
  /** Rows of the region in the year's papers, where they were published. */
  published: readonly Reference[];
  schoolMedalists: readonly SchoolMedalists[];
  /** Medal candidates and holders of diplomas of those schools, each with their ЕГЭ. */
  candidates: readonly MatchedCandidate[];
  holders: readonly MatchedHolder[];
  markers: readonly PublishedMarker[];
  /** Earlier years, rising, where they were asked for. */
  earlier: readonly Objectivity[];
}

/** What the years of one workspace share. */
interface Ground extends SittingFacts {
  workspace: Workspace;
  engine: Engine;
  parameters: Parameters;
}

/**
 * Looks for signs of biased results in the papers of a year, and computes the four indices.
 * @param withEarlier judges the years of `objectivity.history-years` before it, too
 * @param municipality of a region's workspace: its schools are answered on, and held against the whole region
 */
export async function assessObjectivity(
  directory: string,
  year: number,
  withEarlier = false,
  municipality?: string,
): Promise<ObjectivityAssessment> {
  const workspace = openScope(directory, municipality);
  const parameters = loadParameters(workspace.settings.parameters);
  const past = withEarlier ? parameters.number('objectivity.history-years') - 1 : 0;
  const years = Array.from({ length: past }, (_, step) => year - past + step);
  const engine = await openEngine(workspace);
  try {
    const needed = new Set([...years, year].flatMap((one) => signYears(one, parameters)));
    const borders = knownPapers(workspace, [...needed].sort()).map((paper) =>
      borderOf(paper, paper.year, parameters),
    );
    const ground: Ground = {
      workspace,
      engine,
      parameters,
      ...(await sittingFacts(workspace, engine, borders)),
    };
    const earlier: Objectivity[] = [];
    for (const one of years) earlier.push((await judgeYear(one, ground)).objectivity);
    const judged = await judgeYear(year, ground);
    const isAsked = isOfSchools(workspace.schools.all());
    return {
      workspace,
      parameters,
      ...judged,
      indicators: objectivityIndicators(judged.objectivity, judged.markers),
      sittings: ground.sittings.filter((sitting) => sitting.year === year && isAsked(sitting)),
      borders: borders.filter((border) => border.year === year),
      published: ground.published.filter((reference) => reference.year === year),
      earlier,
    };
  } finally {
    engine.close();
  }
}

async function judgeYear(year: number, { workspace, engine, parameters, sittings, published }: Ground) {
  const schools = generalSchools(workspace);
  const years = signYears(year, parameters);
  const inYears = (one: { year: number }) => years.includes(one.year);
  const markers = await biasMarkers(workspace, engine, [year]);
  const facts = {
    schools,
    sittings: sittings.filter(inYears),
    published: published.filter(inYears),
    markers,
  };
  const signs = judgeSigns(year, facts, parameters);
  const isAsked = isOfSchools(schools);
  const candidates = (await matchCandidates(workspace, engine, year)).filter(isAsked);
  const validYears = parameters.number('olympiad.valid-years');
  const holders = (await matchHolders(workspace, engine, year, validYears)).filter(isAsked);
  const people = { candidates, holders };
  return {
    ...indicesOf(year, signs, people, parameters),
    ...people,
    papers: signs.papers,
    markers,
  };
}

/** The signs of some schools with the four indices over them. */
function indicesOf(
  year: number,
  { schools, notes }: Pick<Objectivity, 'schools' | 'notes'>,
  { candidates, holders }: Pick<ObjectivityAssessment, 'candidates' | 'holders'>,
  parameters: Parameters,
): Pick<ObjectivityAssessment, 'objectivity' | 'schoolMedalists'> {
  const objectivity: Objectivity = {
    year,
    schools,
    procedures: procedureIndices(schools),
    medalists: medalistIndex(year, candidates, parameters),
    olympiads: olympiadIndices(year, holders, parameters),
    notes,
  };
  return { objectivity, schoolMedalists: medalistsBySchool(year, candidates, parameters) };
}

/** What the indicators of sections 1.1 and 2.1 are made from. */
export type ObjectivityFindings = Pick<
  ObjectivityAssessment,
  'objectivity' | 'indicators' | 'schoolMedalists'
>;

/**
 * The same year as one municipality of the region sees it: what `assessObjectivity` answers on it, without judging
 * again. Its schools are held against the whole region either way.
 * @param whole of all schools of the workspace
 * @param workspace as the municipality sees it
 */
export function objectivityWithin(
  whole: ObjectivityAssessment,
  workspace: Pick<Workspace, 'schools'>,
): ObjectivityFindings {
  const isOwn = isOfSchools(generalSchools(workspace));
  const { candidates, holders, markers, objectivity, parameters } = whole;
  const found = indicesOf(
    objectivity.year,
    { schools: objectivity.schools.filter(isOwn), notes: objectivity.notes },
    { candidates: candidates.filter(isOwn), holders: holders.filter(isOwn) },
    parameters,
  );
  return { ...found, indicators: objectivityIndicators(found.objectivity, markers) };
}
