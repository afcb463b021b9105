import type { ReportSheet } from '../report.ts';
import type { LowContext } from './context.ts';
import { STATUS_WORDS, wordTone } from './words.ts';

/** «Показатели»: the municipality's indicators of section 1.2. */
export function indicatorsSheet({ indicators, municipality }: LowContext, year: number): ReportSheet {
  return {
    name: 'Показатели',
    title: `Показатели раздела 1.2, ${year} год`,
    lead: `${municipality}: доли в целом по муниципалитету с числителем и знаменателем.`,
    frozenColumns: 1,
    table: {
      id: 'low-indicators',
      empty: 'Показатели не вычислены.',
      columns: [
        { key: 'title', title: 'Показатель', type: 'text', width: 52, wrap: true },
        { key: 'numerator', title: 'Числитель', type: 'integer' },
        { key: 'denominator', title: 'Знаменатель', type: 'integer' },
        {
          key: 'value',
          title: 'Значение',
          type: 'share',
          width: 12,
          shareOf: { part: 'numerator', whole: 'denominator' },
        },
        { key: 'status', title: 'Состояние', type: 'verdict', width: 16, tone: wordTone },
        { key: 'note', title: 'Примечание', type: 'text', width: 36, wrap: true },
        { key: 'clause', title: 'Пункт Положения', type: 'text', width: 16, wrap: true },
        { key: 'id', title: 'Код показателя', type: 'text', width: 30, wrap: true },
      ],
      rows: indicators.map(({ status, note, ...line }) => ({
        ...line,
        status: STATUS_WORDS[status],
        note: note ?? '—',
      })),
    },
  };
}
