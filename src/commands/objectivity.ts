import { EXIT } from '../failure.ts';
import type { SchoolObjectivity } from '../regulation/objectivity/objectivity.ts';
import { writeCsv } from '../reports/csv.ts';
import { municipalityFlagsSheet } from '../reports/objectivity/municipalities.ts';
import { signsTable } from '../reports/objectivity/signs-table.ts';
import {
  flagSentences,
  flagSummary,
  matchSentences,
  medalistSentence,
} from '../reports/objectivity/summary.ts';
import {
  indicesTable,
  objectivityTable,
  schoolFindings,
  schoolSignsTable,
} from '../reports/objectivity/terminal.ts';
import { withMunicipalities } from '../reports/section/by-municipality.ts';
import { renderTable } from '../reports/terminal/table.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { findSchool } from './find-school.ts';
import type { GlobalOptions, Io } from './io.ts';
import { assessObjectivity, type ObjectivityAssessment } from './objectivity-assessment.ts';
import {
  municipalitiesFlagged,
  objectivityContext,
  parametersOfObjectivity,
  schoolsByMunicipality,
} from './objectivity-context.ts';
import { deliver, formatByName, jsonText, valuesInForce } from './output.ts';

interface ObjectivityOptions extends GlobalOptions {
  year: number;
  municipality?: string;
  school?: string;
  format?: 'table' | 'json' | 'csv' | 'xlsx';
  output?: string;
}

/** `msoko objectivity --year Y`: signs of biased results by paper, and the four indices. */
export async function objectivity(io: Io, options: ObjectivityOptions): Promise<number> {
  const { year, school, output } = options;
  const assessment = await assessObjectivity(
    requireWorkspace(options.workspace, io.directory),
    year,
    false,
    options.municipality,
  );
  const chosen =
    school === undefined
      ? undefined
      : await findSchool(
          assessment.workspace,
          assessment.objectivity.schools,
          school,
          `msoko objectivity --year ${year}`,
        );
  const format = options.json ? 'json' : (options.format ?? formatByName(output) ?? 'table');
  if (format === 'json') deliver(io, jsonText(objectivityJson(assessment, chosen)), output);
  else if (format === 'csv')
    deliver(io, writeCsv(chosen ? signsTable([chosen]) : signsOfAll(assessment)), output);
  else if (format === 'xlsx') {
    const [{ objectivityReport }, { writeWorkbook }] = await Promise.all([
      import('../reports/objectivity/report.ts'),
      import('../reports/xlsx/write.ts'),
    ]);
    const report = objectivityReport(assessment.objectivity, objectivityContext(assessment));
    deliver(io, await writeWorkbook(report), output);
  } else deliver(io, screenText(io, assessment, chosen, options.quiet === true), output);
  return EXIT.done;
}

/** The answer of `--json`: signs and indices, and the values of all parameters in force. */
function objectivityJson(assessment: ObjectivityAssessment, chosen?: SchoolObjectivity) {
  const { objectivity, parameters, schoolMedalists } = assessment;
  const municipalities = municipalitiesFlagged(assessment);
  return {
    command: 'objectivity',
    ...objectivity,
    ...(chosen ? { schools: [chosen] } : {}),
    ...(municipalities.length > 0 && !chosen ? { municipalities } : {}),
    schoolMedalists: schoolMedalists.filter(({ school }) => !chosen || school === chosen.school),
    summary: flagSummary(objectivity, parameters),
    parameters: valuesInForce(parametersOfObjectivity(parameters)),
    overridden: parameters.overridden(),
  };
}

/** For a spreadsheet: every sign of every paper. */
function signsOfAll(assessment: ObjectivityAssessment) {
  return withMunicipalities(signsTable(assessment.objectivity.schools), schoolsByMunicipality(assessment));
}

function screenText(
  io: Io,
  assessment: ObjectivityAssessment,
  chosen: SchoolObjectivity | undefined,
  quiet: boolean,
): string {
  const { objectivity, parameters, schoolMedalists } = assessment;
  const view = { width: io.width ?? 120, colour: io.colour };
  const notes = quiet ? [] : objectivity.notes;
  if (chosen) {
    const { name, school, externalIndex, papers } = chosen;
    const index = papers === 0 ? 'не вычисляется, работ нет' : `${externalIndex}, всего работ ${papers}`;
    return [
      `${name} (${school})`,
      `Внешний индекс необъективности: ${index}`,
      renderTable(schoolSignsTable(chosen), view),
      ...schoolFindings(chosen),
      ...schoolMedalists.filter((one) => one.school === school).map(medalistSentence),
      ...notes,
    ].join('\n');
  }
  const municipalities = municipalitiesFlagged(assessment);
  return [
    renderTable(objectivityTable(objectivity), view),
    ...flagSentences(objectivity, parameters),
    ...(municipalities.length > 0
      ? ['', renderTable(municipalityFlagsSheet(objectivity.year, municipalities).table, view)]
      : []),
    '',
    renderTable(indicesTable(objectivity), view),
    ...matchSentences(objectivity),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n');
}
