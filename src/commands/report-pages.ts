import { join } from 'node:path';
import { renderPage } from '../reports/html/page.ts';
import { type PublicFacts, publicSchoolReport } from '../reports/public/report.ts';
import type { Report, ReportSheet } from '../reports/report.ts';
import { type SchoolsYear, schoolReport } from '../reports/school/report.ts';
import type { Assessments } from './assessments.ts';
import { lowContext } from './low-context.ts';
import { objectivityContext } from './objectivity-context.ts';
import { writeWhole } from './output.ts';
import type { Written } from './written-file.ts';

const TITLE = 'Муниципальная система оценки качества образования';
const SCHOOL_PAGES = 'schools';

/** The report of a school, for a page of its own. */
export interface SchoolPage {
  /** Code of the school in the page's reports. */
  code: string;
  name: string;
  report: Report;
}

/**
 * The reports of all schools of a year.
 * @param facts where the reports are public: what they are made from
 */
export async function schoolReports(
  of: Assessments,
  year: number,
  facts?: PublicFacts,
): Promise<SchoolPage[]> {
  if (facts) {
    const { municipality } = lowContext(await of.low());
    return facts.schools.map(({ school }) => ({
      ...facts.label(school),
      report: publicSchoolReport(school, facts, { municipality, year }),
    }));
  }
  const all = await schoolsYear(of);
  return all.risk.schools.map(({ school: code, name }) => ({ code, name, report: schoolReport(code, all) }));
}

/**
 * Writes the page of a year with the reports of its systems and a page for each school beside it.
 * @param reports in the order of the Положение
 * @param schools those that get a page
 * @param name of the year in the names of files
 * @param overview stands in the overview of the systems
 */
export async function writePages(
  of: Assessments,
  reports: readonly Report[],
  schools: readonly SchoolPage[],
  {
    year,
    name: fileYear,
    folder,
    overview,
  }: { year: number; name: string; folder: string; overview?: ReportSheet },
): Promise<Written[]> {
  const { municipality } = lowContext(await of.low());
  const files: Written[] = [];
  const names = new Map<string, string>();
  for (const { code, name, report } of schools) {
    const fileName = schoolFileName(code, fileYear, new Set(names.values()));
    names.set(code, fileName);
    const file = join(folder, SCHOOL_PAGES, fileName);
    writeWhole(file, renderPage([report], { title: name, municipality, year, school: { code, name } }));
    files.push({ format: 'html', school: code, file });
  }
  const file = join(folder, `msoko-${fileYear}.html`);
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
      ...(schools.length > 0 ? { schoolPage } : {}),
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
function schoolFileName(code: string, year: string, taken: ReadonlySet<string>): string {
  const plain = code.replace(/[^\p{L}\p{N}_-]+/gu, '_');
  let name = `msoko-${plain}-${year}.html`;
  for (let number = 2; taken.has(name); number++) name = `msoko-${plain}_${number}-${year}.html`;
  return name;
}
