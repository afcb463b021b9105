import type { DynamicsLine } from '../low/context.ts';
import type { ReportChart, ReportSheet } from '../report.ts';

/** A paper of the school by years, beside all schools together. */
interface PaperDynamics {
  paper: string;
  years: readonly { own: DynamicsLine | undefined; year: number; municipality: number | null }[];
}

/** «Динамика»: the share of low results of the school and of the municipality over the years, with pictures. */
export function dynamicsSheet(school: string, dynamics: readonly DynamicsLine[]): ReportSheet {
  const papers = papersOf(school, dynamics);
  const from = (index: number) => papers.slice(0, index).reduce((sum, { years }) => sum + years.length, 0);
  return {
    name: 'Динамика',
    title: 'Низкие результаты по годам: школа и муниципалитет',
    lead: 'Доля участников с низким результатом (отметка «2» или ниже минимального балла). Чем ниже линия, тем лучше.',
    notes: ['Год — календарный, в котором учебный год кончается. «Нет данных» на диаграмме — разрыв линии.'],
    frozenColumns: 2,
    table: {
      id: 'school-dynamics',
      empty: 'Результатов по годам нет.',
      columns: [
        { key: 'paper', title: 'Работа', type: 'text', width: 32, wrap: true },
        { key: 'year', title: 'Год', type: 'year' },
        { key: 'participants', title: 'Участников', type: 'integer' },
        { key: 'low', title: 'С низким результатом', type: 'integer' },
        {
          key: 'lowShare',
          title: 'Доля низких в школе',
          type: 'share',
          shareOf: { part: 'low', whole: 'participants' },
        },
        { key: 'municipality', title: 'Доля низких в муниципалитете', type: 'share' },
        { key: 'topShare', title: 'Доля высоких в школе', type: 'share' },
      ],
      rows: papers.flatMap(({ paper, years }) =>
        years.map(({ year, own, municipality }) => ({
          paper,
          year,
          participants: own?.participants ?? null,
          low: own?.low ?? null,
          lowShare: own?.lowShare ?? null,
          municipality,
          topShare: own?.topShare ?? null,
        })),
      ),
    },
    charts: papers.flatMap(({ paper, years }, index): ReportChart[] =>
      years.length < 2
        ? []
        : [
            {
              kind: 'line',
              title: paper,
              description:
                'Доля низких результатов по годам: в школе и во всех школах муниципалитета вместе.',
              rows: [from(index), from(index) + years.length],
              category: 'year',
              series: [
                { key: 'lowShare', title: 'Школа' },
                { key: 'municipality', title: 'Муниципалитет' },
              ],
              axis: 'share',
            },
          ],
    ),
  };
}

/** Papers that the school wrote, in every year in which anyone wrote them. */
function papersOf(school: string, dynamics: readonly DynamicsLine[]): PaperDynamics[] {
  const written = new Set(dynamics.filter((line) => line.school === school).map(({ paper }) => paper));
  return [...written].map((paper) => {
    const lines = dynamics.filter((line) => line.paper === paper);
    const years = [...new Set(lines.map(({ year }) => year))].sort((one, other) => one - other);
    return {
      paper,
      years: years.map((year) => ({
        year,
        own: lines.find((line) => line.school === school && line.year === year),
        municipality: lowShare(lines.filter((line) => line.year === year)),
      })),
    };
  });
}

function lowShare(lines: readonly DynamicsLine[]): number | null {
  const known = lines.filter(({ participants, low }) => participants !== null && low !== null);
  const participants = known.reduce((sum, line) => sum + line.participants!, 0);
  return participants === 0 ? null : known.reduce((sum, line) => sum + line.low!, 0) / participants;
}
