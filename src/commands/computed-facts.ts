import { type EgePreparation, egePreparation } from '../facts/ege-preparation.ts';
import { openEngine } from '../facts/engines/open-engine.ts';
import { countFacts } from '../facts/facts.ts';
import { knownPapers } from '../facts/known-papers.ts';
import { type OutcomeFacts, outcomeFacts } from '../facts/outcome-facts.ts';
import type { PaperFacts } from '../facts/paper-facts.ts';
import type { Parameters } from '../regulation/parameters/parameters.ts';
import { borderOf } from '../regulation/risk-schools.ts';
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
import type { System } from '../regulation/systems/system.ts';
import type { SystemFacts } from '../regulation/systems/system-facts.ts';
import type { Workspace } from '../workspace/open.ts';
import { type Assessment, assessmentWithin } from './assessment.ts';
import type { Assessments } from './assessments.ts';
import { type ObjectivityFindings, objectivityWithin } from './objectivity-assessment.ts';
import { generalSchools, isOfSchools } from './scope.ts';

/** Measures over results: papers between borders, participants over all their papers, preparation for ЕГЭ. */
interface Outcomes {
  papers: readonly PaperFacts[];
  people: readonly OutcomeFacts[];
  prepared: readonly EgePreparation[];
}

/** What the computed indicators of a year rest on, school by school; only what some indicator asks for. */
interface ComputedFacts {
  low: Pick<Assessment, 'risk' | 'indicators'> | undefined;
  objectivity: ObjectivityFindings | undefined;
  outcomes: Outcomes | undefined;
}

/** The computed indicators of a year, of all schools of a workspace or of those of one municipality. */
export type ComputeWithin = (scope: Workspace, reported: SystemFacts['reported']) => ComputedValues;

/**
 * Counts all schools of a workspace once; the indicators of any municipality of it follow without asking again.
 * @param of the assessments of the year, of all schools of the workspace
 * @param systems those whose indicators will be asked for
 */
export async function computedIndicators(
  of: Assessments,
  workspace: Workspace,
  parameters: Parameters,
  year: number,
  systems: readonly System[],
): Promise<ComputeWithin> {
  const wanted = [...computedIds(systems)];
  const asks = (...prefixes: string[]) =>
    wanted.some((id) => prefixes.some((prefix) => id.startsWith(prefix)));
  const low = asks('low.') ? await of.low() : undefined;
  const objectivity = asks('obj.', 'objm.', 'head.heads-objectivity') ? await of.objectivity() : undefined;
  const outcomes = asks('head.', 'gift.', 'quality.')
    ? await countOutcomes(workspace, parameters, year)
    : undefined;
  return (scope, reported) => {
    const isWhole = scope === workspace;
    const facts: ComputedFacts = {
      low: isWhole ? low : low && assessmentWithin(low, scope),
      objectivity: isWhole ? objectivity : objectivity && objectivityWithin(objectivity, scope),
      outcomes: outcomes && outcomesWithin(outcomes, scope),
    };
    return valuesOf(facts, scope, parameters, year, reported);
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

async function countOutcomes(workspace: Workspace, parameters: Parameters, year: number): Promise<Outcomes> {
  const borders = knownPapers(workspace, [year]).map((paper) => borderOf(paper, year, parameters));
  const engine = await openEngine(workspace);
  try {
    const minimums = universityMinimums(borders, year, parameters);
    const subjects = parameters.number('systems.ege-preparation-subjects');
    return {
      papers: (await countFacts(workspace, engine, borders)).all(),
      people: await outcomeFacts(workspace, engine, borders, outcomeBorders(parameters)),
      prepared: await egePreparation(workspace, engine, borders, minimums, subjects),
    };
  } finally {
    engine.close();
  }
}

function outcomesWithin({ papers, people, prepared }: Outcomes, { schools }: Workspace): Outcomes {
  const isAsked = isOfSchools(schools.all());
  return {
    papers: papers.filter(isAsked),
    people: people.filter(isAsked),
    prepared: prepared.filter(isAsked),
  };
}

function valuesOf(
  { low, objectivity, outcomes }: ComputedFacts,
  scope: Workspace,
  parameters: Parameters,
  year: number,
  reported: SystemFacts['reported'],
): ComputedValues {
  const values: ComputedValues = new Map();
  const take = (more: ComputedValues) => {
    for (const [id, list] of more) values.set(id, list);
  };
  if (low) take(lowValues(low.risk, low.indicators));
  if (objectivity) {
    take(objectivityValues(objectivity.objectivity, objectivity.schoolMedalists, objectivity.indicators));
  }
  if (outcomes) {
    take(paperLevels(outcomes.papers, averageCount(parameters)));
    take(participantLevels(outcomes.people));
    values.set(EGE_PREPARATION_ID, egePreparationIndex(outcomes.prepared, year, reported));
    take(
      headCoverage(
        generalSchools(scope).map(({ code }) => code),
        values,
      ),
    );
  }
  return values;
}
