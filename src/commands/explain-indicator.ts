import { type Source, traceNumber } from '../facts/trace.ts';
import { EXIT } from '../failure.ts';
import { OWN_MUNICIPALITY } from '../records/municipality.ts';
import { variableById } from '../records/variables/variables.ts';
import type { ParameterInForce } from '../regulation/parameters/parameters.ts';
import type { Answer } from '../regulation/systems/answer.ts';
import { variablesOf } from '../regulation/systems/measure-variables.ts';
import type { Indicator, System } from '../regulation/systems/system.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { explainIndicatorText } from './explain-indicator-text.ts';
import { findSchool } from './find-school.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, jsonText } from './output.ts';
import { assessSystems, type SystemAssessment } from './system-assessment.ts';

/** A number behind a value: who supplied it, what it is, and where it stands in the files. */
export interface IndicatorStep {
  code: string;
  year: number;
  /** Id of the variable; the indicator's own where it was computed. */
  what: string;
  title: string;
  breakdown: string | null;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  reason: string | null;
  sources: readonly Source[];
}

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
      : await findSchool(
          assessment.workspace,
          assessment.organisations.map(({ code }) => ({ school: code })),
          options.school,
          `msoko indicators --year ${options.year} --json`,
        );
  const own = answers.filter(({ unit, code }) =>
    school ? unit === 'school' && code === school.school : unit === 'municipality',
  );
  const answer = own[0] ?? answers[0]!;
  const trace = await traceOf(assessment, indicator, answers, options.year, school?.school);
  const parameters = parametersOf(assessment, system);
  const content = options.json
    ? jsonText({ command: 'explain', year: options.year, ...answer, cuts: own.slice(1), parameters, trace })
    : explainIndicatorText(answer, own.slice(1), parameters, trace, assessment.organisations);
  deliver(io, content, options.output);
  return EXIT.done;
}

/** Reported values with their rows; for computed ones the numbers of each organisation. */
async function traceOf(
  { workspace, observed, organisations }: SystemAssessment,
  { measure }: Indicator,
  answers: readonly Answer[],
  year: number,
  school: string | undefined,
): Promise<IndicatorStep[]> {
  const variables = variablesOf(measure);
  if (variables.length === 0 || measure.from === 'computed') {
    const rows = answers.filter(
      ({ breakdown, code, unit }) => unit === 'school' && breakdown === null && (!school || code === school),
    );
    return rows.map(({ id, code, title, numerator, denominator, value, reason }) => ({
      ...{ code, year, what: id, title, breakdown: null, numerator, denominator, value, reason },
      sources: [],
    }));
  }
  const steps: IndicatorStep[] = [];
  const codes = school ? [school] : [...organisations.map(({ code }) => code), OWN_MUNICIPALITY];
  for (const code of codes) {
    for (const id of variables) {
      const found = observed.get(code, id, year);
      if (!found) continue;
      const { title, record } = variableById(id)!;
      const named = code === OWN_MUNICIPALITY ? [code, workspace.settings.municipality ?? ''] : [code];
      const sources: Source[] = [];
      for (const name of named)
        sources.push(...(await traceNumber(workspace, name, year, { variable: id, kind: record })));
      steps.push({
        ...{ code, year, what: id, title, breakdown: null, numerator: null, denominator: null, reason: null },
        value: found.value,
        sources,
      });
    }
  }
  return steps;
}

/** Parameters whose clause is of this section. */
function parametersOf({ parameters }: SystemAssessment, { id }: System): ParameterInForce[] {
  return parameters.all().filter(({ clause }) => clause.startsWith(`${id},`) || clause.includes(`; ${id}`));
}
