import type { ReportColumn, ReportSheet, ReportValue } from '../report.ts';
import type { DynamicsLine, LowContext } from './context.ts';

const EMPTY = 'Результатов по годам нет: загрузите файлы с результатами процедур командой msoko import.';

/**
 * «Динамика ВПР», «Динамика ОГЭ», …: the share of low results by year for the whole municipality, a column and a
 * line for each paper; a sheet for each procedure, so that table and picture stand on one page.
 */
export function dynamicsSheets({ dynamics }: LowContext): ReportSheet[] {
  const procedures = [...new Set(dynamics.map(({ procedure }) => procedure))];
  if (procedures.length === 0) return [procedureSheet('', [])];
  return procedures.map((procedure) =>
    procedureSheet(
      procedure,
      dynamics.filter((line) => line.procedure === procedure),
    ),
  );
}

function procedureSheet(procedure: string, lines: readonly DynamicsLine[]): ReportSheet {
  const papers = [...new Set(lines.map(({ paper }) => paper))].map((title, index) => ({
    key: `paper${index + 1}`,
    title,
  }));
  const years = [...new Set(lines.map(({ year }) => year))].sort((one, other) => one - other);
  return {
    name: `Динамика ${procedure}`.trim(),
    title: `Динамика${procedure ? `, ${procedure}` : ''}: доля низких результатов по годам`,
    lead: 'Доля участников с низким результатом (отметка «2» или ниже минимального балла) по всем школам вместе.',
    notes: [
      'Год — календарный, в котором учебный год кончается: 2021 — это 2020/21. «Нет данных» на диаграмме — разрыв линии.',
    ],
    frozenColumns: 1,
    table: {
      id: 'low-dynamics',
      empty: EMPTY,
      columns: [
        { key: 'year', title: 'Год', type: 'year' },
        ...papers.map(({ key, title }): ReportColumn => ({ key, title, type: 'share', width: 15 })),
      ],
      rows: years.map((year) => ({
        year,
        ...Object.fromEntries(
          papers.map(({ key, title }): [string, ReportValue] => [
            key,
            lowShare(lines.filter((line) => line.year === year && line.paper === title)),
          ]),
        ),
      })),
    },
    charts: [
      {
        kind: 'line',
        title: `Доля низких результатов по годам, ${procedure}`,
        description:
          'Каждая линия — доля участников с низким результатом по одной работе; чем ниже линия, тем лучше.',
        category: 'year',
        series: papers,
        axis: 'share',
      },
    ],
  };
}

/** «Динамика по школам»: the same by school, with counts. */
export function schoolDynamicsSheet({ dynamics }: LowContext): ReportSheet {
  return {
    name: 'Динамика по школам',
    title: 'Динамика результатов по школам',
    lead: 'Каждая работа каждой школы по годам; доли — формулы от чисел рядом.',
    notes: [
      'Средний балл: первичный за ВПР и ОГЭ, тестовый за ЕГЭ; известен там, где загружены индивидуальные результаты.',
    ],
    frozenColumns: 2,
    table: {
      id: 'low-school-dynamics',
      empty: EMPTY,
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 36, wrap: true },
        { key: 'paper', title: 'Работа', type: 'text', width: 32, wrap: true },
        { key: 'year', title: 'Год', type: 'year' },
        { key: 'participants', title: 'Участников', type: 'integer' },
        { key: 'low', title: 'С низким результатом', type: 'integer' },
        {
          key: 'lowShare',
          title: 'Доля низких',
          type: 'share',
          shareOf: { part: 'low', whole: 'participants' },
        },
        { key: 'top', title: 'С высоким результатом', type: 'integer' },
        {
          key: 'topShare',
          title: 'Доля высоких',
          type: 'share',
          shareOf: { part: 'top', whole: 'participants' },
        },
        { key: 'mean', title: 'Средний балл', type: 'decimal' },
      ],
      rows: dynamics.map(({ procedure: _, ...line }) => line),
    },
  };
}

/** Share of low results over schools; `null` where no school has both counts. */
function lowShare(lines: readonly DynamicsLine[]): number | null {
  const counted = lines.filter((line) => line.participants !== null && line.low !== null);
  const participants = counted.reduce((sum, line) => sum + line.participants!, 0);
  if (participants === 0) return null;
  return counted.reduce((sum, line) => sum + line.low!, 0) / participants;
}
