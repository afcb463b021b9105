import { egePreparation } from '../facts/ege-preparation.ts';
import { openEngine } from '../facts/engines/open-engine.ts';
import { countFacts } from '../facts/facts.ts';
import { knownPapers } from '../facts/known-papers.ts';
import { type ObservedValues, observedValues } from '../facts/observed-values.ts';
import { outcomeFacts } from '../facts/outcome-facts.ts';
import { OWN_MUNICIPALITY } from '../records/municipality.ts';
import { loadParameters, type Parameters } from '../regulation/parameters/parameters.ts';
import { borderOf } from '../regulation/risk-schools.ts';
import type { Answer } from '../regulation/systems/answer.ts';
import type { ComputedValues } from '../regulation/systems/computed/computed-values.ts';
import { EGE_PREPARATION_ID, egePreparationIndex } from '../regulation/systems/computed/ege-preparation.ts';
import { headCoverage } from '../regulation/systems/computed/head-coverage.ts';
import { lowValues } from '../regulation/systems/computed/low-values.ts';
import { objectivityValues } from '../regulation/systems/computed/objectivity-values.ts';
import {
  averageCount,
  outcomeBorders,
  universityMinimums,
} from '../regulation/systems/computed/outcome-borders.ts';
import { paperLevels } from '../regulation/systems/computed/paper-levels.ts';
import { participantLevels } from '../regulation/systems/computed/participant-levels.ts';
import { evaluator } from '../regulation/systems/evaluate.ts';
import type { System } from '../regulation/systems/system.ts';
import type { Organisation, SystemFacts } from '../regulation/systems/system-facts.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import type { Workspace } from '../workspace/open.ts';
import { type Assessments, assessments } from './assessments.ts';
import { openScope } from './scope.ts';

/** All systems of one workspace, ready to answer for any of the years that were counted. */
export interface SystemAssessment {
  workspace: Workspace;
  parameters: Parameters;
  organisations: readonly Organisation[];
  observed: ObservedValues;
  facts: SystemFacts;
  /** Answers of one system in one year, the years counted and those after them. */
  answers(system: System, year: number): readonly Answer[];
}

/**
 * Counts and judges all that the systems ask for.
 * @param years rising; each is answered together with the year before it
 * @param systems those that will be asked: what only the others need is not computed
 * @param of the assessments of a year, where the caller holds them
 * @param municipality of a region's workspace; all schools without it
 */
export async function assessSystems(
  directory: string,
  years: readonly number[],
  systems: readonly System[] = SYSTEMS,
  of: (year: number) => Assessments = (year) => assessments(directory, year, false, municipality),
  municipality?: string,
): Promise<SystemAssessment> {
  const workspace = openScope(directory, municipality);
  const parameters = loadParameters(workspace.settings.parameters);
  const organisations = workspace.schools.all().map(({ code, name, kind }) => ({ code, name, kind }));
  const span = parameters.number('systems.running-total-years');
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const asked = Array.from({ length: last - first + span + 1 }, (_, index) => first - span + index);
  const engine = await openEngine(workspace);
  let observed: ObservedValues;
  try {
    observed = await observedValues(workspace, engine, asked);
  } finally {
    engine.close();
  }
  const reported: SystemFacts['reported'] = (code, variable, year, breakdown) => {
    const found = observed.get(code, variable, year, breakdown ?? undefined);
    return found && { value: found.value, sources: found.imports.map((id) => `imports/${id}`) };
  };
  const wanted = computedIds(systems);
  const counted = [...new Set(years.flatMap((year) => [year - 1, year]))].sort();
  const computed = new Map<number, ComputedValues>();
  for (const year of counted) {
    computed.set(year, await computedValues(of(year), workspace, parameters, year, wanted, reported));
  }
  const facts: SystemFacts = {
    municipality: workspace.settings.municipality || OWN_MUNICIPALITY,
    organisations,
    reported,
    computed: (indicator, year) => computed.get(year)?.get(indicator),
  };
  const evaluate = evaluator(facts, parameters, SYSTEMS);
  const held = new Map<string, readonly Answer[]>();
  return {
    workspace,
    parameters,
    organisations,
    observed,
    facts,
    answers(system, year) {
      const key = `${system.id} ${year}`;
      const answers = held.get(key) ?? evaluate(system, year);
      held.set(key, answers);
      return answers;
    },
  };
}

/** Ids that are computed from results or verdicts, of these systems and of what they refer to. */
function computedIds(systems: readonly System[]): ReadonlySet<string> {
  return new Set(
    systems.flatMap(({ indicators }) =>
      indicators.flatMap(({ id, measure }) =>
        measure.from === 'computed' ? [id] : measure.from === 'reference' ? [measure.to] : [],
      ),
    ),
  );
}

async function computedValues(
  of: Assessments,
  workspace: Workspace,
  parameters: Parameters,
  year: number,
  wanted: ReadonlySet<string>,
  reported: SystemFacts['reported'],
): Promise<ComputedValues> {
  const values: ComputedValues = new Map();
  const take = (more: ComputedValues) => {
    for (const [id, list] of more) values.set(id, list);
  };
  const asks = (...prefixes: string[]) =>
    [...wanted].some((id) => prefixes.some((prefix) => id.startsWith(prefix)));
  if (asks('low.')) {
    const { risk, indicators } = await of.low();
    take(lowValues(risk, indicators));
  }
  if (asks('obj.', 'objm.', 'head.heads-objectivity')) {
    const { objectivity, schoolMedalists, indicators } = await of.objectivity();
    take(objectivityValues(objectivity, schoolMedalists, indicators));
  }
  if (asks('head.', 'gift.', 'quality.')) {
    const schools = workspace.schools.all().filter(({ kind }) => kind === 'school');
    take(await outcomeValues(workspace, parameters, year, reported));
    take(
      headCoverage(
        schools.map(({ code }) => code),
        values,
      ),
    );
  }
  return values;
}

/** Measures over results: papers between borders, participants over all their papers, preparation for ЕГЭ. */
async function outcomeValues(
  workspace: Workspace,
  parameters: Parameters,
  year: number,
  reported: SystemFacts['reported'],
): Promise<ComputedValues> {
  const borders = knownPapers(workspace, [year]).map((paper) => borderOf(paper, year, parameters));
  const engine = await openEngine(workspace);
  try {
    const asked = new Set(workspace.schools.all().map(({ code }) => code));
    const isAsked = ({ school }: { school: string }) => asked.has(school);
    const papers = (await countFacts(workspace, engine, borders)).all().filter(isAsked);
    const levels = outcomeBorders(parameters);
    const people = (await outcomeFacts(workspace, engine, borders, levels)).filter(isAsked);
    const minimums = universityMinimums(borders, year, parameters);
    const subjects = parameters.number('systems.ege-preparation-subjects');
    const prepared = (await egePreparation(workspace, engine, borders, minimums, subjects)).filter(isAsked);
    const values = paperLevels(papers, averageCount(parameters));
    for (const [id, list] of participantLevels(people)) values.set(id, list);
    values.set(EGE_PREPARATION_ID, egePreparationIndex(prepared, year, reported));
    return values;
  } finally {
    engine.close();
  }
}
