import type { Recommendation } from '../../regulation/recommendations/recommend.ts';
import type { ReportTable } from '../report.ts';
import { recommendationReason, recommendationText } from './words.ts';

/** A line for each recommendation, in the order of addressees; with the name of the organisation it is about. */
export function recommendationTable(
  id: string,
  recommendations: readonly Recommendation[],
  nameOf: (code: string) => string,
  empty: string,
): ReportTable {
  return {
    id,
    empty,
    columns: [
      { key: 'system', title: 'Раздел', type: 'text', width: 7 },
      { key: 'addressee', title: 'Кому', type: 'text', width: 22, wrap: true },
      { key: 'about', title: 'О ком', type: 'text', width: 18, wrap: true },
      { key: 'what', title: 'Рекомендация', type: 'text', width: 44, wrap: true },
      { key: 'reason', title: 'Основание', type: 'text', width: 44, wrap: true },
      { key: 'measure', title: 'Подходящая мера', type: 'text', width: 30, wrap: true },
    ],
    rows: recommendations.map((recommendation) => ({
      system: recommendation.system,
      addressee: recommendation.addressee.text,
      about:
        recommendation.answer.unit === 'municipality' ? 'муниципалитет' : nameOf(recommendation.answer.code),
      what: recommendationText(recommendation),
      reason: recommendationReason(recommendation),
      measure: `${recommendation.measure.id} ${recommendation.measure.text}`,
    })),
  };
}
