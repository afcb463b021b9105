import type { ReportSheet } from '../report.ts';
import { STATUS_WORDS, statusTone } from '../system/words.ts';

/** A municipal indicator (показатель) of a section: a share with its counts. */
export interface IndicatorLine {
  id: string;
  title: string;
  clause: string;
  numerator: number | null;
  denominator: number | null;
  /** Fraction. */
  value: number | null;
  status: 'computed' | 'no-data' | 'incomplete' | 'not-applicable';
  note: string | null;
}

/** Where the sheet stands: the section's number, the beginning of its table's id, the municipality, the year. */
export interface IndicatorsPlace {
  number: string;
  section: string;
  municipality: string;
  year: number;
}

/** «Показатели»: the municipality's indicators of a section. */
export function indicatorsSheet(
  indicators: readonly IndicatorLine[],
  { number, section, municipality, year }: IndicatorsPlace,
): ReportSheet {
  return {
    name: 'Показатели',
    title: `Показатели раздела ${number}, ${year} год`,
    lead: `${municipality}: доли в целом по муниципалитету с числителем и знаменателем.`,
    frozenColumns: 1,
    table: {
      id: `${section}-indicators`,
      empty: 'Показатели не вычислены.',
      columns: [
        { key: 'title', title: 'Показатель', type: 'text', width: 42, wrap: true },
        { key: 'numerator', title: 'Числитель', type: 'integer' },
        { key: 'denominator', title: 'Знаменатель', type: 'integer' },
        {
          key: 'value',
          title: 'Значение',
          type: 'share',
          width: 12,
          shareOf: { part: 'numerator', whole: 'denominator' },
        },
        { key: 'status', title: 'Состояние', type: 'verdict', width: 16, tone: statusTone },
        { key: 'note', title: 'Примечание', type: 'text', width: 30, wrap: true },
        { key: 'clause', title: 'Пункт Положения', type: 'text', width: 14, wrap: true },
        { key: 'id', title: 'Код показателя', type: 'text', width: 24, wrap: true },
      ],
      rows: indicators.map(({ status, note, ...line }) => ({
        ...line,
        status: STATUS_WORDS[status],
        note: note ?? '—',
      })),
    },
  };
}
