import { join } from 'node:path';
import { renderPage } from '../reports/html/page.ts';
import type { Report, ReportSheet } from '../reports/report.ts';
import { type SchoolsYear, schoolReport } from '../reports/school/report.ts';
import type { Assessments } from './assessments.ts';
import { lowContext } from './low-context.ts';
import { objectivityContext } from './objectivity-context.ts';
import { writeWhole } from './output.ts';
import type { Written } from './written-file.ts';

const TITLE = 'Муниципальная система оценки качества образования';
const SCHOOL_PAGES = 'schools';

/**
 * Writes the page of a year with the reports of its systems and, where asked for, a page for each school beside it.
 * @param reports in the order of the Положение
 * @param overview stands in the overview of the systems
 */
export async function writePages(
  of: Assessments,
  reports: readonly Report[],
  {
    year,
    folder,
    perSchool,
    overview,
  }: { year: number; folder: string; perSchool: boolean; overview?: ReportSheet },
): Promise<Written[]> {
  const { municipality } = lowContext(await of.low());
  const files: Written[] = [];
  const names = new Map<string, string>();
  if (perSchool) {
    const all = await schoolsYear(of);
    for (const { school: code, name } of all.risk.schools) {
      const fileName = schoolFileName(code, year, new Set(names.values()));
      names.set(code, fileName);
      const file = join(folder, SCHOOL_PAGES, fileName);
      const school = { code, name };
      writeWhole(file, renderPage([schoolReport(code, all)], { title: name, municipality, year, school }));
      files.push({ format: 'html', school: code, file });
    }
  }
  const file = join(folder, `msoko-${year}.html`);
  const schoolPage = (code: string) => {
    const name = names.get(code);
    return name === undefined ? undefined : `${SCHOOL_PAGES}/${encodeURIComponent(name)}`;
  };
  writeWhole(
    file,
    renderPage(reports, {
      title: TITLE,
      municipality,
      year,
      ...(overview ? { overview } : {}),
      ...(perSchool ? { schoolPage } : {}),
    }),
  );
  return [{ format: 'html', file }, ...files];
}

async function schoolsYear(of: Assessments): Promise<SchoolsYear> {
  const low = await of.low();
  const objectivity = await of.objectivity();
  return {
    risk: low.risk,
    low: lowContext(low),
    objectivity: objectivity.objectivity,
    signs: objectivityContext(objectivity).signs,
    levels: objectivity,
  };
}

/** `msoko-990101-2021.html`; what a file name may not hold becomes an underscore, and no two are alike. */
function schoolFileName(code: string, year: number, taken: ReadonlySet<string>): string {
  const plain = code.replace(/[^\p{L}\p{N}_-]+/gu, '_');
  let name = `msoko-${plain}-${year}.html`;
  for (let number = 2; taken.has(name); number++) name = `msoko-${plain}_${number}-${year}.html`;
  return name;
}
