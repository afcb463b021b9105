import { academicYear } from '../../records/year.ts';
import type { Objectivity } from '../../regulation/objectivity/objectivity.ts';
import { counted, formatShare } from '../number-format.ts';
import type { Report } from '../report.ts';
import { indicatorsSheet } from '../section/indicators.ts';
import { parametersFact, parametersSheet } from '../section/parameters.ts';
import type { ObjectivityContext } from './context.ts';
import { flagCounts, listedOnlySentences } from './counts.ts';
import { flaggedSheet, groundsSheet } from './flagged.ts';
import { funnelSheet } from './funnel.ts';
import { gapsOf, gapsSheet } from './gaps.ts';
import { histogramSheets } from './histograms.ts';
import { marksSheets } from './marks.ts';
import { matrixSheet } from './matrix.ts';
import { signMethodSheet } from './method.ts';
import { municipalityFlagsSheet } from './municipalities.ts';
import { schoolsSheet } from './schools.ts';
import { DISCLAIMER } from './sign-texts.ts';
import { signTotalsSheet, totalsSheet } from './totals.ts';

/** The report of section 1.1: signs of biased results by school and paper, with what they were seen in. */
export function objectivityReport(data: Objectivity, context: ObjectivityContext): Report {
  const { municipality, methods, indicators } = context;
  const { year } = data;
  const gaps = gapsOf(data);
  return {
    id: '1.1',
    title: 'Объективность процедур оценки качества',
    subtitle: `Раздел 1.1 Положения о муниципальной системе оценки качества образования. ${academicYear(year)} учебный год`,
    year,
    facts: coverFacts(data, context, '1.1'),
    summary: [...totalsSentences(data), DISCLAIMER, ...data.notes.slice(1), READING],
    sheets: [
      signMethodSheet(context),
      parametersSheet('objectivity', methods),
      totalsSheet(data),
      signTotalsSheet(data, context),
      ...(context.municipalities ? [municipalityFlagsSheet(year, context.municipalities)] : []),
      schoolsSheet(data),
      flaggedSheet(data, context),
      groundsSheet(data),
      matrixSheet(data, gaps),
      ...marksSheets(
        context.levels,
        new Map(data.schools.map(({ school, name }) => [school, name])),
        year,
        context.municipalities ? 'region' : 'municipality',
      ),
      funnelSheet(data, context),
      ...histogramSheets(data, context),
      indicatorsSheet(indicators, { number: '1.1', section: 'objectivity', municipality, year }),
      gapsSheet(data, gaps, context),
    ],
  };
}

/** Facts of the cover of a section on objectivity. */
export function coverFacts(data: Objectivity, context: ObjectivityContext, section: string): Report['facts'] {
  return [
    { name: 'Муниципалитет', value: context.municipality },
    ...(context.region ? [{ name: 'Регион', value: context.region }] : []),
    { name: 'Год', value: `${data.year} (${academicYear(data.year)} учебный год)` },
    { name: 'Школ в отчёте', value: String(data.schools.length) },
    { name: 'Работ школ', value: String(data.schools.reduce((sum, { papers }) => sum + papers, 0)) },
    {
      name: 'Правила',
      value: `Положение о МСОКО, раздел ${section}; признаки — скрининговые, программы msoko`,
    },
    parametersFact(context.methods),
  ];
}

const READING =
  'Признак, для которого нет данных, «не оценивается»: это не «нет». Чего не хватает и что загрузить — на последнем листе.';

/** How many papers and schools are flagged. */
export function totalsSentences(data: Objectivity): string[] {
  const counts = flagCounts(data);
  const { schools, schoolsFlagged, papers, papersFlagged } = counts;
  const listed = listedOnlySentences(counts);
  if (papers === 0)
    return ['Работ с результатами за этот год нет: загрузите результаты процедур.', ...listed];
  if (papersFlagged === 0 && schoolsFlagged === 0)
    return [`Проверено работ: ${papers}, школ: ${schools}. Ни одна работа не отмечена.`, ...listed];
  return [
    `${counted(papersFlagged, FLAGGED)} из ${papers} (${formatShare(papersFlagged / papers)}); ` +
      `в «зоне риска» ${counted(schoolsFlagged, ['школа', 'школы', 'школ'])} из ${schools} (${formatShare(schoolsFlagged / schools)}).`,
    ...listed,
  ];
}

const FLAGGED = ['отмеченная работа', 'отмеченные работы', 'отмеченных работ'] as const;
