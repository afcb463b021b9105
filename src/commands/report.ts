import { join, resolve } from 'node:path';
import { EXIT, Failure } from '../failure.ts';
import { lowReport } from '../reports/low/report.ts';
import { writeWorkbook } from '../reports/xlsx/write.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import { assess } from './assessment.ts';
import type { GlobalOptions, Io } from './io.ts';
import { lowContext } from './low-context.ts';
import { jsonText, writeWhole } from './output.ts';

/** Sections whose workbook is made. */
const SECTIONS = ['1.2'];

/** `msoko report [SYSTEM…] --year Y --out DIR`: the workbook of each section. */
export async function report(
  io: Io,
  sections: readonly string[],
  options: GlobalOptions & { year: number; out: string },
): Promise<number> {
  const wanted = sections.length === 0 || sections.includes('all') ? SECTIONS : sections;
  for (const section of wanted) {
    if (!SECTIONS.includes(section)) {
      throw new Failure('unknown-system', `Отчёта по разделу «${section}» нет.`, {
        hint: `Готовы отчёты по разделам: ${SECTIONS.join(', ')}.`,
        exit: EXIT.usage,
      });
    }
  }
  const path = await writeLowWorkbook(
    requireWorkspace(options.workspace, io.directory),
    options.year,
    resolve(io.directory, options.out),
  );
  if (options.json)
    io.out(jsonText({ command: 'report', year: options.year, files: [{ system: '1.2', file: path }] }));
  else io.out(`${path}\n`);
  return EXIT.done;
}

/** Writes the workbook of section 1.2; returns its path. */
export async function writeLowWorkbook(directory: string, year: number, folder: string): Promise<string> {
  const assessment = await assess(directory, year);
  const path = join(folder, `msoko-1.2-${year}.xlsx`);
  writeWhole(path, await writeWorkbook(lowReport(assessment.risk, lowContext(assessment))));
  return path;
}
