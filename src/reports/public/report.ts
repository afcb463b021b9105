import type { SchoolVerdict } from '../../regulation/verdict.ts';
import type { Report, ReportSheet } from '../report.ts';
import type { SystemContext } from '../system/context.ts';
import { systemReport } from '../system/report.ts';
import { noteSentence, noteSheet } from './note.ts';
import type { Publication } from './publication.ts';
import { municipalityResultsSheet, resultsDynamicsSheets, schoolResultsSheet } from './results.ts';
import type { SchoolLabels } from './schools.ts';
import { NOT_PUBLISHED } from './words.ts';

/** What public reports are composed from beside the values of their systems. */
export interface PublicFacts {
  publication: Publication;
  label: SchoolLabels;
  schools: readonly SchoolVerdict[];
}

/** Tables of the sections' own reports that count no people: method, and how many papers and schools are flagged. */
const OWN_TABLES: Readonly<Record<string, readonly string[]>> = {
  '1.1': ['objectivity-totals', 'objectivity-sign-totals'],
  '1.2': ['low-method'],
};

/**
 * The public report of a system: the sheets that every system has, made of values that are published; results by paper
 * and school for 1.2. Of the section's own sheets only those get in that are named here.
 * @param context public already
 * @param own the section's own report for the authority, where it has one
 */
export function publicReport(context: SystemContext, own: Report | undefined, facts: PublicFacts): Report {
  const { publication } = facts;
  const { system, year } = context;
  const report = systemReport(context);
  const named = OWN_TABLES[system.id] ?? [];
  const [goals, ...rest] = report.sheets;
  return {
    ...report,
    summary: [...report.summary, noteSentence(publication)],
    sheets: [
      noteSheet(publication),
      goals!,
      ...(system.id === '1.2' ? resultSheets(facts, year) : []),
      ...(own?.sheets ?? []).filter(({ table }) => named.includes(table.id)),
      ...rest,
    ],
  };
}

function resultSheets({ publication, label, schools }: PublicFacts, year: number): ReportSheet[] {
  return [
    categoriesSheet(publication, schools, year),
    municipalityResultsSheet(publication, year),
    ...resultsDynamicsSheets(publication, year),
    schoolResultsSheet(publication, year, label),
  ];
}

const CATEGORIES = [
  { key: 'lowResults', title: 'Низкие результаты обучения', restsOnResults: true },
  { key: 'adverseConditions', title: 'Неблагоприятные социальные условия', restsOnResults: false },
  { key: 'riskZone', title: 'Зона риска', restsOnResults: true },
] as const;

/** «Итоги»: schools of each category, where that gives nothing away of schools with hidden numbers. */
function categoriesSheet(
  publication: Publication,
  schools: readonly SchoolVerdict[],
  year: number,
): ReportSheet {
  return {
    name: 'Итоги',
    title: `Школы по категориям раздела 1.2, ${year} год`,
    lead: 'Сколько школ отнесено к каждой категории. Какие именно, в публичном отчёте не сказано.',
    notes: ['Итог скрыт, если по нему стал бы известен вывод о школе, числа которой скрыты.'],
    frozenColumns: 1,
    table: {
      id: 'public-categories',
      empty: 'Школ нет.',
      columns: [
        { key: 'category', title: 'Категория', type: 'text', width: 38, wrap: true },
        { key: 'yes', title: 'Да', type: 'integer', width: 18 },
        { key: 'schools', title: 'Всего школ', type: 'integer' },
      ],
      rows: CATEGORIES.map(({ key, title, restsOnResults }) => {
        const isSuch = (school: SchoolVerdict) => school[key] === 'yes';
        const isPublic = publication.categoryIsPublic(year, isSuch, restsOnResults);
        return {
          category: title,
          yes: isPublic ? schools.filter(isSuch).length : NOT_PUBLISHED,
          schools: schools.length,
        };
      }),
    },
  };
}

/** The public report of one school: its results beside those of the municipality, and what is hidden. */
export function publicSchoolReport(
  code: string,
  { publication, label }: PublicFacts,
  { municipality, year }: { municipality: string; year: number },
): Report {
  const school = label(code);
  return {
    id: `school-${school.code}`,
    title: school.name,
    subtitle: 'Публичные сведения о результатах школы',
    year,
    facts: [
      { name: 'Код', value: school.code },
      { name: 'Муниципалитет', value: municipality },
      { name: 'Год', value: String(year) },
    ],
    summary: [noteSentence(publication)],
    sheets: [schoolResultsSheet(publication, year, label, code), noteSheet(publication)],
  };
}
