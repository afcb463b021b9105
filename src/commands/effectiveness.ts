import { registeredMeasures } from '../facts/registered-measures.ts';
import { EXIT } from '../failure.ts';
import {
  type Effectiveness,
  effectivenessOf,
  measuresOfYear,
} from '../regulation/effectiveness/effectiveness.ts';
import { valuesByYear } from '../regulation/effectiveness/values-by-year.ts';
import { loadParameters, type Parameters } from '../regulation/parameters/parameters.ts';
import type { Answer } from '../regulation/systems/answer.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import { writeCsv } from '../reports/csv.ts';
import {
  effectTable,
  type FormOf,
  fullEffectTable,
  goalTable,
  unattendedTexts,
} from '../reports/effectiveness/tables.ts';
import { dayText, effectText, testedText } from '../reports/effectiveness/words.ts';
import { wholesOf } from '../reports/system/context.ts';
import { answerForm } from '../reports/system/words.ts';
import { renderTable } from '../reports/terminal/table.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import type { Assessments } from './assessments.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, formatByName, jsonText, valuesInForce } from './output.ts';
import { openScope } from './scope.ts';
import { assessSystems } from './system-assessment.ts';

interface EffectivenessOptions extends GlobalOptions {
  year: number;
  format?: 'table' | 'json' | 'csv';
  output?: string;
}

/** `msoko effectiveness --year Y`: what the registered measures and decisions changed, as the year's results show it. */
export async function effectiveness(io: Io, options: EffectivenessOptions): Promise<number> {
  const directory = requireWorkspace(options.workspace, io.directory);
  const { empty, formOf, found, parameters } = await assessEffect(directory, options.year);
  const format = options.json ? 'json' : (options.format ?? formatByName(options.output) ?? 'table');
  if (format === 'json') {
    deliver(io, jsonText(effectivenessJson(found, formOf, parameters)), options.output);
  } else if (format === 'csv') {
    deliver(io, writeCsv(fullEffectTable(found, formOf, empty)), options.output);
  } else {
    const view = { width: io.width ?? 160, colour: io.colour };
    const significance = parameters.number('effectiveness.significance', options.year) / 100;
    const goals = found.sections.flatMap((section) => section.goals);
    const notes = [...unattendedTexts(found, formOf), testedText(found.tested, significance)].filter(Boolean);
    const parts = [
      renderTable(effectTable(found, formOf, empty), view),
      ...(goals.length > 0 ? [`Цели\n${renderTable(goalTable(found, formOf, ''), view)}`] : []),
      ...(notes.length > 0 && options.quiet !== true ? [notes.join('\n')] : []),
    ];
    deliver(io, parts.join('\n\n'), options.output);
  }
  return EXIT.done;
}

/** Effects of a year, with the form of each indicator's numbers. */
export interface EffectAssessment {
  found: Effectiveness;
  formOf: FormOf;
  parameters: Parameters;
  /** Said where no measure belongs to the year. */
  empty: string;
}

/**
 * The measures of the year with the values of all the years that they are looked at in.
 * @param of the assessments of a year, where the caller holds them
 */
export async function assessEffect(
  directory: string,
  year: number,
  municipality?: string,
  of?: (year: number) => Assessments,
): Promise<EffectAssessment> {
  const workspace = openScope(directory, municipality);
  const parameters = loadParameters(workspace.settings.parameters);
  const measures = registeredMeasures(workspace);
  const ours = measuresOfYear(year, { measures, systems: SYSTEMS }, parameters);
  const systems = SYSTEMS.filter(({ id }) => ours.some(({ system }) => system.id === id));
  const empty =
    measures.length === 0
      ? 'Реестра мер нет. Загрузите таблицу «Система · Вид · Название · Код ОО · Начало · Окончание · Адресат · Состояние» (README.ru.md, «Меры и управленческие решения»).'
      : `Нет мер, которые сравнивались бы по результатам ${year} года. В реестре: ${spanOf(measures.map((measure) => measure.from))}.`;
  if (ours.length === 0) {
    const found = { year, measures: [], sections: [], tested: 0 };
    return { found, formOf: () => 'share', parameters, empty };
  }
  const years = [...new Set([...ours.map(({ period }) => period.before), year])].sort();
  const assessment = await assessSystems(directory, years, systems, of, municipality);
  const answers = new Map(
    years.map((one) => [one, systems.flatMap((system) => assessment.answers(system, one))] as const),
  );
  const found = effectivenessOf(
    year,
    { measures, systems, organisations: assessment.organisations, values: valuesByYear(answers) },
    parameters,
  );
  return { found, formOf: formsOf([...answers.values()].flat()), parameters, empty };
}

/** The form of each indicator's numbers, by the municipality's answers that have one. */
function formsOf(answers: readonly Answer[]): FormOf {
  const known = wholesOf(answers);
  const ordered = known.toSorted((a, b) => Number(a.value === null) - Number(b.value === null));
  const forms = new Map<string, ReturnType<typeof answerForm>>();
  for (const answer of ordered) if (!forms.has(answer.id)) forms.set(answer.id, answerForm(answer));
  return (indicator) => forms.get(indicator) ?? 'share';
}

function spanOf(days: readonly string[]): string {
  const sorted = days.toSorted();
  const [first, last] = [dayText(sorted[0]!), dayText(sorted.at(-1)!)];
  return first === last ? `начало ${first}` : `начало с ${first} по ${last}`;
}

function effectivenessJson(found: Effectiveness, formOf: FormOf, parameters: Parameters) {
  return {
    command: 'effectiveness',
    year: found.year,
    measures: found.measures.map(({ measure: { sources, ...measure }, ...effect }) => ({
      ...measure,
      ...effect,
      indicators: effect.indicators.map((indicator) => ({
        ...indicator,
        conclusion: effectText(
          { ...effect, measure: { ...measure, sources } },
          indicator,
          formOf(indicator.id),
        ),
      })),
      sources: sources.map(({ import: id, file, rows, sheet }) => ({
        import: `imports/${id}`,
        file,
        sheet,
        rows,
      })),
    })),
    sections: found.sections,
    tested: found.tested,
    parameters: valuesInForce(parameters.all().filter(({ id }) => id.startsWith('effectiveness.'))),
  };
}
