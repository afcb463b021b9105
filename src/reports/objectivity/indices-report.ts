import { academicYear } from '../../records/year.ts';
import type { Objectivity } from '../../regulation/objectivity/objectivity.ts';
import { formatShare } from '../number-format.ts';
import type { Report } from '../report.ts';
import { parametersSheet } from '../section/parameters.ts';
import type { ObjectivityContext } from './context.ts';
import { historySheets } from './history.ts';
import { externalIndexSheet, procedureIndexSheet } from './index-sheets.ts';
import { indexMethodSheet } from './method.ts';
import { medalistsSheet, olympiadsSheet } from './people-indices.ts';
import { coverFacts, totalsSentences } from './report.ts';
import { DISCLAIMER } from './sign-texts.ts';

/** The report of section 2.1: the four indices of biased results. */
export function objectivityIndicesReport(data: Objectivity, context: ObjectivityContext): Report {
  const { year } = data;
  return {
    id: '2.1',
    title: 'Объективность процедур оценки качества и олимпиад школьников: индексы',
    subtitle: `Раздел 2.1 Положения о муниципальной системе оценки качества образования. ${academicYear(year)} учебный год`,
    year,
    facts: coverFacts(data, context, '2.1'),
    summary: [...totalsSentences(data), ...peopleSentences(data), DISCLAIMER],
    sheets: [
      indexMethodSheet(context),
      parametersSheet('indices', context.methods),
      externalIndexSheet(data),
      procedureIndexSheet(data),
      medalistsSheet(data, context),
      olympiadsSheet(data),
      ...historySheets(context.history),
    ],
  };
}

function peopleSentences({ medalists, olympiads }: Objectivity): string[] {
  const withEge = olympiads.reduce((sum, one) => sum + one.withEge, 0);
  const unconfirmed = olympiads.reduce((sum, one) => sum + one.unconfirmed, 0);
  return [
    medalists.index === null
      ? 'Индекс неподтверждения медалистов не вычислен: причина — на листе «Медалисты».'
      : `Медаль не подтверждают результаты ${medalists.unconfirmed} из ${medalists.withEge} претендентов с ЕГЭ (${formatShare(medalists.index)}).`,
    withEge === 0
      ? 'Индексы олимпиад не вычислены: нет победителей и призёров с ЕГЭ по предмету.'
      : `Не подтвердили на ЕГЭ ${unconfirmed} из ${withEge} дипломов олимпиад (${formatShare(unconfirmed / withEge)}).`,
  ];
}
