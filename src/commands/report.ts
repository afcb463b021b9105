import { join, resolve } from 'node:path';
import { EXIT, Failure } from '../failure.ts';
import type { System } from '../regulation/systems/system.ts';
import { SYSTEMS } from '../regulation/systems/systems.ts';
import { withNote } from '../reports/public/note.ts';
import type { PublicFacts } from '../reports/public/report.ts';
import type { Report } from '../reports/report.ts';
import { yearsMap } from '../reports/system/completeness-map.ts';
import { summaryReport } from '../reports/system/summary.ts';
import { writeWorkbook } from '../reports/xlsx/write.ts';
import { requireWorkspace } from '../workspace/locate.ts';
import type { Assessments } from './assessments.ts';
import { earlierReleases, republicationWarning } from './earlier-release.ts';
import type { GlobalOptions, Io } from './io.ts';
import { municipalitiesJson } from './municipalities-json.ts';
import { jsonText, writeWhole } from './output.ts';
import { publicSections, type SchoolNaming } from './public-sections.ts';
import { heldAssessments, namedSystems, type SectionReport, sectionReports } from './section-reports.ts';
import type { Format, Written } from './written-file.ts';

interface ReportOptions extends GlobalOptions {
  year: number;
  out: string;
  format: readonly Format[];
  perSchool?: boolean;
  municipality?: string;
  public?: boolean;
  schools?: SchoolNaming;
}

/** `msoko report [SYSTEM…] --year Y --out DIR --format xlsx,html,docx`: a workbook for each system and one of all, one page, one document. */
export async function report(io: Io, systems: readonly string[], options: ReportOptions): Promise<number> {
  const { files, municipalities } = await writeReports(
    requireWorkspace(options.workspace, io.directory),
    systems,
    options.year,
    resolve(io.directory, options.out),
    {
      formats: options.format,
      perSchool: options.perSchool === true,
      ...publicOption(options),
      ...(options.municipality === undefined ? {} : { municipality: options.municipality }),
      tell: (text) => options.quiet || io.err(text),
    },
  );
  if (options.json) {
    const more = municipalities === undefined ? {} : { municipalities };
    io.out(jsonText({ command: 'report', year: options.year, files, ...more }));
  } else for (const { file } of files) io.out(`${file}\n`);
  return EXIT.done;
}

/** What `writeReports` wrote. */
interface WrittenReports {
  files: Written[];
  /** The municipalities of a region side by side, for JSON. */
  municipalities: ReturnType<typeof municipalitiesJson>;
}

/** @throws Failure `bad-option` where schools are to be called otherwise in a report for the authority */
function publicOption({ public: isPublic, schools }: ReportOptions): { publicSchools?: SchoolNaming } {
  if (isPublic) return { publicSchools: schools ?? 'named' };
  if (schools === undefined) return {};
  throw new Failure('bad-option', 'Номера вместо названий школ бывают в публичном отчёте.', {
    hint: 'Добавьте --public или уберите --schools.',
    exit: EXIT.usage,
  });
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
    publicSchools,
    tell,
  }: {
    formats: readonly Format[];
    perSchool: boolean;
    municipality?: string;
    /** Small numbers are hidden, and schools are called so. */
    publicSchools?: SchoolNaming;
    tell(text: string): void;
  },
): Promise<WrittenReports> {
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
  if (publicSchools && municipality !== undefined) {
    throw new Failure(
      'bad-option',
      'Публичный отчёт пишется по всему рабочему каталогу, без --municipality.',
      {
        hint: 'Из отчётов региона и его муниципалитета вместе можно вычислить скрытое. Заведите для муниципалитета свой рабочий каталог.',
        exit: EXIT.usage,
      },
    );
  }
  const { sections, published, known } = await composed(
    directory,
    systems,
    year,
    municipality,
    publicSchools,
  );
  const name = published ? `${year}-public` : String(year);
  const files: Written[] = [];
  const saidIn = new Map<string, string>();
  const earlier = published ? earlierReleases(directory, year) : [];
  const write = async (system: string, report: Report) => {
    const file = join(folder, `msoko-${system}-${name}.xlsx`);
    writeWhole(file, await writeWorkbook(report));
    files.push({ format: 'xlsx', system, file });
  };
  if (formats.includes('xlsx')) {
    for (const { system, report } of sections) await write(system.id, report);
    if (systems === SYSTEMS) {
      const summary = summaryReport(sections.map(({ context }) => context));
      await write('summary', published ? withNote(summary, published.publication) : summary);
    }
  }
  if (formats.includes('html')) {
    const { schoolReports, writePages } = await import('./report-pages.ts');
    const reports = sections.map(({ report }) => report);
    const schools = perSchool ? await schoolReports(known, year, published) : [];
    const overview = systems === SYSTEMS ? yearsMap(sections.map(({ context }) => context)) : undefined;
    const options = { year, name, folder, ...(overview ? { overview } : {}) };
    files.push(...(await writePages(known, reports, schools, options)));
  }
  if (formats.includes('docx')) {
    const { writeAnnual } = await import('./annual-report.ts');
    const { said, ...written } = await writeAnnual(sections, {
      directory,
      year,
      name,
      folder,
      municipality,
      tell,
      ...(published ? { publication: published.publication } : {}),
    });
    files.push(written);
    saidIn.set(written.file, said);
  }
  const warning = republicationWarning(earlier, files, saidIn, year);
  if (warning) tell(warning);
  return { files, municipalities: municipalitiesJson(sections.map(({ context }) => context)) };
}

/** The reports of systems, what is known of their year, and what public ones were made from. */
interface Composed {
  sections: readonly SectionReport[];
  known: Assessments;
  published?: PublicFacts;
}

/** The earlier years that the reports look back at end here: while files are written they only take up memory. */
async function composed(
  directory: string,
  systems: readonly System[],
  year: number,
  municipality: string | undefined,
  publicSchools: SchoolNaming | undefined,
): Promise<Composed> {
  const of = heldAssessments(directory, year, municipality);
  if (!publicSchools) {
    return { sections: await sectionReports(directory, systems, year, of, municipality), known: of(year) };
  }
  const { sections, facts } = await publicSections(directory, systems, year, of, { schools: publicSchools });
  return { sections, known: of(year), published: facts };
}
