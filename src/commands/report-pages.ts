import { join } from 'node:path';
import type { RiskSchools } from '../regulation/verdict.ts';
import { pagePieces, renderPage } from '../reports/html/page.ts';
import { type PublicFacts, publicSchoolReport } from '../reports/public/report.ts';
import type { Report, ReportSheet } from '../reports/report.ts';
import { type SchoolsYear, schoolReport } from '../reports/school/report.ts';
import { byMunicipality } from '../reports/section/by-municipality.ts';
import { municipalityIn } from '../workspace/municipality.ts';
import type { Assessments } from './assessments.ts';
import { fileNamesOf } from './file-names.ts';
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
  municipality: string;
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
      municipality,
      report: publicSchoolReport(school, facts, { municipality, year }),
    }));
  }
  const all = await schoolsYear(of);
  const { workspace } = await of.low();
  const groups = byMunicipality(all.risk.schools, municipalityIn(workspace));
  const places = groups.length > 0 ? groups : [{ municipality: null, schools: all.risk.schools }];
  const pages = new Map<string, SchoolPage>();
  for (const { municipality, schools } of places) {
    // Whoever heads a school looks at its own municipality, not at the whole region.
    const own = groups.length > 0 ? withinMunicipality(all, schools, municipality) : all;
    for (const { school: code, name } of schools)
      pages.set(code, { code, name, municipality: own.low.municipality, report: schoolReport(code, own) });
  }
  return all.risk.schools.map(({ school }) => pages.get(school)!);
}

/** What the reports of the schools of one municipality are composed from. */
function withinMunicipality(
  all: SchoolsYear,
  schools: RiskSchools['schools'],
  municipality: string | null,
): SchoolsYear {
  const codes = new Set(schools.map(({ school }) => school));
  const isOwn = ({ school }: { school: string }) => codes.has(school);
  return {
    ...all,
    risk: { ...all.risk, schools },
    low: {
      ...all.low,
      municipality: municipality ?? 'Муниципалитет не указан',
      dynamics: all.low.dynamics.filter(isOwn),
    },
    levels: { ...all.levels, sittings: all.levels.sittings.filter(isOwn) },
  };
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
  const names = fileNamesOf(schools.map(({ code }) => code));
  const fileName = (code: string) => `msoko-${names.get(code)}-${fileYear}.html`;
  for (const { code, name, municipality: own, report } of schools) {
    const file = join(folder, SCHOOL_PAGES, fileName(code));
    writeWhole(file, renderPage([report], { title: name, municipality: own, year, school: { code, name } }));
    files.push({ format: 'html', school: code, file });
  }
  const file = join(folder, `msoko-${fileYear}.html`);
  const schoolPage = (code: string) =>
    names.has(code) ? `${SCHOOL_PAGES}/${encodeURIComponent(fileName(code))}` : undefined;
  writeWhole(
    file,
    pagePieces(reports, {
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
