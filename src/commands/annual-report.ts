import { join } from 'node:path';
import { layoutTitle } from '../layouts/registry.ts';
import { foundOrMade } from '../records/found-or-made.ts';
import { paperName } from '../records/paper-name.ts';
import { PROCEDURES } from '../records/procedure.ts';
import type { Answer } from '../regulation/systems/answer.ts';
import type { Indicator } from '../regulation/systems/system.ts';
import type { AnnualChapter, AnnualIndicator, AnnualReport, AnnualSource } from '../reports/annual/annual.ts';
import { composeAnnual } from '../reports/annual/compose.ts';
import {
  CONCLUSION,
  chapterTemplate,
  INTRODUCTION,
  placeTexts,
  wholeTemplate,
} from '../reports/annual/place-texts.ts';
import { KINDERGARTENS, ORGANISATIONS, SCHOOLS, type Supplier } from '../reports/prose/suppliers.ts';
import { noteSheet } from '../reports/public/note.ts';
import type { Publication } from '../reports/public/publication.ts';
import type { Report, ReportSheet } from '../reports/report.ts';
import { yearsMap } from '../reports/system/completeness-map.ts';
import { type SystemContext, wholeAnswers } from '../reports/system/context.ts';
import { digestOf } from '../workspace/file-content.ts';
import type { Workspace } from '../workspace/open.ts';
import { makeTexts, readTexts, TEXTS_FOLDER } from '../workspace/texts.ts';
import { writeWhole } from './output.ts';
import { openScope, placeName } from './scope.ts';
import type { SectionReport } from './section-reports.ts';
import type { Written } from './written-file.ts';

const PUBLIC_DYNAMICS = PROCEDURES.map((procedure) => `public-dynamics-${procedure}`);

/**
 * Tables of the sections' own reports that a public report shows, by id. What names a school by signs that are yet to be
 * checked, or counts a school's few medalists and prize-winners, stays in the workbooks.
 */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  '1.1': ['objectivity-totals', 'objectivity-sign-totals', 'objectivity-marks'],
  '1.2': [
    'low-totals',
    'low-schools',
    'public-categories',
    'public-municipality-results',
    ...PUBLIC_DYNAMICS,
  ],
  '2.1': ['indices-procedures', 'indices-history'],
};

/**
 * Writes the annual public report of a year as a document, and the files for the analyst's words where they are not
 * there yet.
 * @param sections the reports of all systems
 */
export async function writeAnnual(
  sections: readonly SectionReport[],
  {
    directory,
    year,
    name,
    folder,
    municipality,
    publication,
    tell,
  }: {
    directory: string;
    year: number;
    /** Of the year in the file's name. */
    name: string;
    /** Where small numbers are hidden. */
    publication?: Publication;
    folder: string;
    municipality?: string | undefined;
    tell(text: string): void;
  },
): Promise<Written & { said: string }> {
  // the public report has a chapter for each section of the Положение
  const regulated = sections.filter(({ system }) => system.notInRegulation === undefined);
  const report = annualReport(regulated, openScope(directory, municipality), year, publication);
  const made = makeTexts(directory, templates(report));
  const { writeDocument } = await import('../reports/docx/write.ts');
  const file = join(folder, `msoko-${name}.docx`);
  const said = digestOf(JSON.stringify(report));
  writeWhole(file, await writeDocument(composeAnnual(report, placeTexts(readTexts(directory)))), { said });
  if (made.length > 0) {
    tell(
      `Ваши слова к отчёту пишите в папке «${TEXTS_FOLDER}» (создано файлов: ${made.length}); при следующем отчёте они останутся.\n`,
    );
  }
  return { format: 'docx', file, said };
}

function annualReport(
  sections: readonly SectionReport[],
  workspace: Workspace,
  year: number,
  publication?: Publication,
): AnnualReport {
  const { region } = workspace.settings;
  const replaced = sections.flatMap(replacedParameters);
  return {
    year,
    municipality: placeName(workspace),
    ...(region ? { region } : {}),
    ...(sections.length > 0 ? { overview: yearsMap(sections.map(({ context }) => context)) } : {}),
    chapters: sections.map(
      ({ system, context, report }): AnnualChapter => ({
        system: system.id,
        title: system.title,
        goals: system.goals.map(({ text }) => text),
        indicators: indicatorsOf(context),
        summary: [],
        tables: tablesOf(report, SHOWN[system.id] ?? []),
        chartTables: report.sheets.map(({ table }) => table),
        recommendations: context.recommendations,
        measures: context.measures,
      }),
    ),
    method: [
      'Правила — Положение о муниципальной системе оценки качества образования; у каждого показателя назван его пункт.',
      ...(replaced.length === 0
        ? ['Все значения параметров — по Положению и методике, ничего не заменено.']
        : []),
    ],
    methodTables: [...(publication ? [noteSheet(publication)] : []), ...replaced],
    sources: publication ? layoutsOf(workspace, year) : sourcesOf(workspace, year),
  };
}

