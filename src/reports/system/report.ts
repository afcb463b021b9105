import { academicYear } from '../../records/year.ts';
import { counted } from '../number-format.ts';
import type { Report, ReportSheet } from '../report.ts';
import { parametersFact, parametersSheet } from '../section/parameters.ts';
import { completenessRow } from './completeness.ts';
import { organisationMaps } from './completeness-map.ts';
import { type SystemContext, wholeAnswers } from './context.ts';
import { municipalitiesSheets } from './municipalities.ts';
import {
  analysisSheets,
  courseSheet,
  cutsSheets,
  gapsSheet,
  goalsSheet,
  organisationsSheets,
  recommendationsSheets,
  sharesSheets,
  sourcesSheet,
  valuesSheet,
} from './sheets.ts';
import { progressWord } from './words.ts';

/** The report of one system of the МСОКО. */
export function systemReport(context: SystemContext): Report {
  const { system, year, municipality, region, parameters } = context;
  const place =
    system.notInRegulation ??
    `Раздел ${system.id} Положения о муниципальной системе оценки качества образования.`;
  return {
    id: `system-${system.id}`,
    title: system.title,
    subtitle: `${place} ${academicYear(year)} учебный год`,
    year,
    facts: [
      { name: 'Муниципалитет', value: municipality },
      ...(region ? [{ name: 'Регион', value: region }] : []),
      { name: 'Год', value: `${year} (${academicYear(year)} учебный год)` },
      { name: 'Организаций в отчёте', value: String(context.organisations.length) },
      {
        name: 'Правила',
        value: system.notInRegulation ? 'Вне Положения' : `Положение о МСОКО, раздел ${system.id}`,
      },
      parametersFact(parameters),
    ],
    summary: summaryOf(context),
    sheets: [
      goalsSheet(context),
      ...systemSheets(context),
      parametersSheet(`system-${system.id.replace('.', '-')}`, parameters),
      sourcesSheet(context),
    ],
  };
}

/** The sheets that every system has: values, municipalities of a region, cuts, organisations, years, analysis, recommendations, measures, gaps. */
export function systemSheets(context: SystemContext): ReportSheet[] {
  return [
    valuesSheet(context),
    ...municipalitiesSheets(context),
    ...sharesSheets(context),
    ...cutsSheets(context),
    ...organisationsSheets(context),
    ...organisationMaps(context),
    courseSheet(context),
    ...analysisSheets(context),
    ...recommendationsSheets(context),
    ...context.measures,
    gapsSheet(context),
  ];
}

/**
 * A section that has a report of its own (1.1, 1.2, 2.1), with the sheets that every system has: they take the place
 * of its short list of indicators.
 */
export function withSystemSheets(own: Report, context: SystemContext): Report {
  const names = new Set(own.sheets.map(({ name }) => name));
  const [first, ...rest] = systemSheets(context).filter(
    ({ name }) => name === 'Показатели' || !names.has(name),
  );
  const kept = own.sheets.map((sheet) => (sheet.name === 'Показатели' ? first! : sheet));
  const sheets = kept.includes(first!) ? [...kept, ...rest] : [...kept, first!, ...rest];
  return { ...own, sheets, summary: [...own.summary, ...summaryOf(context)] };
}

/** How much is known, and what became better or worse. */
function summaryOf({ answers, system }: SystemContext): string[] {
  const whole = wholeAnswers(answers);
  const { computed, incomplete, withheld, lacking, outside } = completenessRow(whole);
  const words = whole.map(progressWord);
  const count = (word: string) => words.filter((one) => one === word).length;
  return [
    `${counted(whole.length, ['показатель', 'показателя', 'показателей'])}${system.notInRegulation ? '' : ` раздела ${system.id}`}: ` +
      `вычислено по полным данным ${computed}, данные неполные — ${incomplete}, ` +
      `${withheld ? `скрыто — ${withheld}, ` : ''}нет данных — ${lacking}, не применяется — ${outside}.`,
    `За год: стало лучше — ${count('лучше')}, хуже — ${count('хуже')}, без изменений — ${count('без изменений')}; ` +
      `у остальных нет значения годом раньше или направления.`,
  ];
}
