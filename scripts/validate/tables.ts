import { BIAS_TITLES, BIASES, type Bias } from './bias.ts';
import {
  BANDS,
  type Case,
  casesOf,
  flagged,
  hasSign,
  type Rates,
  ratesOf,
  rivalAccuses,
  rivalAt,
} from './measure.ts';
import type { RegionPlan } from './region.ts';
import { RIVALS } from './rivals.ts';

const SIGNS = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'] as const;

/** Participants from which the goals are set. */
const GOAL_FROM = 15;

/** How much is invented: how many regions of how many schools. */
export interface Size {
  regions: number;
  schools: number;
}

/** Cases of all regions of one plan. */
export function invent(size: Size, plan: Omit<RegionPlan, 'key' | 'schools'>): Case[] {
  return Array.from({ length: size.regions }, (_, index) =>
    casesOf({ ...plan, key: `region ${index}`, schools: size.schools }),
  ).flat();
}

const BOTH_YEARS = { gathered: false, years: [2021, 2022], tasks: true, journal: true };
const GOAL = { ...BOTH_YEARS, share: 0.2, biases: ['tenth', 'border'] } satisfies Partial<RegionPlan>;

/** The whole measurement as Markdown tables in Russian. */
export function tables(size: Size): string {
  const goal = invent(size, GOAL);
  return [
    `Регионов ${size.regions}, школ в каждом ${size.schools}; работ в первой таблице ${goal.length}.`,
    '## По числу участников: 20 % работ завышены (половина на десятую шкалы, половина до границы отметки)',
    byBand(goal),
    `## Отдельные признаки, n ≥ ${GOAL_FROM}`,
    bySign(goal.filter(big)),
    `## По способам завышения (20 % работ, один способ), n ≥ ${GOAL_FROM}`,
    byBias(size),
    `## По доле завышенных работ и по тому, какие данные есть, n ≥ ${GOAL_FROM}`,
    byData(size),
  ].join('\n\n');
}

function big({ participants }: Case): boolean {
  return participants >= GOAL_FROM;
}

function byBand(cases: readonly Case[]): string {
  const rows = [...BANDS, [GOAL_FROM, 999] as const].map(([from, to]) => {
    const band = cases.filter(({ participants }) => participants >= from && participants <= to);
    const ours = ratesOf(band, flagged);
    const rivals = RIVALS.map(
      ({ id }) => ratesOf(band, rivalAt(id, band, ours.falseAlarms ?? 0)).detected ?? 0,
    );
    const best = Math.max(...rivals);
    const times = best === 0 ? '—' : `${((ours.detected ?? 0) / best).toFixed(1).replace('.', ',')}×`;
    return [to === 999 ? `от ${from}` : `${from}–${to}`, ...shownRates(ours), ...rivals.map(percent), times];
  });
  return table(
    [
      'n',
      ...RATE_TITLES,
      ...RIVALS.map(({ title }) => `найдено: ${title}, при той же ложной тревоге`),
      'во сколько раз лучше лучшего',
    ],
    rows,
  );
}

function bySign(cases: readonly Case[]): string {
  const rules: [string, (one: Case) => boolean][] = [
    ['вывод о работе (по умолчанию)', flagged],
    [
      'только согласие признаков',
      ({ signs }) => signs.flagged && SIGNS.filter((id) => hasSign(id)({ signs } as Case)).length < 2,
    ],
    ...SIGNS.map((id): [string, (one: Case) => boolean] => [`${id} один`, hasSign(id)]),
    ...RIVALS.map(({ id, title }): [string, (one: Case) => boolean] => [
      `${title}, свой порог`,
      rivalAccuses(id),
    ]),
  ];
  return table(
    ['правило', ...RATE_TITLES],
    rules.map(([title, accuses]) => [title, ...shownRates(ratesOf(cases, accuses))]),
  );
}

function byBias(size: Size): string {
  const rows = BIASES.flatMap((bias: Bias) => {
    const cases = invent(size, { ...GOAL, biases: [bias] }).filter(big);
    return [
      [
        BIAS_TITLES[bias],
        ...shownRates(ratesOf(cases, flagged)),
        ...SIGNS.map((id) => percent(ratesOf(cases, hasSign(id)).detected)),
      ],
    ];
  });
  return table(['способ', ...RATE_TITLES, ...SIGNS.map((id) => `${id} нашёл`)], rows);
}

function byData(size: Size): string {
  const variants: [string, Omit<RegionPlan, 'key' | 'schools'>][] = [
    ['завышенных работ нет', { ...GOAL, share: 0 }],
    ['завышено 5 % работ', { ...GOAL, share: 0.05 }],
    ['завышено 20 % работ', GOAL],
    ['20 %, собраны в 29 % школ', { ...GOAL, gathered: true }],
    ['20 %, следующего года ещё нет', { ...GOAL, years: [2021] }],
    ['20 %, нет баллов по заданиям', { ...GOAL, tasks: false }],
    ['20 %, нет отметок по журналу', { ...GOAL, journal: false }],
    ['20 %, только распределение баллов', { ...GOAL, tasks: false, journal: false }],
  ];
  const rows = variants.map(([title, plan]) => [
    title,
    ...shownRates(ratesOf(invent(size, plan).filter(big), flagged)),
  ]);
  const few = invent({ regions: Math.round((size.regions * size.schools) / 6), schools: 6 }, GOAL).filter(
    big,
  );
  return table(
    ['данные', ...RATE_TITLES],
    [...rows, ['20 %, в рабочей папке только 6 школ муниципалитета', ...shownRates(ratesOf(few, flagged))]],
  );
}

const RATE_TITLES = [
  'работ',
  'найдено завышенных',
  'ложная тревога среди честных',
  'ложных среди найденных',
  'работ сильных честных школ названо',
  'сильных честных школ хотя бы с одной названной работой',
];

function shownRates(rates: Rates): string[] {
  const { papers, detected, falseAlarms, falseDiscoveries, strong, strongSchools } = rates;
  return [String(papers), ...[detected, falseAlarms, falseDiscoveries, strong, strongSchools].map(percent)];
}

function percent(share: number | null): string {
  return share === null ? '—' : `${(100 * share).toFixed(1).replace('.', ',')} %`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
