import { formatNumber, formatShare } from '../number-format.ts';
import type { ReportChart, ReportColumn, ReportSheet } from '../report.ts';
import type { LevelCounts, PaperLevels } from './levels.ts';

const LEVELS: Record<PaperLevels['kind'], readonly string[]> = {
  marks: ['«2»', '«3»', '«4»', '«5»'],
  test: ['ниже минимума', 'от минимума до высоких', 'высокие'],
};

const GROUPS = [
  { key: 'school', title: 'Школа', where: 'в школе' },
  { key: 'municipality', title: 'Муниципалитет', where: 'в муниципалитете' },
  { key: 'region', title: 'Регион', where: 'в регионе' },
] as const;

/** «Отметки рядом» and «ЕГЭ рядом»: a paper of the school beside the municipality and the region, with pictures. */
export function levelsSheets(papers: readonly PaperLevels[], year: number): ReportSheet[] {
  return [
    sheet(
      papers.filter(({ kind }) => kind === 'marks'),
      {
        kind: 'marks',
        name: 'Отметки рядом',
        title: `Отметки школы рядом с муниципалитетом и регионом, ${year} год`,
        lead: 'Как распределились отметки за работы этого года: в школе, во всех школах муниципалитета вместе, в регионе.',
        empty: 'Отметок за работы этого года нет: загрузите результаты ВПР и ОГЭ.',
      },
    ),
    sheet(
      papers.filter(({ kind }) => kind === 'test'),
      {
        kind: 'test',
        name: 'ЕГЭ рядом',
        title: `Результаты ЕГЭ школы рядом с муниципалитетом и регионом, ${year} год`,
        lead: 'Сколько участников не достигли минимального балла и сколько получили высокий.',
        empty: 'Результатов ЕГЭ этого года нет.',
      },
    ),
  ];
}

function sheet(
  papers: readonly PaperLevels[],
  {
    kind,
    name,
    title,
    lead,
    empty,
  }: Record<'name' | 'title' | 'lead' | 'empty', string> & Pick<PaperLevels, 'kind'>,
): ReportSheet {
  const levels = LEVELS[kind];
  const withRegion = papers.some(({ region }) => region !== null);
  const groups = GROUPS.filter(({ key }) => key !== 'region' || withRegion);
  return {
    name,
    title,
    lead,
    notes: [
      'Муниципалитет — все школы, результаты которых загружены, эта школа среди них. Средний балл — первичный, за ЕГЭ тестовый.',
      ...(withRegion || papers.length === 0
        ? []
        : ['Регион не показан: отчёты ФИС ОКО со строкой региона не загружены.']),
    ],
    frozenColumns: 2,
    table: {
      id: `school-levels-${kind}`,
      empty,
      columns: [
        { key: 'paper', title: 'Работа', type: 'text', width: 32, wrap: true },
        { key: 'group', title: 'Где', type: 'text' },
        { key: 'participants', title: 'Участников', type: 'integer' },
        ...levels.map(
          (level, index): ReportColumn => ({ key: `count${index}`, title: level, type: 'integer' }),
        ),
        ...levels.map(
          (level, index): ReportColumn => ({
            key: `share${index}`,
            title: `Доля ${level}`,
            type: 'share',
            shareOf: { part: `count${index}`, whole: 'participants' },
          }),
        ),
        { key: 'mean', title: 'Средний балл', type: 'decimal' },
      ],
      rows: papers.flatMap((paper) =>
        groups.map(({ key, title: group }) => ({
          paper: paper.title,
          group,
          participants: paper[key]?.participants ?? null,
          ...Object.fromEntries(
            levels.map((_, index) => [`count${index}`, paper[key]?.counts[index] ?? null]),
          ),
          ...Object.fromEntries(levels.map((_, index) => [`share${index}`, shareOf(paper[key], index)])),
          mean: paper[key]?.mean ?? null,
        })),
      ),
    },
    charts: papers.map(
      (paper, index): ReportChart => ({
        kind: 'stacked-bar',
        title: paper.title,
        description: described(paper, levels, groups),
        rows: [index * groups.length, (index + 1) * groups.length],
        category: 'group',
        series: levels.map((level, at) => ({ key: `share${at}`, title: level })),
        axis: 'share',
      }),
    ),
  };
}

function shareOf(counts: LevelCounts | null, level: number): number | null {
  return counts ? counts.counts[level]! / counts.participants : null;
}

/** What the picture shows, in words: the lowest and the highest level of each group. */
function described(
  paper: PaperLevels,
  levels: readonly string[],
  groups: readonly (typeof GROUPS)[number][],
): string {
  const last = levels.length - 1;
  const words = groups.map(({ key, where }) => {
    const counts = paper[key];
    if (!counts) return `${where} нет данных`;
    const part = (level: number) =>
      `${levels[level]} — ${formatShare(shareOf(counts, level)!)} (${formatNumber(counts.counts[level]!)} из ${formatNumber(counts.participants)})`;
    return `${where} ${part(0)}, ${part(last)}`;
  });
  const text = words.join('; ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
