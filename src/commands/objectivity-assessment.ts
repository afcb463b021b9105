import { biasMarkers, type PublishedMarker } from '../facts/bias-markers.ts';
import { duckdbEngine } from '../facts/engines/duckdb.ts';
import { knownPapers } from '../facts/known-papers.ts';
import { matchCandidates } from '../facts/medal-candidates.ts';
import { matchHolders } from '../facts/olympiad-holders.ts';
import type { Reference, Sitting } from '../facts/sitting.ts';
import { sittingFacts } from '../facts/sitting-facts.ts';
import { judgeSigns, procedureIndices, signYears } from '../regulation/objectivity/judge.ts';
import { medalistIndex } from '../regulation/objectivity/medalists.ts';
import type { Objectivity } from '../regulation/objectivity/objectivity.ts';
import { olympiadIndices } from '../regulation/objectivity/olympiads.ts';
import { loadParameters, type Parameters } from '../regulation/parameters/parameters.ts';
import { borderOf } from '../regulation/risk-schools.ts';
import { openWorkspace, type Workspace } from '../workspace/open.ts';

/** Sections 1.1 and 2.1 of one workspace and year: from records to signs and indices. */
export interface ObjectivityAssessment {
  workspace: Workspace;
  parameters: Parameters;
  objectivity: Objectivity;
  /** Sittings of the year. */
  sittings: readonly Sitting[];
  /** Rows of the region in the year, where they were published. */
  published: readonly Reference[];
  markers: readonly PublishedMarker[];
}

/** Looks for signs of biased results in the papers of a year, and computes the four indices. */
export async function assessObjectivity(directory: string, year: number): Promise<ObjectivityAssessment> {
  const workspace = openWorkspace(directory);
  const parameters = loadParameters(workspace.settings.parameters);
  const schools = workspace.schools.all().filter(({ kind }) => kind === 'school');
  const years = signYears(year, parameters);
  const engine = await duckdbEngine();
  try {
    const borders = knownPapers(workspace, years).map((paper) => borderOf(paper, paper.year, parameters));
    const { sittings, published } = await sittingFacts(workspace, engine, borders);
    const markers = await biasMarkers(workspace, engine, [year]);
    const signs = judgeSigns(year, { schools, sittings, published, markers }, parameters);
    const candidates = await matchCandidates(workspace, engine, year);
    const holders = await matchHolders(workspace, engine, year, parameters.number('olympiad.valid-years'));
    const objectivity: Objectivity = {
      year,
      schools: signs.schools,
      procedures: procedureIndices(signs.schools),
      medalists: medalistIndex(year, candidates, parameters),
      olympiads: olympiadIndices(year, holders, parameters),
      notes: signs.notes,
    };
    return {
      workspace,
      parameters,
      objectivity,
      sittings: sittings.filter((sitting) => sitting.year === year),
      published: published.filter((reference) => reference.year === year),
      markers,
    };
  } finally {
    engine.close();
  }
}
