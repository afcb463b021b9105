import { EXIT } from '../failure.ts';
import { type Recommendation, recommend } from '../regulation/recommendations/recommend.ts';
import { recommendationRules } from '../regulation/recommendations/rules.ts';
import type { System } from '../regulation/systems/system.ts';
import { writeCsv } from '../reports/csv.ts';
import { recommendationTable } from '../reports/recommendations/table.ts';
import { recommendationReason, recommendationText } from '../reports/recommendations/words.ts';
import { renderTable } from '../reports/terminal/table.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { type Assessments, assessments } from './assessments.ts';
import { findOrganisation } from './find-school.ts';
import { chosenSystems } from './indicators.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, formatByName, jsonText } from './output.ts';
import { assessSystems, type SystemAssessment } from './system-assessment.ts';

interface RecommendationsOptions extends GlobalOptions {
  year: number;
  system?: string;
  school?: string;
  format?: 'table' | 'json' | 'csv';
  output?: string;
}

const EMPTY = 'Рекомендаций нет: ни одно правило не сработало или нет данных.';

/** `msoko recommendations --year Y`: to each addressee of each section, drawn by rules from the year's values. */
export async function recommendations(io: Io, options: RecommendationsOptions): Promise<number> {
  const systems = chosenSystems(options.system);
  const directory = requireWorkspace(options.workspace, io.directory);
  const assessment = await assessSystems(directory, [options.year], systems);
  const all = await recommendationsOf(directory, assessment, options.year, systems);
  const shown = options.school === undefined ? all : await ofSchool(assessment, all, options);
  const format = options.json ? 'json' : (options.format ?? formatByName(options.output) ?? 'table');
  if (format === 'json') {
    const answer = { command: 'recommendations', year: options.year, recommendations: shown.map(toJson) };
    deliver(io, jsonText(answer), options.output);
    return EXIT.done;
  }
  const names = new Map(assessment.organisations.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => `${names.get(code) ?? code} (${code})`;
  const table = recommendationTable('recommendations', shown, nameOf, EMPTY);
  if (format === 'csv') deliver(io, writeCsv(table), options.output);
  else deliver(io, renderTable(table, { width: io.width ?? 160, colour: io.colour }), options.output);
  return EXIT.done;
}

/** The recommendations of a year, with the verdicts of 1.2 and the signs of 2.1 behind them where they are asked for. */
export async function recommendationsOf(
  directory: string,
  { answers, parameters }: SystemAssessment,
  year: number,
  systems: readonly System[],
  more: Assessments = assessments(directory, year),
): Promise<Recommendation[]> {
  const asks = (...ids: string[]) => systems.some(({ id }) => ids.includes(id));
  return recommend(
    recommendationRules(),
    {
      year,
      systems,
      answers: systems.flatMap((system) => answers(system, year)),
      ...(asks('1.2') ? { verdicts: (await more.low()).risk.schools } : {}),
      ...(asks('1.1', '2.1') ? { objectivity: (await more.objectivity()).objectivity.schools } : {}),
    },
    parameters,
  );
}

async function ofSchool(
  assessment: SystemAssessment,
  all: readonly Recommendation[],
  { school: key, year }: RecommendationsOptions,
): Promise<Recommendation[]> {
  const school = await findOrganisation(assessment, key!, `msoko recommendations --year ${year} --json`);
  return all.filter(({ answer }) => answer.unit === 'school' && answer.code === school);
}

function toJson(recommendation: Recommendation) {
  const { addressee, answer, because, measure, papers, rule, system, years } = recommendation;
  return {
    ...{ rule, system, addressee, unit: answer.unit, code: answer.code, indicator: answer.id },
    clause: answer.clause,
    text: recommendationText(recommendation),
    reason: recommendationReason(recommendation),
    because,
    numbers: {
      ...{ value: answer.value, numerator: answer.numerator, denominator: answer.denominator },
      ...{ previous: answer.previous, change: answer.change, status: answer.status, missing: answer.missing },
    },
    years: years.map(({ low, participants, share, year }) => ({ year, low, participants, share })),
    papers: papers.map(({ by, paper, participants }) => ({ paper, participants, by })),
    measure,
    sources: answer.sources,
  };
}
