import { type Objectivity, SIGN_IDS } from '../../regulation/objectivity/objectivity.ts';
import type { ReportSheet } from '../report.ts';
import type { ObjectivityContext } from './context.ts';
import { hasResults } from './counts.ts';

/** External indices from this on stand in one line. */
const MANY = 4;

/** «Итоги»: schools by their external index, with a picture. */
export function totalsSheet({ schools, year }: Objectivity): ReportSheet {
  const taken = schools.filter(hasResults);
  const highest = Math.max(0, ...taken.map(({ externalIndex }) => externalIndex));
  const lines = Array.from({ length: Math.min(MANY, Math.max(1, highest)) + 1 }, (_, index) => ({
    index: index === MANY ? `${MANY} и больше` : index === 0 ? '0 — не отмечены' : String(index),
    schools: taken.filter(({ externalIndex }) =>
      index === MANY ? externalIndex >= MANY : externalIndex === index,
    ).length,
  }));
  const none = schools.length - taken.length;
  return {
    name: 'Итоги',
    title: `Итоги: школы по внешнему индексу необъективности, ${year} год`,
    lead: 'Внешний индекс — число работ школы, отмеченных по признакам; 1 и больше — «зона риска» Положения.',
    notes: none > 0 ? [`Школ без работ с результатами: ${none}; индекс для них не вычисляется.`] : [],
    frozenColumns: 1,
    table: {
      id: 'objectivity-totals',
      empty: 'Ни одна школа не писала работ этого года, или результаты не загружены.',
      columns: [
        { key: 'index', title: 'Внешний индекс', type: 'text', width: 30 },
        { key: 'schools', title: 'Школ', type: 'integer' },
        { key: 'all', title: 'Всего школ с работами', type: 'integer' },
        { key: 'share', title: 'Доля школ', type: 'share', shareOf: { part: 'schools', whole: 'all' } },
      ],
      rows:
        taken.length === 0
          ? []
          : lines.map((line) => ({ ...line, all: taken.length, share: line.schools / taken.length })),
    },
    charts: [
      {
        kind: 'column',
        title: 'Сколько школ с каждым внешним индексом',
        description: `Столбцы — число школ из ${taken.length}: слева не отмеченные, правее — с одной, двумя и более отмеченными работами.`,
        category: 'index',
        series: [{ key: 'schools', title: 'Школ' }],
        axis: 'integer',
        axisTitles: { category: 'Внешний индекс', value: 'Школ' },
      },
    ],
  };
}

/** «Итоги по признакам»: how many papers each sign was found in, and in how many it could not be assessed. */
export function signTotalsSheet({ schools, year }: Objectivity, { signs }: ObjectivityContext): ReportSheet {
  const papers = schools.flatMap((school) => school.signs);
  const count = (id: (typeof SIGN_IDS)[number], state: string) =>
    papers.filter((paper) => paper.signs[id].state === state).length;
  return {
    name: 'Итоги по признакам',
    title: `Итоги по признакам, ${year} год`,
    lead: 'В скольких работах школ найден каждый признак. Работа — одна школа, один предмет и класс.',
    notes: [
      '«Не оценивается» — для признака нет данных: чего не хватает, сказано на листе «Чего не хватает».',
    ],
    frozenColumns: 1,
    table: {
      id: 'objectivity-sign-totals',
      empty: 'Работ нет.',
      columns: [
        { key: 'sign', title: 'Признак', type: 'text', width: 44 },
        { key: 'yes', title: 'Найден', type: 'integer' },
        { key: 'no', title: 'Не найден', type: 'integer' },
        { key: 'unknown', title: 'Не оценивается', type: 'integer' },
        { key: 'papers', title: 'Всего работ', type: 'integer' },
      ],
      rows:
        papers.length === 0
          ? []
          : SIGN_IDS.map((id) => ({
              sign: `${id} ${signs.find((sign) => sign.id === id)?.title ?? ''}`.trim(),
              yes: count(id, 'yes'),
              no: count(id, 'no'),
              unknown: count(id, 'not-assessable'),
              papers: papers.length,
            })),
    },
    charts: [
      {
        kind: 'stacked-bar',
        title: 'Работы по признакам',
        description: `Полосы — сколько из ${papers.length} работ получили по каждому признаку «найден», «не найден» и «не оценивается».`,
        category: 'sign',
        series: [
          { key: 'yes', title: 'Найден' },
          { key: 'no', title: 'Не найден' },
          { key: 'unknown', title: 'Не оценивается' },
        ],
        axis: 'integer',
      },
    ],
  };
}
