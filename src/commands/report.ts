import { join, resolve } from 'node:path';
import { EXIT, Failure } from '../failure.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import type { Report } from '../reports/report.ts';
import { yearsMap } from '../reports/system/completeness-map.ts';
import { summaryReport } from '../reports/system/summary.ts';
import { writeWorkbook } from '../reports/xlsx/write.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import type { GlobalOptions, Io } from './io.ts';
import { jsonText, writeWhole } from './output.ts';
import { heldAssessments, namedSystems, sectionReports } from './section-reports.ts';
import type { Format, Written } from './written-file.ts';

interface ReportOptions extends GlobalOptions {
  year: number;
  out: string;
  format: readonly Format[];
  perSchool?: boolean;
  municipality?: string;
}

/** `msoko report [SYSTEM…] --year Y --out DIR --format xlsx,html,docx`: a workbook for each system and one of all, one page, one document. */
export async function report(io: Io, systems: readonly string[], options: ReportOptions): Promise<number> {
  const files = await writeReports(
    requireWorkspace(options.workspace, io.directory),
    systems,
    options.year,
    resolve(io.directory, options.out),
    {
      formats: options.format,
      perSchool: options.perSchool === true,
      ...(options.municipality === undefined ? {} : { municipality: options.municipality }),
      tell: (text) => options.quiet || io.err(text),
    },
  );
  if (options.json) io.out(jsonText({ command: 'report', year: options.year, files }));
  else for (const { file } of files) io.out(`${file}\n`);
  return EXIT.done;
}

/**
 * Writes the reports of systems; all of them, and the summary, for none or for `all`.
 * @param tell takes what the person should know beside the files
 * @throws Failure `unknown-system` or `bad-option` before anything is written
 */
export async function writeReports(
  directory: string,
  names: readonly string[],
  year: number,
  folder: string,
  {
    formats,
    perSchool,
    municipality,
    tell,
  }: { formats: readonly Format[]; perSchool: boolean; municipality?: string; tell(text: string): void },
): Promise<Written[]> {
  const systems = namedSystems(names);
  if (perSchool && !formats.includes('html')) {
    throw new Failure('bad-option', 'Отчёты школ пишутся страницами html.', {
      hint: 'Добавьте --format html (или --format xlsx,html).',
      exit: EXIT.usage,
    });
  }
  if (formats.includes('docx') && systems !== SYSTEMS) {
    throw new Failure('bad-option', 'Публичный отчёт (docx) — один по всем разделам.', {
      hint: `Уберите номера разделов: msoko report --format docx --year ${year}.`,
      exit: EXIT.usage,
    });
  }
  const of = heldAssessments(directory, year, municipality);
  const sections = await sectionReports(directory, systems, year, of, municipality);
  const files: Written[] = [];
  const write = async (system: string, report: Report) => {
    const file = join(folder, `msoko-${system}-${year}.xlsx`);
    writeWhole(file, await writeWorkbook(report));
    files.push({ format: 'xlsx', system, file });
  };
  if (formats.includes('xlsx')) {
    for (const { system, report } of sections) await write(system.id, report);
    if (systems === SYSTEMS) await write('summary', summaryReport(sections.map(({ context }) => context)));
  }
  if (formats.includes('html')) {
    const { writePages } = await import('./report-pages.ts');
    const reports = sections.map(({ report }) => report);
    const overview = systems === SYSTEMS ? yearsMap(sections.map(({ context }) => context)) : undefined;
    const options = { year, folder, perSchool, ...(overview ? { overview } : {}) };
    files.push(...(await writePages(of(year), reports, options)));
  }
  if (formats.includes('docx')) {
    const { writeAnnual } = await import('./annual-report.ts');
    files.push(await writeAnnual(sections, { directory, year, folder, municipality, tell }));
  }
  return files;
}
