import { summaryOf } from '../../regulation/risk-schools.ts';
import type { RiskSchools, SchoolVerdict } from '../../regulation/verdict.ts';
import type { ReportSheet } from '../report.ts';
import { MUNICIPALITY_UNKNOWN, type MunicipalityGroup } from '../section/by-municipality.ts';

/** The summary of section 1.2 for one municipality of a region. */
export interface MunicipalitySummary {
  /** `null`: schools of which the roster names no municipality. */
  municipality: string | null;
  summary: RiskSchools['summary'];
}

/** Municipalities side by side; see `byMunicipality`. */
export function municipalitySummaries(
  groups: readonly MunicipalityGroup<SchoolVerdict>[],
): MunicipalitySummary[] {
  return groups.map(({ municipality, schools }) => ({ municipality, summary: summaryOf(schools) }));
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
        municipality: municipality ?? MUNICIPALITY_UNKNOWN,
        ...summary,
      })),
    },
  };
}
