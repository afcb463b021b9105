import { join, resolve } from 'node:path';
import { EXIT } from '../failure.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import type { Report } from '../reports/report.ts';
import { summaryReport } from '../reports/system/summary.ts';
import { writeWorkbook } from '../reports/xlsx/write.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import type { GlobalOptions, Io } from './io.ts';
import { jsonText, writeWhole } from './output.ts';
import { namedSystems, sectionReports } from './section-reports.ts';

/** A file that was written. */
interface Written {
  system: string;
  file: string;
}

/** `msoko report [SYSTEM…] --year Y --out DIR`: the workbook of each system, and one of all. */
export async function report(
  io: Io,
  systems: readonly string[],
  options: GlobalOptions & { year: number; out: string },
): Promise<number> {
  const files = await writeReports(
    requireWorkspace(options.workspace, io.directory),
    systems,
    options.year,
    resolve(io.directory, options.out),
  );
  if (options.json) io.out(jsonText({ command: 'report', year: options.year, files }));
  else for (const { file } of files) io.out(`${file}\n`);
  return EXIT.done;
}

/**
 * Writes the workbooks of systems; all of them, and the summary, for none or for `all`.
 * @throws Failure `unknown-system` before anything is written
 */
export async function writeReports(
  directory: string,
  names: readonly string[],
  year: number,
  folder: string,
): Promise<Written[]> {
  const systems = namedSystems(names);
  const sections = await sectionReports(directory, systems, year);
  const files: Written[] = [];
  const write = async (system: string, report: Report) => {
    const file = join(folder, `msoko-${system}-${year}.xlsx`);
    writeWhole(file, await writeWorkbook(report));
    files.push({ system, file });
  };
  for (const { system, report } of sections) await write(system.id, report);
  if (systems === SYSTEMS) await write('summary', summaryReport(sections.map(({ context }) => context)));
  return files;
}
