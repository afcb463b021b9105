import type { Recommendation } from '../../regulation/recommendations/recommend.ts';
import type { ReportSheet } from '../report.ts';
import type { SystemContext } from '../system/context.ts';
import { withoutNames } from './answers.ts';
import type { Publication } from './publication.ts';

/**
 * What the public report of a system says: the municipality's values, of which small numbers are hidden; nothing of
 * single organisations. Who did not answer is not named where schools are not. Nor of the municipalities of a region side
 * by side: what is hidden is decided for the workspace as a whole, and a municipality of two schools would give away each.
 */
export function publicContext(
  context: SystemContext,
  publication: Publication,
  { named }: { named: boolean },
): SystemContext {
  const shown = (answer: SystemContext['answers'][number], year: number) => {
    const one = publication.answer(answer, year);
    return named ? one : withoutNames(one);
  };
  const { municipalities: _, ...rest } = context;
  return {
    ...rest,
    answers: context.answers
      .filter(({ unit }) => unit === 'municipality')
      .map((answer) => shown(answer, context.year)),
    courses: context.courses
      .filter(({ answer }) => answer.unit === 'municipality')
      .map(({ answer, years }) => ({
        answer: shown(answer, context.year),
        years: years.map((one) => ({ year: one.year, answer: shown(one.answer, one.year) })),
      })),
    measures: context.measures.flatMap(withoutNumbers),
  };
}

/** Recommendations that rest on a published value of the municipality. */
export function publicRecommendations(
  recommendations: readonly Recommendation[],
  publication: Publication,
  year: number,
): Recommendation[] {
  return recommendations.flatMap((one) => {
    const { answer, because, papers, years } = one;
    if (answer.unit !== 'municipality' || papers.length > 0 || years.length > 0) return [];
    if (because.kind === 'incomplete') return [];
    const shown = { ...publication.answer(answer, year), missing: [], status: 'computed' as const };
    const { withheld } = shown;
    if (withheld?.value !== undefined || withheld?.denominator !== undefined) return [];
    if (because.kind === 'worse' && shown.change === null) return [];
    return [{ ...one, answer: shown }];
  });
}

/** Measures are named; values before and after them, and what schools with and without them show, are not told. */
function withoutNumbers(sheet: ReportSheet): ReportSheet[] {
  const { table } = sheet;
  if (!table.id.endsWith('-measures')) return [];
  const named = [...new Map(table.rows.map((row) => [row.title, row])).values()];
  return [
    {
      name: sheet.name,
      title: sheet.title,
      lead: 'Меры и решения раздела. Значения показателей до и после мер в публичном отчёте не приводятся.',
      table: {
        id: table.id,
        empty: table.empty,
        columns: [
          { key: 'kind', title: 'Вид', type: 'text', width: 12 },
          { key: 'title', title: 'Название', type: 'text', width: 50, wrap: true },
          { key: 'from', title: 'Начало', type: 'text', width: 12 },
          { key: 'to', title: 'Окончание', type: 'text', width: 12 },
          { key: 'status', title: 'Состояние', type: 'text', width: 18 },
        ],
        rows: named.map((row) => ({
          kind: row.kind ?? null,
          title: row.title ?? null,
          from: row.from ?? null,
          to: row.to ?? null,
          status: row.status ?? null,
        })),
      },
    },
  ];
}
