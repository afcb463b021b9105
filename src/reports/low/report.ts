import { academicYear } from '../../records/year.ts';
import type { RiskSchools } from '../../regulation/verdict.ts';
import { counted, formatShare } from '../number-format.ts';
import type { Report } from '../report.ts';
import { indicatorsSheet } from '../section/indicators.ts';
import { parametersFact, parametersSheet } from '../section/parameters.ts';
import { completenessSheet } from './completeness.ts';
import type { LowContext } from './context.ts';
import { dynamicsSheets, schoolDynamicsSheet } from './dynamics.ts';
import { evidenceSheet } from './evidence.ts';
import { matrixSheets } from './matrix.ts';
import { methodSheet } from './method.ts';
import { municipalitiesSheet } from './municipalities.ts';
import { schoolsSheet } from './schools.ts';
import { sourcesSheet } from './sources.ts';
import { totalsSheet } from './totals.ts';
import { windowSentence } from './windows.ts';

const SCHOOLS = ['школа', 'школы', 'школ'] as const;
const OF_SCHOOLS = ['школы', 'школ', 'школ'] as const;

/** The report of section 1.2: schools with low results, in adverse conditions, and in the risk zone. */
export function lowReport(data: RiskSchools, context: LowContext): Report {
  const { municipality, methods, indicators } = context;
  const { year } = data;
  return {
    id: '1.2',
    title: 'Школы с низкими результатами, в неблагоприятных условиях и зоны риска',
    subtitle: `Раздел 1.2 Положения о муниципальной системе оценки качества образования. Идентификация ${academicYear(data.year)} учебного года`,
    year: data.year,
    facts: [
      { name: 'Муниципалитет', value: context.municipality },
      ...(context.region ? [{ name: 'Регион', value: context.region }] : []),
      { name: 'Год идентификации', value: `${data.year} (${academicYear(data.year)} учебный год)` },
      { name: 'Школ в отчёте', value: String(data.summary.schools) },
      { name: 'Правила', value: `Положение о МСОКО, раздел 1.2 (${data.rules})` },
      parametersFact(methods),
    ],
    summary: [...summarySentences(data), windowSentence(data), ...READING],
    sheets: [
      methodSheet(context),
      parametersSheet('low', methods),
      totalsSheet(data),
      ...(context.municipalities ? [municipalitiesSheet(data, context.municipalities)] : []),
      schoolsSheet(data, context),
      ...matrixSheets(data, context),
      evidenceSheet(data, context),
      sourcesSheet(context, year),
      ...dynamicsSheets(context),
      schoolDynamicsSheet(context),
      indicatorsSheet(indicators, { number: '1.2', section: 'low', municipality, year }),
      completenessSheet(context),
    ],
  };
}

/** How to read the report: the literal rule, certainty, missing data. */
const READING = [
  'Вывод буквален: критерий выполнен, если выполнено условие Положения, даже когда участников мало. Слово о надёжности («надёжно», «вероятно», «ненадёжно») говорит, насколько вывод устойчив, и никогда его не меняет.',
  'Отсутствие данных не считается нулём: где лет с данными меньше, чем требует критерий, стоит «недостаточно данных».',
];

function summarySentences({ summary }: RiskSchools): string[] {
  if (summary.schools === 0 || summary.share === null) return ['В отчёте нет ни одной школы.'];
  const main =
    `Хотя бы в одной категории — ${counted(summary.any, SCHOOLS)} из ${summary.schools} (${formatShare(summary.share)}):` +
    ` низкие результаты — ${summary.lowResults}, неблагоприятные условия — ${summary.adverseConditions}, зона риска — ${summary.riskZone}.`;
  if (summary.undecided === 0) return [main];
  return [
    main,
    `Для ${counted(summary.undecided, OF_SCHOOLS)} данных недостаточно; когда они появятся, доля может вырасти до ${formatShare((summary.any + summary.undecided) / summary.schools)}.`,
  ];
}
