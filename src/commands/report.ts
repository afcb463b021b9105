import { join, resolve } from 'node:path';
import { EXIT, Failure } from '../failure.ts';
import { lowReport } from '../reports/low/report.ts';
import { objectivityIndicesReport } from '../reports/objectivity/indices-report.ts';
import { objectivityReport } from '../reports/objectivity/report.ts';
import type { Report } from '../reports/report.ts';
import { writeWorkbook } from '../reports/xlsx/write.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { type Assessments, assessments } from './assessments.ts';
import type { GlobalOptions, Io } from './io.ts';
import { lowContext } from './low-context.ts';
import { objectivityContext } from './objectivity-context.ts';
import { jsonText, writeWhole } from './output.ts';

/** A section of the Положение whose report is made. */
interface Section {
  system: string;
  report(of: Assessments): Promise<Report>;
}

/** Sections with a report, in the order of the Положение. */
const SECTIONS: readonly Section[] = [
  {
    system: '1.1',
    async report(of) {
      const assessment = await of.objectivity();
      return objectivityReport(assessment.objectivity, objectivityContext(assessment));
    },
  },
  {
    system: '1.2',
    async report(of) {
      const assessment = await of.low();
      return lowReport(assessment.risk, lowContext(assessment));
    },
  },
  {
    system: '2.1',
    async report(of) {
      const assessment = await of.objectivity();
      return objectivityIndicesReport(assessment.objectivity, objectivityContext(assessment));
    },
  },
];

/** A file that was written. */
interface Written {
  system: string;
  file: string;
}

/** `msoko report [SYSTEM…] --year Y --out DIR`: the workbook of each section. */
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
 * Writes the workbooks of sections; all that there are for none, or for `all`.
 * @throws Failure `unknown-system` before anything is written
 */
export async function writeReports(
  directory: string,
  systems: readonly string[],
  year: number,
  folder: string,
): Promise<Written[]> {
  const known = SECTIONS.map(({ system }) => system);
  const unknown = systems.find((system) => system !== 'all' && !known.includes(system));
  if (unknown !== undefined) {
    throw new Failure('unknown-system', `Отчёта по разделу «${unknown}» нет.`, {
      hint: `Готовы отчёты по разделам: ${known.join(', ')}.`,
      exit: EXIT.usage,
    });
  }
  const all = systems.length === 0 || systems.includes('all');
  const of = assessments(directory, year, true);
  const files: Written[] = [];
  for (const section of SECTIONS.filter(({ system }) => all || systems.includes(system))) {
    const file = join(folder, `msoko-${section.system}-${year}.xlsx`);
    writeWhole(file, await writeWorkbook(await section.report(of)));
    files.push({ system: section.system, file });
  }
  return files;
}
