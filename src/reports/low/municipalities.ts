import { foldText } from '../../records/fold.ts';
import { summaryOf } from '../../regulation/risk-schools.ts';
import type { RiskSchools, SchoolVerdict } from '../../regulation/verdict.ts';
import type { ReportSheet } from '../report.ts';

/** The summary of section 1.2 for one municipality of a region. */
export interface MunicipalitySummary {
  /** `null`: schools of which the roster names no municipality. */
  municipality: string | null;
  summary: RiskSchools['summary'];
}

/**
 * Municipalities side by side, in the order of the alphabet; schools without one come last.
 * @returns nothing where the schools are of one municipality, or of none
 */
export function municipalitySummaries(
  { schools }: RiskSchools,
  municipalityOf: (school: string) => string | undefined,
): MunicipalitySummary[] {
  const groups = new Map<string, { municipality: string | null; group: SchoolVerdict[] }>();
  for (const school of schools) {
    const municipality = municipalityOf(school.school) || null;
    const key = foldText(municipality ?? '');
    const held = groups.get(key);
    if (held) held.group.push(school);
    else groups.set(key, { municipality, group: [school] });
  }
  if ([...groups.values()].filter(({ municipality }) => municipality !== null).length < 2) return [];
  return [...groups.values()]
    .map(({ municipality, group }) => ({ municipality, summary: summaryOf(group) }))
    .sort((a, b) =>
      a.municipality === null
        ? 1
        : b.municipality === null
          ? -1
          : a.municipality.localeCompare(b.municipality, 'ru'),
    );
}

/** «Муниципалитеты»: how many schools of each are in each category. */
export function municipalitiesSheet(
  { year }: RiskSchools,
  summaries: readonly MunicipalitySummary[],
): ReportSheet {
  return {
    name: 'Муниципалитеты',
    title: `Муниципалитеты рядом, ${year} год`,
    lead: 'Сколько школ каждого муниципалитета отнесено к каждой категории, по реестру ОО.',
    notes: ['Доля — школы хотя бы в одной категории от всех школ муниципалитета.'],
    frozenColumns: 1,
    table: {
      id: 'low-municipalities',
      empty: 'Муниципалитетов нет.',
      columns: [
        { key: 'municipality', title: 'Муниципалитет', type: 'text', width: 38, wrap: true },
        { key: 'schools', title: 'Всего школ', type: 'integer' },
        { key: 'lowResults', title: 'Низкие результаты', type: 'integer' },
        { key: 'adverseConditions', title: 'Социальные условия', type: 'integer' },
        { key: 'riskZone', title: 'Зона риска', type: 'integer' },
        { key: 'any', title: 'Хотя бы одна категория', type: 'integer' },
        { key: 'undecided', title: 'Данных недостаточно', type: 'integer' },
        { key: 'share', title: 'Доля школ', type: 'share', shareOf: { part: 'any', whole: 'schools' } },
      ],
      rows: summaries.map(({ municipality, summary }) => ({
        municipality: municipality ?? 'в реестре не указан',
        ...summary,
      })),
    },
  };
}
