import { academicYear } from '../../records/year.ts';
import type { System } from '../../regulation/systems/system.ts';
import type { Report, ReportSheet } from '../report.ts';
import { completenessChart, completenessColumns, completenessRow } from './completeness.ts';
import { yearsMap } from './completeness-map.ts';
import { type SystemContext, wholeAnswers } from './context.ts';
import { shortIndicatorsTable } from './indicators-table.ts';
import { aboutColumn, MUNICIPALITY } from './sheets.ts';
import { progressWord } from './words.ts';

/** The summary of all systems, for the annual report: how each stands, all indicators, all recommendations. */
export function summaryReport(contexts: readonly SystemContext[]): Report {
  const { municipality, region, year, organisations } = contexts[0]!;
  return {
    id: 'summary',
    title: 'Муниципальная система оценки качества образования: сводка по всем системам',
    subtitle: `Все разделы Положения. ${academicYear(year)} учебный год`,
    year,
    facts: [
      { name: 'Муниципалитет', value: municipality },
      ...(region ? [{ name: 'Регион', value: region }] : []),
      { name: 'Год', value: `${year} (${academicYear(year)} учебный год)` },
      { name: 'Организаций', value: String(organisations.length) },
      { name: 'Систем', value: String(contexts.length) },
    ],
    summary: [
      'Лист «Системы» показывает, насколько полны данные каждой системы и что изменилось за год; дальше — показатели всех систем и рекомендации.',
      'Отсутствие данных не считается нулём: где никто не сообщил значения, стоит «нет данных».',
    ],
    sheets: [
      systemsSheet(contexts, year),
      yearsMap(contexts),
      ...contexts.map(valuesOf),
      recommendationsSheet(contexts),
    ],
  };
}

function systemsSheet(contexts: readonly SystemContext[], year: number): ReportSheet {
  const all = contexts.flatMap(({ answers }) => wholeAnswers(answers));
  return {
    name: 'Системы',
    title: `Как обстоят дела в каждой системе, ${year} год`,
    lead: 'Полнота данных и изменения за год. «Всего» — показателей системы; «неполно» — ответили не все организации.',
    frozenColumns: 2,
    table: {
      id: 'summary-systems',
      empty: 'Систем нет.',
      columns: [
        { key: 'section', title: 'Раздел', type: 'text', width: 9 },
        { key: 'title', title: 'Система', type: 'text', width: 48, wrap: true },
        ...completenessColumns(all),
        { key: 'better', title: 'Стало лучше', type: 'integer', width: 10 },
        { key: 'worse', title: 'Стало хуже', type: 'integer', width: 10 },
      ],
      rows: contexts.map(({ answers, system }) => {
        const whole = wholeAnswers(answers);
        const words = whole.map(progressWord);
        return {
          section: sectionOf(system),
          title: system.title,
          ...completenessRow(whole),
          better: words.filter((word) => word === 'лучше').length,
          worse: words.filter((word) => word === 'хуже').length,
        };
      }),
    },
    charts: [completenessChart(all)],
  };
}

function valuesOf({ answers, system, year }: SystemContext): ReportSheet {
  const name = `Показатели ${system.id === 'quality' ? 'качества' : system.id}`;
  return {
    name,
    title: `${name}, ${year} год`,
    lead: `${system.title}. Значения в целом по муниципалитету.`,
    frozenColumns: 1,
    table: shortIndicatorsTable(
      `summary-values-${system.id.replace('.', '-')}`,
      wholeAnswers(answers),
      'Показателей нет.',
    ),
  };
}

function recommendationsSheet(contexts: readonly SystemContext[]): ReportSheet {
  return {
    name: 'Рекомендации',
    title: 'Адресные рекомендации по всем системам',
    lead: 'Каждая рекомендация стоит на значении показателя.',
    frozenColumns: 1,
    table: {
      id: 'summary-recommendations',
      empty: 'Значения показателей поводов для рекомендаций не дают.',
      columns: [
        { key: 'section', title: 'Раздел', type: 'text', width: 9 },
        { key: 'addressee', title: 'Кому', type: 'text', width: 30, wrap: true },
        ...aboutColumn(contexts.flatMap(({ recommendations }) => recommendations)),
        { key: 'text', title: 'Рекомендация', type: 'text', width: 56, wrap: true },
        { key: 'reason', title: 'Основание', type: 'text', width: 44, wrap: true },
        { key: 'clause', title: 'Пункт Положения', type: 'text', width: 20, wrap: true },
      ],
      rows: contexts.flatMap(({ recommendations, system }) =>
        recommendations.map(({ addressee, about, text, reason, clause }) => ({
          section: sectionOf(system),
          addressee,
          about: about ?? MUNICIPALITY,
          text,
          reason,
          clause,
        })),
      ),
    },
  };
}

/** «2.4»; «качество» for what stands in no section. */
function sectionOf({ id }: System): string {
  return id === 'quality' ? 'качество' : id;
}
