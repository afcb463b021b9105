import { openEngine } from '../facts/engines/open-engine.ts';
import { type ObservedValues, type SuppliedValues, suppliedValues } from '../facts/observed-values.ts';
import { OWN_MUNICIPALITY } from '../records/municipality.ts';
import { loadParameters, type Parameters } from '../regulation/parameters/parameters.ts';
import type { Answer } from '../regulation/systems/answer.ts';
import type { ComputedValues } from '../regulation/systems/computed/computed-values.ts';
import { evaluator } from '../regulation/systems/evaluate.ts';
import type { System } from '../regulation/systems/system.ts';
import type { Organisation, SystemFacts } from '../regulation/systems/system-facts.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import { inMunicipality, municipalitiesOf } from '../workspace/municipality.ts';
import type { Workspace } from '../workspace/open.ts';
import { type Assessments, assessments } from './assessments.ts';
import { type ComputeWithin, computedIndicators } from './computed-facts.ts';
import { openScope } from './scope.ts';

/** Answers of one system in one year, the years counted and those after them. */
export type Answers = (system: System, year: number) => readonly Answer[];

/** A municipality of a region: what is answered on it alone. */
export interface MunicipalityAssessment {
  municipality: string;
  organisations: readonly Organisation[];
  answers: Answers;
}

/** All systems of one workspace, ready to answer for any of the years that were counted. */
export interface SystemAssessment {
  workspace: Workspace;
  parameters: Parameters;
  organisations: readonly Organisation[];
  observed: ObservedValues;
  facts: SystemFacts;
  answers: Answers;
  /**
   * The municipalities of a region in the order of the alphabet, each as `--municipality` answers on it, from the same
   * counts; none where there are no two, or where the answer is about one. One is made when the one before is done with.
   */
  municipalities(): Iterable<MunicipalityAssessment>;
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
  const span = parameters.number('systems.running-total-years');
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const asked = Array.from({ length: last - first + span + 1 }, (_, index) => first - span + index);
  const engine = await openEngine(workspace);
  let supplied: SuppliedValues;
  try {
    supplied = await suppliedValues(workspace, engine, asked);
  } finally {
    engine.close();
  }
  const counted = [...new Set(years.flatMap((year) => [year - 1, year]))].sort();
  const compute = new Map<number, ComputeWithin>();
  for (const year of counted)
    compute.set(year, await computedIndicators(of(year), workspace, parameters, year, systems));

  const within = (scope: Workspace) => {
    const organisations = scope.schools.all().map(({ code, name, kind }) => ({ code, name, kind }));
    const observed = supplied.seenBy(scope);
    const facts = factsOf(scope, organisations, observed, compute);
    return { organisations, observed, facts, answers: evaluator(facts, parameters, SYSTEMS) };
  };
  return {
    workspace,
    parameters,
    ...within(workspace),
    *municipalities() {
      const names = municipality === undefined ? municipalitiesOf(workspace.schools.all()) : [];
      if (names.length < 2) return;
      for (const name of names) {
        const { organisations, answers } = within(inMunicipality(workspace, name));
        yield { municipality: name, organisations, answers };
      }
    },
  };
}

function factsOf(
  scope: Workspace,
  organisations: readonly Organisation[],
  observed: ObservedValues,
  compute: ReadonlyMap<number, ComputeWithin>,
): SystemFacts {
  const reported: SystemFacts['reported'] = (code, variable, year, breakdown) => {
    const found = observed.get(code, variable, year, breakdown ?? undefined);
    return found && { value: found.value, sources: found.imports.map((id) => `imports/${id}`) };
  };
  const computed = new Map<number, ComputedValues | undefined>();
  return {
    municipality: scope.settings.municipality || OWN_MUNICIPALITY,
    organisations,
    reported,
    computed(indicator, year) {
      if (!computed.has(year)) computed.set(year, compute.get(year)?.(scope, reported));
      return computed.get(year)?.get(indicator);
    },
  };
}
