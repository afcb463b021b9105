import { paperName } from '../../records/paper-name.ts';
import type { Objectivity } from '../../regulation/objectivity/objectivity.ts';
import type { ReportChart, ReportSheet } from '../report.ts';
import type { ObjectivityContext, PaperSittings } from './context.ts';
import { STATE_WORDS, signTone } from './words.ts';

/** Half-widths of the limits in standard errors: two-sided 95 % and 99,8 %. */
const LIMITS = [
  { title: 'Граница 95 %', width: 1.96 },
  { title: 'Граница 99,8 %', width: 3.09 },
] as const;
/** A funnel is worth drawing from so many schools on. */
const LEAST_SCHOOLS = 10;
const MOST_FUNNELS = 4;
/** How many flagged papers a caption names. */
const NAMED = 5;

type Line = ReturnType<typeof linesOf>[number];

/** «Воронка»: the mean of each school in each paper, what was expected of it, and the limits of honest differences. */
export function funnelSheet(data: Objectivity, { papers }: ObjectivityContext): ReportSheet {
  const lines = papers
    .toSorted((first, second) => (first.id < second.id ? -1 : 1))
    .flatMap((paper) => linesOf(paper, data));
  return {
    name: 'Воронка',
    title: `Воронка: средние баллы школ против ожидаемых, ${data.year} год`,
    lead: 'Чем меньше участников, тем шире пределы, в которых средний балл бывает случайно. Ожидаемый — по региону или другим школам.',
    notes: [
      'z — расстояние от ожидаемого в стандартных ошибках. Вне 95 % случайно оказывается одна работа из 20, вне 99,8 % — одна из 500.',
      'Выход за границу — ещё не признак: признак B1 учитывает, сколько работ проверено (q). Сильная школа стоит высоко честно.',
    ],
    frozenColumns: 2,
    table: {
      id: 'objectivity-funnel',
      empty: 'Сравнить средние баллы не с чем: нет данных региона и других школ.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 28, wrap: true },
        { key: 'paper', title: 'Работа', type: 'text', width: 30, wrap: true },
        { key: 'participants', title: 'Участников', type: 'integer' },
        { key: 'mean', title: 'Средний балл', type: 'decimal' },
        { key: 'expected', title: 'Ожидаемый балл', type: 'decimal' },
        { key: 'from95', title: '95 % от', type: 'decimal', width: 9 },
        { key: 'to95', title: '95 % до', type: 'decimal', width: 9 },
        { key: 'from998', title: '99,8 % от', type: 'decimal', width: 9 },
        { key: 'to998', title: '99,8 % до', type: 'decimal', width: 9 },
        { key: 'z', title: 'z', type: 'decimal' },
        { key: 'flagged', title: 'Работа отмечена', type: 'verdict', width: 11, tone: signTone },
      ],
      rows: lines.map(({ id: _, ...line }) => line),
    },
    charts: lines.length === 0 ? [] : [standardised(lines), ...funnels(lines)],
  };
}

function linesOf({ id, sittings, standings }: PaperSittings, { schools }: Objectivity) {
  return sittings
    .flatMap((sitting, index) => {
      const standing = standings[index];
      const school = schools.find((one) => one.school === sitting.school);
      if (!standing || !school) return [];
      const { mean, z, comparison } = standing;
      const error = z === 0 ? null : (mean - comparison.mean) / z;
      const limit = (width: number) => (error === null ? null : comparison.mean + width * error);
      return [
        {
          id,
          school: school.school,
          name: school.name,
          paper: paperName(id),
          participants: sitting.participants,
          mean,
          expected: comparison.mean,
          from95: limit(-LIMITS[0].width),
          to95: limit(LIMITS[0].width),
          from998: limit(-LIMITS[1].width),
          to998: limit(LIMITS[1].width),
          z,
          flagged: STATE_WORDS[school.signs.some((one) => one.paper === id && one.flagged) ? 'yes' : 'no'],
        },
      ];
    })
    .toSorted((first, second) => first.participants - second.participants);
}

/** All papers in one funnel: z by the number of participants, so that the limits are the same for all. */
function standardised(lines: readonly Line[]): ReportChart {
  return {
    kind: 'scatter',
    title: 'Все работы: отличие от ожидаемого, z',
    description: `Каждая точка — работа одной школы; чем выше, тем больше средний балл ожидаемого. Большие ромбы — отмеченные работы${named(lines)}.`,
    category: 'participants',
    series: points('z'),
    levels: LIMITS.flatMap(({ title, width }) => [
      { title, value: width },
      { title, value: -width },
    ]),
    axis: 'decimal',
    axisTitles: { category: 'Участников', value: 'z' },
  };
}

/** The funnels of papers that many schools took, those with flagged schools first. */
function funnels(lines: readonly Line[]): ReportChart[] {
  const ids = [...new Set(lines.map(({ id }) => id))];
  return ids
    .map((id) => {
      const from = lines.findIndex((line) => line.id === id);
      const own = lines.filter((line) => line.id === id);
      return { own, from, flagged: own.filter(isFlagged).length };
    })
    .filter(({ own }) => own.length >= LEAST_SCHOOLS)
    .toSorted((first, second) => second.flagged - first.flagged || second.own.length - first.own.length)
    .slice(0, MOST_FUNNELS)
    .map(({ own, from }) => ({
      kind: 'scatter',
      title: `Воронка: ${own[0]!.paper}`,
      description: `Каждая точка — средний балл школы; линии — пределы обычных отличий. Большие ромбы — отмеченные школы${named(own)}.`,
      rows: [from, from + own.length],
      category: 'participants',
      series: [
        ...points('mean'),
        { key: 'from95', title: LIMITS[0].title, form: 'line' },
        { key: 'to95', title: LIMITS[0].title, form: 'line' },
        { key: 'from998', title: LIMITS[1].title, form: 'line' },
        { key: 'to998', title: LIMITS[1].title, form: 'line' },
      ],
      axis: 'decimal',
      axisTitles: { category: 'Участников', value: 'Средний балл' },
    }));
}

function points(key: string): ReportChart['series'] {
  return [
    { key, title: 'Не отмечены', where: { key: 'flagged', is: STATE_WORDS.no } },
    { key, title: 'Отмечены', where: { key: 'flagged', is: STATE_WORDS.yes } },
  ];
}

function isFlagged({ flagged }: Line): boolean {
  return flagged === STATE_WORDS.yes;
}

function named(lines: readonly Line[]): string {
  const flagged = lines.filter(isFlagged).toSorted((first, second) => second.z - first.z);
  if (flagged.length === 0) return ' (здесь их нет)';
  const rest = flagged.length > NAMED ? ` и ещё ${flagged.length - NAMED}` : '';
  const all = new Set(lines.map(({ id }) => id)).size > 1;
  const names = flagged.slice(0, NAMED).map(({ school, paper }) => (all ? `${school} ${paper}` : school));
  return `: ${names.join('; ')}${rest}`;
}
