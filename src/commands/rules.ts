import { EXIT } from '../failure.ts';
import { CRITERIA } from '../regulation/criteria/criteria.ts';
import { loadParameters, type ParameterInForce } from '../regulation/parameters/parameters.ts';
import { RULES } from '../regulation/risk-schools.ts';
import { variablesAsked, variablesOf } from '../regulation/systems/measure-variables.ts';
import type { Indicator, System } from '../regulation/systems/system.ts';
import { combinationText, signTexts } from '../reports/objectivity/sign-texts.ts';
import { findWorkspace, requireWorkspace } from '../workspace/locate.ts';
import { readSettings } from '../workspace/settings.ts';
import { chosenSystems } from './indicators.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, jsonText } from './output.ts';
import { rulesText, SIGN_SECTIONS } from './rules-text.ts';

interface RulesOptions extends GlobalOptions {
  output?: string;
  system?: string;
}

/**
 * `msoko rules`: criteria, signs, indicators and parameters in force, each with its clause and source; of one section
 * also the values that it asks for. Works without a workspace.
 */
export async function rules(io: Io, options: RulesOptions): Promise<number> {
  const directory = options.workspace
    ? requireWorkspace(options.workspace, io.directory)
    : findWorkspace(io.directory);
  const parameters = loadParameters(directory ? readSettings(directory).parameters : {});
  const systems = chosenSystems(options.system);
  const only = options.system === undefined ? undefined : systems[0];
  const inForce = parameters.all().filter(({ clause }) => !only || isAbout(clause, only));
  const text = options.json
    ? jsonText({
        command: 'rules',
        rules: RULES,
        criteria: systems.some(({ id }) => id === '1.2') ? criteriaJson() : [],
        ...(systems.some(({ id }) => SIGN_SECTIONS.includes(id))
          ? { signs: signTexts(parameters), flag: combinationText(parameters) }
          : {}),
        indicators: systems.flatMap((system) => system.indicators.map((one) => indicatorJson(system, one))),
        variables: variablesAsked(systems),
        parameters: inForce.map(parameterJson),
      })
    : rulesText(systems, only, parameters, inForce);
  deliver(io, text, options.output);
  return EXIT.done;
}

/** «1.2, показатель 1»: whether a parameter's clause names the section; `quality` lives by the clauses of 2.2. */
function isAbout(clause: string, { id }: System): boolean {
  const section = id === 'quality' ? '2.2' : id;
  return clause.includes('все разделы') || clause.split(/[\s,;]+/).includes(section);
}

function criteriaJson() {
  return CRITERIA.map(
    ({ id, number, title, clause, text, formula, category, sufficient, parameters, variables }) => ({
      ...{ id, number, system: '1.2', title, clause, text, formula, category, sufficient },
      ...{ parameters, variables },
    }),
  );
}

function indicatorJson(
  system: System,
  { id, number, role, title, clause, kind, direction, formula, measure, monitoring, by, sources }: Indicator,
) {
  return {
    ...{ id, number, system: system.id, role, title, clause, kind, direction, formula },
    ...(monitoring ? { monitoring: monitoring.formula } : {}),
    ...(measure.from === 'reference' ? { reference: measure.to } : {}),
    ...(by ? { breakdown: by } : {}),
    ...{ variables: variablesOf(measure), sources },
  };
}

function parameterJson({ overridden, value, values, ...rest }: ParameterInForce) {
  return {
    ...rest,
    value: overridden ?? value ?? values,
    ...(overridden === undefined ? {} : { default: value ?? values }),
  };
}
