import { openEngine } from '../facts/engines/open-engine.ts';
import { countFacts, type Facts } from '../facts/facts.ts';
import { schoolValues } from '../facts/school-values.ts';
import type { Paper } from '../records/paper.ts';
import { loadParameters, type Parameters } from '../regulation/parameters/parameters.ts';
import {
  bordersOf,
  judgeRiskSchools,
  type RuleFacts,
  summaryOf,
  yearsOf,
} from '../regulation/risk-schools.ts';
import type { IndicatorValue } from '../regulation/systems/indicator.ts';
import { lowIndicators } from '../regulation/systems/low.ts';
import { type DynamicsRow, lowDynamics } from '../regulation/systems/low-dynamics.ts';
import type { RiskSchools } from '../regulation/verdict.ts';
import type { Workspace } from '../workspace/open.ts';
import type { School } from '../workspace/schools.ts';
import { generalSchools, isOfSchools, openScope } from './scope.ts';

/** Section 1.2 of one workspace and year: from records to verdicts. */
export interface Assessment {
  workspace: Workspace;
  parameters: Parameters;
  /** General education schools that were active in the identification year. */
  schools: readonly School[];
  facts: Facts;
  ruleFacts: RuleFacts;
  risk: RiskSchools;
  dynamics: readonly DynamicsRow[];
  indicators: readonly IndicatorValue[];
}

/**
 * Counts the facts and judges section 1.2 for an identification year.
 * @param municipality of a region's workspace; all schools without it
 */
export async function assess(directory: string, year: number, municipality?: string): Promise<Assessment> {
  const workspace = openScope(directory, municipality);
  const parameters = loadParameters(workspace.settings.parameters);
  const schools = generalSchools(workspace);
  const years = yearsOf(year, parameters);
  const engine = await openEngine(workspace);
  try {
    const facts = await countFacts(workspace, engine, bordersOf(year, parameters));
    const values = await schoolValues(workspace, engine, years);
    const ruleFacts: RuleFacts = {
      paper: (school: string, paper: Paper, past: number) => facts.get(school, paper, past),
      value: (school, variable, past) => values.get(school, variable, past),
    };
    const risk = judgeRiskSchools(year, schools, ruleFacts, parameters);
    const dynamics = lowDynamics(schools, years, ruleFacts, parameters);
    const indicators = lowIndicators(risk, ruleFacts, dynamics, parameters);
    return { workspace, parameters, schools, facts, ruleFacts, risk, dynamics, indicators };
  } finally {
    engine.close();
  }
}

/**
 * The same year as one municipality of the region sees it: what `assess` answers on it, without counting again. The
 * verdict on a school rests on its own data alone.
 * @param whole of all schools of the workspace
 * @param workspace as the municipality sees it
 */
export function assessmentWithin(whole: Assessment, workspace: Workspace): Assessment {
  const schools = generalSchools(workspace);
  const isOwn = isOfSchools(schools);
  const verdicts = whole.risk.schools.filter(isOwn);
  const risk: RiskSchools = { ...whole.risk, schools: verdicts, summary: summaryOf(verdicts) };
  const dynamics = whole.dynamics.filter(isOwn);
  const indicators = lowIndicators(risk, whole.ruleFacts, dynamics, whole.parameters);
  return { ...whole, workspace, schools, risk, dynamics, indicators };
}
