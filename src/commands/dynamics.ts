import { EXIT } from '../failure.ts';
import { writeCsv } from '../reports/csv.ts';
import { type Course, coursesOf, dynamicsTable } from '../reports/system/dynamics-table.ts';
import { renderTable } from '../reports/terminal/table.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { findOrganisation } from './find-school.ts';
import { chosenSystems } from './indicators.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, formatByName, jsonText } from './output.ts';
import { assessSystems } from './system-assessment.ts';

interface DynamicsOptions extends GlobalOptions {
  year: number;
  system?: string;
  school?: string;
  years?: number;
  format?: 'table' | 'json' | 'csv';
  output?: string;
  municipality?: string;
}

const EMPTY = 'Значений по годам нет.';

/** `msoko dynamics --year Y`: the indicators over years. */
export async function dynamics(io: Io, options: DynamicsOptions): Promise<number> {
  const systems = chosenSystems(options.system);
  const span = options.years ?? 3;
  const years = Array.from({ length: span }, (_, index) => options.year - span + 1 + index);
  const assessment = await assessSystems(
    requireWorkspace(options.workspace, io.directory),
    years,
    systems,
    undefined,
    options.municipality,
  );
  const school =
    options.school === undefined
      ? undefined
      : await findOrganisation(assessment, options.school, `msoko dynamics --year ${options.year} --json`);
  const courses = systems.flatMap((system) =>
    coursesOf(
      years.map((year) => ({
        year,
        answers: assessment
          .answers(system, year)
          .filter(({ unit, code }) =>
            school ? unit === 'school' && code === school : unit === 'municipality',
          ),
      })),
    ),
  );
  const format = options.json ? 'json' : (options.format ?? formatByName(options.output) ?? 'table');
  const table = dynamicsTable('dynamics', courses, years, EMPTY);
  if (format === 'json') {
    const answer = { command: 'dynamics', year: options.year, years, indicators: courses.map(courseJson) };
    deliver(io, jsonText(answer), options.output);
  } else if (format === 'csv') deliver(io, writeCsv(table), options.output);
  else deliver(io, renderTable(table, { width: io.width ?? 120, colour: io.colour }), options.output);
  return EXIT.done;
}

function courseJson({ answer, years }: Course) {
  const { id, system, title, clause, kind, direction, variant, unit, code, breakdown } = answer;
  return {
    ...{ id, system, title, clause, kind, direction, variant, unit, code, breakdown },
    values: years.map(({ year, answer: { value, numerator, denominator, status, missing, reason } }) => ({
      ...{ year, value, numerator, denominator, status, missing, reason },
    })),
  };
}
