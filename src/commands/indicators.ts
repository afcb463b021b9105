import { EXIT, Failure } from '../failure.ts';
import type { Answer } from '../regulation/systems/answer.ts';
import type { System } from '../regulation/systems/system.ts';
import { SYSTEMS, systemById } from '../regulation/systems/systems.ts';
import { writeCsv } from '../reports/csv.ts';
import { counted } from '../reports/number-format.ts';
import { indicatorsTable, shortIndicatorsTable } from '../reports/system/indicators-table.ts';
import { renderTable } from '../reports/terminal/table.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { findOrganisation } from './find-school.ts';
import type { GlobalOptions, Io } from './io.ts';
import { deliver, formatByName, jsonText } from './output.ts';
import { assessSystems, type SystemAssessment } from './system-assessment.ts';

interface IndicatorsOptions extends GlobalOptions {
  year: number;
  system?: string;
  school?: string;
  format?: 'table' | 'json' | 'csv';
  output?: string;
  municipality?: string;
}

const EMPTY = 'Показателей нет.';

/** `msoko indicators --year Y`: every indicator's value with its counts, completeness, and the change on the year before. */
export async function indicators(io: Io, options: IndicatorsOptions): Promise<number> {
  const systems = chosenSystems(options.system);
  const directory = requireWorkspace(options.workspace, io.directory);
  const assessment = await assessSystems(directory, [options.year], systems, undefined, options.municipality);
  const all = systems.flatMap((system) => assessment.answers(system, options.year));
  const shown =
    options.school === undefined ? all : await ofSchool(assessment, all, options.school, options.year);
  const format = options.json ? 'json' : (options.format ?? formatByName(options.output) ?? 'table');
  if (format === 'json') {
    deliver(io, jsonText({ command: 'indicators', year: options.year, indicators: shown }), options.output);
  } else if (format === 'csv')
    deliver(io, writeCsv(indicatorsTable('indicators', shown, EMPTY)), options.output);
  else deliver(io, screenText(io, systems, shown, options), options.output);
  return EXIT.done;
}

/**
 * The systems that `--system` names; all of them without it.
 * @throws Failure `unknown-system`
 */
export function chosenSystems(id: string | undefined): readonly System[] {
  if (id === undefined) return SYSTEMS;
  const system = systemById(id);
  if (system) return [system];
  throw new Failure('unknown-system', `Раздела «${id}» нет.`, {
    hint: `Разделы: ${SYSTEMS.map((known) => known.id).join(', ')}.`,
    exit: EXIT.usage,
  });
}

async function ofSchool(
  assessment: SystemAssessment,
  all: readonly Answer[],
  key: string,
  year: number,
): Promise<Answer[]> {
  const school = await findOrganisation(assessment, key, `msoko indicators --year ${year} --json`);
  return all.filter(({ unit, code }) => unit === 'school' && code === school);
}

function screenText(
  io: Io,
  systems: readonly System[],
  answers: readonly Answer[],
  { school, quiet, year }: IndicatorsOptions,
): string {
  const view = { width: io.width ?? 140, colour: io.colour };
  const parts = systems.flatMap((system) => {
    const own = answers.filter(
      (answer) => answer.system === system.id && (school !== undefined || answer.unit === 'municipality'),
    );
    if (own.length === 0) return [];
    const table = renderTable(shortIndicatorsTable('indicators', own, EMPTY, 3), view);
    return [`${system.id === 'quality' ? '' : `${system.id}. `}${system.title}, ${year} год\n${table}`];
  });
  return `${parts.join('\n\n')}\n${quiet ? '' : `\n${summary(answers, year)}\n`}`;
}

function summary(answers: readonly Answer[], year: number): string {
  const whole = answers.filter(({ breakdown, variant }) => breakdown === null && variant === 'indicator');
  const municipal = whole.filter(({ unit }) => unit === 'municipality');
  const counting = municipal.length > 0 ? municipal : whole;
  const of = (status: Answer['status']) => counting.filter((answer) => answer.status === status).length;
  return (
    `${counted(counting.length, ['показатель', 'показателя', 'показателей'])}: вычислено ${of('computed')}, ` +
    `данные неполные ${of('incomplete')}, нет данных ${of('no-data')}, не применяется ${of('not-applicable')}. ` +
    `Чего не хватает и где взять: msoko status --year ${year}`
  );
}
