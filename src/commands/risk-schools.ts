import { EXIT } from '../failure.ts';
import type { RiskSchools, SchoolVerdict } from '../regulation/verdict.ts';
import { writeCsv } from '../reports/csv.ts';
import { municipalitiesSheet } from '../reports/low/municipalities.ts';
import {
  riskSchoolsMatrix,
  riskSchoolsTable,
  schoolAnswers,
  schoolCriteriaTable,
} from '../reports/low/terminal.ts';
import { windowSentence } from '../reports/low/windows.ts';
import { counted, formatShare } from '../reports/number-format.ts';
import { withMunicipalities } from '../reports/section/by-municipality.ts';
import { renderTable } from '../reports/terminal/table.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { type Assessment, assess } from './assessment.ts';
import { findSchool } from './find-school.ts';
import type { GlobalOptions, Io } from './io.ts';
import {
  lowContext,
  municipalitiesSideBySide,
  parametersOfLow,
  schoolsByMunicipality,
} from './low-context.ts';
import { deliver, formatByName, jsonText, valuesInForce } from './output.ts';

interface RiskSchoolsOptions extends GlobalOptions {
  year: number;
  municipality?: string;
  school?: string;
  format?: 'table' | 'json' | 'csv' | 'xlsx';
  output?: string;
}

/** `msoko risk-schools --year Y`: every criterion of section 1.2 for every school, and the three categories. */
export async function riskSchools(io: Io, options: RiskSchoolsOptions): Promise<number> {
  const assessment = await assess(
    requireWorkspace(options.workspace, io.directory),
    options.year,
    options.municipality,
  );
  const chosen = options.school === undefined ? undefined : await judgedSchool(assessment, options.school);
  const format = options.json ? 'json' : (options.format ?? formatByName(options.output) ?? 'table');
  if (format === 'xlsx') {
    const [{ lowReport }, { writeWorkbook }] = await Promise.all([
      import('../reports/low/report.ts'),
      import('../reports/xlsx/write.ts'),
    ]);
    deliver(io, await writeWorkbook(lowReport(assessment.risk, lowContext(assessment))), options.output);
  } else if (format === 'json') {
    deliver(io, jsonText(riskSchoolsJson(assessment, chosen)), options.output);
  } else if (format === 'csv')
    deliver(io, writeCsv(chosen ? tableOf(assessment, chosen) : matrixOf(assessment)), options.output);
  else deliver(io, screenText(io, assessment, chosen, options.quiet === true), options.output);
  if (format !== 'json' && options.quiet !== true) io.err(yearHint(assessment));
  return EXIT.done;
}

/** The answer of `--json`: the verdicts, and the values of all parameters in force. */
export function riskSchoolsJson(assessment: Assessment, chosen?: SchoolVerdict) {
  const { risk, parameters } = assessment;
  const municipalities = municipalitiesSideBySide(assessment);
  return {
    command: 'risk-schools',
    ...risk,
    parameters: valuesInForce(parametersOfLow(parameters)),
    overridden: risk.parameters,
    ...(municipalities.length > 0 && !chosen ? { municipalities } : {}),
    ...(chosen ? { schools: [chosen] } : {}),
  };
}

/** A school of the answer by its code or any of its keys. */
export function judgedSchool({ workspace, risk }: Assessment, key: string): Promise<SchoolVerdict> {
  return findSchool(workspace, risk.schools, key, `msoko risk-schools --year ${risk.year}`);
}

/** For a spreadsheet: the categories and the verdict on every criterion, a line for each school. */
function matrixOf(assessment: Assessment) {
  const matrix = riskSchoolsMatrix(assessment.risk, lowContext(assessment).criteria);
  return withMunicipalities(matrix, schoolsByMunicipality(assessment));
}

function tableOf(assessment: Assessment, chosen: SchoolVerdict | undefined) {
  return chosen
    ? schoolCriteriaTable(chosen, lowContext(assessment).criteria)
    : riskSchoolsTable(assessment.risk);
}

const NOT_DECIDING =
  'Критерии 11–13 — сведения, критерии 19–22 только показываются: категорию они не определяют.';

function screenText(
  io: Io,
  assessment: Assessment,
  chosen: SchoolVerdict | undefined,
  quiet: boolean,
): string {
  const { risk } = assessment;
  const view = { width: io.width ?? 120, colour: io.colour };
  const table = renderTable(tableOf(assessment, chosen), view);
  if (chosen) {
    const answers = schoolAnswers(chosen, lowContext(assessment).criteria).join('\n');
    return `${chosen.name} (${chosen.school})\n${answers}\n${table}\n${quiet ? '' : `${NOT_DECIDING}\n${windowSentence(risk)}\n`}`;
  }
  const municipalities = municipalitiesSideBySide(assessment);
  const sideBySide =
    municipalities.length > 0
      ? `\n${renderTable(municipalitiesSheet(risk, municipalities).table, view)}\n`
      : '';
  return `${table}\n${summaryText(risk)}\n${sideBySide}${quiet ? '' : `${windowSentence(risk)}\n`}`;
}

function summaryText({ summary, year }: RiskSchools): string {
  const { schools, lowResults, adverseConditions, riskZone, any, share, undecided } = summary;
  if (schools === 0) return `Год идентификации ${year}: школ нет.`;
  const lacking =
    undecided > 0 ? ` Ещё для ${counted(undecided, ['школы', 'школ', 'школ'])} данных недостаточно.` : '';
  return (
    `Год идентификации ${year}. Хотя бы одна категория: ${counted(any, ['школа', 'школы', 'школ'])} из ${schools}` +
    `${share === null ? '' : ` (${formatShare(share)})`}: низкие результаты — ${lowResults}, ` +
    `неблагоприятные условия — ${adverseConditions}, зона риска — ${riskZone}.${lacking}`
  );
}

/** Where no school could be judged at all: the year may be mistyped. */
function yearHint({ workspace, risk }: Assessment): string {
  const undecided = risk.schools.every((school) =>
    [school.lowResults, school.adverseConditions, school.riskZone].every(
      (answer) => answer === 'insufficient-data',
    ),
  );
  const years = workspace.imports
    .flatMap(({ covers }) => covers.flatMap(({ year }) => (year === null ? [] : [year])))
    .sort((a, b) => a - b);
  const [first] = years;
  const last = years.at(-1);
  if (!undecided || risk.schools.length === 0 || first === undefined) return '';
  const span = first === last ? `${first} год` : `${first}–${last} годы`;
  return `Данных недостаточно по всем школам. Загружены данные за ${span}; чего нет: msoko status --year ${risk.year}\n`;
}
