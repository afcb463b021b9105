import { formatDecimal, formatNumber, formatShare } from '../number-format.ts';
import { wayOf } from '../prose/change.ts';
import type { ReportTable } from '../report.ts';
import { STATUS_WORDS, statusTone } from '../system/words.ts';
import type { AnnualIndicator } from './annual.ts';
import { measureOf } from './measure-of.ts';

/** Stands where a quantity does not exist, unlike one that is not known. */
const NOT_COUNTED = '—';

/** What is measured: every indicator with its formula and clause. */
export function measuredTable(system: string, indicators: readonly AnnualIndicator[]): ReportTable {
  return {
    id: `${system}-measured`,
    empty: 'Показатели по этой системе не переданы в отчёт.',
    columns: [
      { key: 'title', title: 'Показатель', type: 'text', width: 44, wrap: true },
      { key: 'formula', title: 'Как вычисляется', type: 'text', width: 40, wrap: true },
      { key: 'clause', title: 'Пункт Положения', type: 'text', width: 16, wrap: true },
    ],
    rows: indicators.map(({ title, formula, clause }) => ({ title, formula, clause })),
  };
}

/** The values of the year with what they are made of. */
export function valuesTable(system: string, indicators: readonly AnnualIndicator[]): ReportTable {
  return {
    id: `${system}-values`,
    empty: 'Показатели по этой системе не переданы в отчёт.',
    columns: [
      { key: 'title', title: 'Показатель', type: 'text', width: 44, wrap: true },
      { key: 'numerator', title: 'Числитель', type: 'number', width: 11 },
      { key: 'denominator', title: 'Знаменатель', type: 'number', width: 11 },
      { key: 'value', title: 'Значение', type: 'number', width: 10 },
      {
        key: 'status',
        title: 'Состояние',
        type: 'verdict',
        width: 14,
        tone: statusTone,
      },
    ],
    rows: indicators.map((indicator) => {
      const { title, status, value, numerator, denominator, withheld } = indicator;
      const absent = status === 'not-applicable' ? NOT_COUNTED : null;
      const counts = measureOf(indicator) === 'share' ? absent : NOT_COUNTED;
      return {
        title,
        numerator: withheld?.numerator ?? numerator ?? counts,
        denominator: withheld?.denominator ?? denominator ?? counts,
        value: withheld?.value ?? (value === null ? absent : valueText(value, indicator)),
        status: STATUS_WORDS[status],
      };
    }),
  };
}

/** Values of the year beside those of the year before, where both are known. */
export function dynamicsTable(
  system: string,
  indicators: readonly AnnualIndicator[],
  year: number,
): ReportTable {
  const compared = indicators.filter(({ value, previous }) => value !== null && previous !== null);
  return {
    id: `${system}-dynamics`,
    empty: 'Сравнить не с чем.',
    columns: [
      { key: 'title', title: 'Показатель', type: 'text', width: 48, wrap: true },
      { key: 'from', title: 'Год сравнения', type: 'year', width: 11 },
      { key: 'before', title: 'Было', type: 'number', width: 10 },
      { key: 'now', title: `${year} год`, type: 'number', width: 10 },
      { key: 'change', title: 'Изменение', type: 'number', width: 12 },
    ],
    rows: compared.map((indicator) => {
      const { title, value, previous } = indicator;
      return {
        title,
        from: previous!.year,
        before: valueText(previous!.value, indicator),
        now: valueText(value!, indicator),
        change: changeText(previous!.value, value!, indicator),
      };
    }),
  };
}

function valueText(value: number, indicator: AnnualIndicator): string {
  const measure = measureOf(indicator);
  if (measure === undefined) return value > 0 ? 'есть' : 'нет';
  return measure === 'share' ? formatShare(value) : formatNumber(value);
}

/** A signed difference: «+3,2 п. п.», «−4», «0». */
function changeText(before: number, now: number, indicator: AnnualIndicator): string {
  const measure = measureOf(indicator);
  if (measure === undefined) return NOT_COUNTED;
  const way = wayOf(before, now, measure);
  const size = Math.abs(Number((now - before).toPrecision(10)));
  const sign = { rose: '+', fell: '−', stayed: '', barely: '' }[way];
  if (measure === 'count') return `${sign}${formatNumber(size)}`;
  return way === 'barely'
    ? 'менее\u00a00,1\u00a0п.\u00a0п.'
    : `${sign}${formatDecimal(Number((size * 100).toPrecision(10)), 1)}\u00a0п.\u00a0п.`;
}
