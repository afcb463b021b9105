import { EXIT } from '../failure.ts';
import type { ParameterInForce } from '../regulation/parameters/parameters.ts';
import type { Indicator, System } from '../regulation/systems/system.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { explainIndicatorText } from './explain-indicator-text.ts';
import { findOrganisation } from './find-school.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, jsonText } from './output.ts';
import { assessSystems, type SystemAssessment } from './system-assessment.ts';
import { traceIndicator } from './trace-indicator.ts';

/** `msoko explain ID` for an indicator: of the municipality, or of one organisation with `--school`. */
export async function explainIndicator(
  io: Io,
  indicator: Indicator,
  options: GlobalOptions & { year: number; school?: string; output?: string },
): Promise<number> {
  const directory = requireWorkspace(options.workspace, io.directory);
  const system = SYSTEMS.find(({ indicators }) => indicators.includes(indicator))!;
  const assessment = await assessSystems(directory, [options.year], [system]);
  const answers = assessment.answers(system, options.year).filter(({ id }) => id === indicator.id);
  const school =
    options.school === undefined
      ? undefined
      : await findOrganisation(assessment, options.school, `msoko indicators --year ${options.year} --json`);
  const own = answers.filter(({ unit, code }) =>
    school ? unit === 'school' && code === school : unit === 'municipality',
  );
  const answer = own[0] ?? answers[0]!;
  const trace = await traceIndicator(assessment, indicator, answers, options.year, school);
  const parameters = parametersOf(assessment, system);
  const content = options.json
    ? jsonText({ command: 'explain', year: options.year, ...answer, cuts: own.slice(1), parameters, trace })
    : explainIndicatorText(answer, own.slice(1), parameters, trace, assessment.organisations);
  deliver(io, content, options.output);
  return EXIT.done;
}

/** Parameters whose clause is of this section. */
function parametersOf({ parameters }: SystemAssessment, { id }: System): ParameterInForce[] {
  return parameters.all().filter(({ clause }) => clause.startsWith(`${id},`) || clause.includes(`; ${id}`));
}
