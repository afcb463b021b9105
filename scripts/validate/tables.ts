import { loadParameters } from '../../src/regulation/parameters/parameters.ts';
import { BIAS_TITLES, BIASES, type Bias } from './bias.ts';
import {
  BANDS,
  type Case,
  casesOf,
  flagged,
  flaggedAt,
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

/** How much is invented: how many regions of how many schools; four times as many regions for the goals. */
export interface Size {
  regions: number;
  schools: number;
}

/** Levels of agreement on the curve; the loosest is that of the run. */
const LEVELS = [0, 0.001, 0.005, 0.01, 0.02, 0.05] as const;

/** Cases of all regions of one plan. */
export function invent(
  size: Size,
  plan: Omit<RegionPlan, 'key' | 'schools'>,
  overrides: Readonly<Record<string, unknown>> = {},
): Case[] {
  return Array.from({ length: size.regions }, (_, index) =>
    casesOf({ ...plan, key: `region ${index}`, schools: size.schools }, overrides),
  ).flat();
}

const BOTH_YEARS = { gathered: false, years: [2021, 2022], tasks: true, journal: true };
const GOAL = { ...BOTH_YEARS, share: 0.2, biases: ['tenth', 'border'] } satisfies Partial<RegionPlan>;

const DEFAULT_LEVEL = loadParameters().number('objectivity.agreement-level');
/** The flag as it is by default. */
const byDefault = flaggedAt(DEFAULT_LEVEL);

/** The whole measurement as Markdown tables in Russian. */
export function tables(size: Size): string {
  const many = { ...size, regions: 4 * size.regions };
  const goal = invent(many, GOAL, { 'objectivity.agreement-level': LEVELS.at(-1) });
  return [
    `Школ в каждом регионе ${size.schools}; регионов ${many.regions} в первых трёх таблицах (работ ${goal.length}) и ${size.regions} в остальных.`,
    '## По числу участников: 20 % работ завышены (половина на десятую шкалы, половина до границы отметки)',
    byBand(goal),
    goalsOf(goal),
    `## Кривая: чем строже порог q согласия, тем меньше найдено и тем реже обвинены честные, n ≥ ${GOAL_FROM}`,
    byLevel(goal.filter(big)),
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

/** Our rates in a band of participants, and what each rival finds at the same rate of false alarms. */
function bandOf(cases: readonly Case[], [from, to]: readonly [number, number]) {
  const band = cases.filter(({ participants }) => participants >= from && participants <= to);
  const ours = ratesOf(band, byDefault);
  const rivals = RIVALS.map(
    ({ id }) => ratesOf(band, rivalAt(id, band, ours.falseAlarms ?? 0)).detected ?? 0,
  );
  const best = Math.max(...rivals);
  return { ours, rivals, times: best === 0 ? null : (ours.detected ?? 0) / best };
}

/** Where the goals are met, in words. */
function goalsOf(cases: readonly Case[]): string {
  const met = (band: readonly [number, number]) => {
    const { ours, times } = bandOf(cases, band);
    const { falseDiscoveries, strongSchools, detected } = ours;
    return (
      (falseDiscoveries ?? 1) <= 0.05 &&
      (strongSchools ?? 0) <= 0.01 &&
      (detected ?? 0) > 0 &&
      (times ?? Number.POSITIVE_INFINITY) >= 2
    );
  };
  const name = ([from, to]: readonly [number, number]) => (to === 999 ? `от ${from}` : `${from}–${to}`);
  const all = [...BANDS, [GOAL_FROM, 999] as const];
  const listed = (bands: readonly (readonly [number, number])[]) => bands.map(name).join(', ') || 'нигде';
  return `Три цели сразу (ложных среди найденных не больше 5 %, сильных честных школ с названной работой не больше 1 %, найдено не меньше чем вдвое больше лучшего из трёх правил) выполнены при n: ${listed(all.filter(met))}; не выполнены: ${listed(all.filter((band) => !met(band)))}.`;
}

function byLevel(cases: readonly Case[]): string {
  const rows = LEVELS.map((level) => [
    level === 0
      ? 'без согласия, только два признака'
      : `q ≤ ${String(level).replace('.', ',')}${level === DEFAULT_LEVEL ? ' (по умолчанию)' : ''}`,
    ...shownRates(ratesOf(cases, flaggedAt(level))),
  ]);
  return table(['порог', ...RATE_TITLES], rows);
}

function byBand(cases: readonly Case[]): string {
  const rows = [...BANDS, [GOAL_FROM, 999] as const].map(([from, to]) => {
    const { ours, rivals, times: ratio } = bandOf(cases, [from, to]);
    const times = ratio === null ? '—' : `${ratio.toFixed(1).replace('.', ',')}×`;
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
    ['вывод о работе (по умолчанию)', byDefault],
    ['только согласие признаков', (one) => byDefault(one) && !one.bySigns],
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
