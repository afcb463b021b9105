import type { Objectivity } from '../../regulation/objectivity/objectivity.ts';
import type { ReportColumn, ReportSheet } from '../report.ts';
import type { HistoryLine } from './context.ts';
import { flagCounts, share } from './counts.ts';

/** Shares that are followed over the years. */
const SHARES = [
  {
    key: 'schoolShare',
    part: 'schoolsFlagged',
    whole: 'schools',
    title: 'Школ в зоне риска',
    counted: 'школы с отмеченной работой ÷ школы с работами',
  },
  {
    key: 'paperShare',
    part: 'papersFlagged',
    whole: 'papers',
    title: 'Отмеченных работ',
    counted: 'отмеченные работы ÷ все работы школ',
  },
  {
    key: 'procedureIndex',
    part: 'inRiskZone',
    whole: 'participants',
    title: 'Индекс процедур',
    counted: 'участники отмеченных работ ÷ участники всех работ',
  },
  {
    key: 'medalIndex',
    part: 'medalsUnconfirmed',
    whole: 'medalCandidates',
    title: 'Индекс медалистов',
    counted: 'претенденты существенно ниже требуемого ÷ претенденты с ЕГЭ',
  },
  {
    key: 'olympiadIndex',
    part: 'olympiadsUnconfirmed',
    whole: 'olympiadHolders',
    title: 'Индекс олимпиад',
    counted: 'дипломы с ЕГЭ ниже порога ÷ дипломы с ЕГЭ',
  },
] as const satisfies readonly {
  part: keyof HistoryLine;
  whole: keyof HistoryLine;
  key: string;
  title: string;
  counted: string;
}[];

/** One year of sections 1.1 and 2.1 in numbers; null where there is nothing to count. */
export function historyLine(data: Objectivity): HistoryLine {
  const { year, procedures, medalists, olympiads } = data;
  const { schools, schoolsFlagged, papers, papersFlagged } = flagCounts(data);
  const known = <T>(count: T) => (papers > 0 ? count : null);
  const whole = procedures.filter(({ paper }) => paper === null);
  const total = <T>(list: readonly T[], of: (one: T) => number) =>
    list.length === 0 ? null : list.reduce((sum, one) => sum + of(one), 0);
  return {
    year,
    schools: known(schools),
    schoolsFlagged: known(schoolsFlagged),
    papers: known(papers),
    papersFlagged: known(papersFlagged),
    participants: known(total(whole, ({ participants }) => participants)),
    inRiskZone: known(total(whole, ({ inRiskZone }) => inRiskZone)),
    medalCandidates: medalists.unconfirmed === null ? null : medalists.withEge || null,
    medalsUnconfirmed: medalists.withEge === 0 ? null : medalists.unconfirmed,
    olympiadHolders: total(olympiads, ({ withEge }) => withEge),
    olympiadsUnconfirmed: total(olympiads, ({ unconfirmed }) => unconfirmed),
  };
}

/** «По годам»: the indices of the municipality over the years, with a picture; «По годам, числа»: their counts. */
export function historySheets(history: readonly HistoryLine[]): ReportSheet[] {
  return [sharesSheet(history), countsSheet(history)];
}

function sharesSheet(history: readonly HistoryLine[]): ReportSheet {
  return {
    name: 'По годам',
    title: 'Индексы по годам',
    lead: 'Доли по муниципалитету в целом: чем ниже линия, тем меньше признаков необъективности.',
    notes: [
      'Год — календарный, в котором учебный год кончается. «Нет данных» на диаграмме — разрыв линии, не ноль.',
      'Сравнивайте годы с оглядкой на то, какие данные загружены: от этого зависит, какие признаки можно оценить.',
    ],
    frozenColumns: 1,
    table: {
      id: 'indices-history',
      empty: 'Данных по годам нет.',
      columns: [
        { key: 'year', title: 'Год', type: 'year' },
        ...SHARES.map(({ key, title }): ReportColumn => ({ key, title, type: 'share', width: 18 })),
      ],
      rows: history.map((line) => ({
        year: line.year,
        ...Object.fromEntries(SHARES.map(({ key, part, whole }) => [key, share(line[part], line[whole])])),
      })),
    },
    charts: [
      {
        kind: 'line',
        title: 'Индексы по годам',
        description: 'Линии — доли школ, работ, участников, претендентов на медаль и дипломов с признаками.',
        category: 'year',
        series: SHARES.map(({ key, title }) => ({ key, title })),
        axis: 'share',
      },
    ],
  };
}

function countsSheet(history: readonly HistoryLine[]): ReportSheet {
  return {
    name: 'По годам, числа',
    title: 'Индексы по годам: числа, из которых они сложены',
    lead: 'Доля — формула: «С признаками» ÷ «Всего».',
    frozenColumns: 2,
    table: {
      id: 'indices-history-counts',
      empty: 'Данных по годам нет.',
      columns: [
        { key: 'index', title: 'Индекс', type: 'text', width: 28 },
        { key: 'year', title: 'Год', type: 'year' },
        { key: 'counted', title: 'Что считается', type: 'text', width: 60, wrap: true },
        { key: 'part', title: 'С признаками', type: 'integer' },
        { key: 'whole', title: 'Всего', type: 'integer' },
        { key: 'share', title: 'Доля', type: 'share', shareOf: { part: 'part', whole: 'whole' } },
      ],
      rows: SHARES.flatMap(({ title, counted, part, whole }) =>
        history.map((line) => ({
          index: title,
          year: line.year,
          counted,
          part: line[part],
          whole: line[whole],
          share: share(line[part], line[whole]),
        })),
      ),
    },
  };
}