/** The parameters of a section that the workspace replaced: the reader of a public report must know them. */
function replacedParameters({ system, report }: SectionReport): ReportSheet[] {
  return report.sheets
    .filter(({ table }) => table.id.endsWith('-parameters'))
    .map(({ table, ...sheet }) => ({
      ...sheet,
      title: `Заменённые параметры раздела ${system.id}`,
      table: { ...table, rows: table.rows.filter(({ origin }) => origin === 'заменено') },
    }))
    .filter(({ table }) => table.rows.length > 0);
}

function tablesOf(report: Report, ids: readonly string[]): ReportSheet[] {
  return report.sheets.filter(({ table }) => ids.includes(table.id));
}

/** The indicators of the whole municipality; those that are left to the user are shown where they have a value. */
function indicatorsOf({ system, answers, organisations }: SystemContext): AnnualIndicator[] {
  const names = new Map(organisations.map(({ code, name }) => [code, name]));
  return wholeAnswers(answers).flatMap((answer) => {
    const indicator = system.indicators.find(({ id }) => id === answer.id)!;
    if (indicator.role === 'open' && answer.value === null) return [];
    const asked = askedFor(answer, indicator);
    const missing = answer.missing.map((code) => names.get(code) ?? code);
    return [{ ...answer, missing, ...(asked ? { asked } : {}) }];
  });
}

/** How many organisations were asked; only shares of organisations count them one by one. */
function askedFor(
  { denominator, missing, withheld }: Answer,
  { measure }: Indicator,
): AnnualIndicator['asked'] {
  if ((measure.from !== 'organisations' && measure.from !== 'scores') || denominator === null)
    return undefined;
  const kinds = new Set(measure.of);
  const supplier: Supplier =
    kinds.size > 1
      ? ORGANISATIONS
      : kinds.has('school')
        ? SCHOOLS
        : kinds.has('preschool')
          ? KINDERGARTENS
          : ORGANISATIONS;
  return { count: denominator + missing.length + (withheld?.unnamed ?? 0), supplier };
}

/** Files that hold something of the year or of the years before it, in the order of their names. */
function sourcesOf(workspace: Workspace, year: number): AnnualSource[] {
  return importsUpTo(workspace, year)
    .map(({ file, layout, covers, records }) => ({
      file,
      layout: layoutTitle(layout),
      covers: coversText(covers),
      records: Object.values(records).reduce((sum, count) => sum + count, 0),
    }))
    .sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** The same for everybody: names of files name schools and people, and how many records one holds is how many wrote. */
function layoutsOf(workspace: Workspace, year: number): AnnualSource[] {
  const covers = new Map<string, Workspace['imports'][number]['covers']>();
  for (const one of importsUpTo(workspace, year))
    foundOrMade(covers, layoutTitle(one.layout), () => []).push(...one.covers);
  return [...covers]
    .map(([layout, all]) => ({ layout, covers: coversText(all) }))
    .sort((one, other) => (one.layout < other.layout ? -1 : 1));
}

function importsUpTo({ imports }: Workspace, year: number): Workspace['imports'] {
  return imports.filter(({ covers }) => covers.some((ground) => ground.year === null || ground.year <= year));
}

function coversText(covers: Workspace['imports'][number]['covers']): string {
  const papers = new Set(
    covers.flatMap(({ paper, year }) => (paper ? [[paperName(paper), year].filter(Boolean).join(', ')] : [])),
  );
  const years = new Set(covers.flatMap(({ year }) => (year === null ? [] : [year])));
  if (papers.size > 0) return [...papers].sort().join('; ');
  return years.size > 0 ? `годы: ${[...years].sort().join(', ')}` : 'сведения без года';
}

function templates({ chapters }: AnnualReport): Map<string, string> {
  return new Map([
    [INTRODUCTION, wholeTemplate('введения')],
    ...chapters.map(({ system, title }) => [system, chapterTemplate(system, title)] as const),
    [CONCLUSION, wholeTemplate('заключения')],
  ]);
}
