import type { RiskSchools, SchoolVerdict } from '../../regulation/verdict.ts';
import type { ReportColumn, ReportSheet } from '../report.ts';
import type { CriterionText, LowContext } from './context.ts';
import { windowSentence, yearList } from './windows.ts';
import { ANSWER_WORDS, certaintyWord, NOT_COUNTED, wordTone } from './words.ts';

const CATEGORIES = [
  { key: 'lowResults', title: 'Низкие результаты', short: 'результаты' },
  { key: 'adverseConditions', title: 'Неблагоприятные условия', short: 'условия' },
  { key: 'riskZone', title: 'Зона риска', short: 'зона риска' },
] as const;

/** «Сводка по школам»: the three answers, what decided them, how sure they are, which years they rest on. */
export function schoolsSheet(data: RiskSchools, { criteria }: LowContext): ReportSheet {
  return {
    name: 'Сводка по школам',
    title: `Сводка по школам, ${data.year} год`,
    lead: 'Ответы по трём категориям, решающие критерии и надёжность.',
    notes: [
      windowSentence(data),
      'Надёжность — насколько вывод устойчив при таком числе участников; она не меняет ответа. «—»: не оценивается.',
    ],
    frozenColumns: 2,
    table: {
      id: 'low-schools',
      empty: 'В реестре нет школ.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 26, wrap: true },
        ...CATEGORIES.flatMap(({ key, title, short }): ReportColumn[] => [
          { key, title, type: 'verdict', width: 14, wrap: true, tone: wordTone },
          { key: `${key}Because`, title: `Что решило (${short})`, type: 'text', width: 25, wrap: true },
          {
            key: `${key}Certainty`,
            title: `Надёжность (${short})`,
            type: 'verdict',
            width: 13,
            tone: wordTone,
          },
        ]),
        { key: 'years', title: 'Годы решающих критериев', type: 'text', width: 12, wrap: true },
      ],
      rows: data.schools.map((school) => ({
        school: school.school,
        name: school.name,
        ...Object.fromEntries(
          CATEGORIES.flatMap(({ key }) => [
            [key, ANSWER_WORDS[school[key]]],
            [`${key}Because`, criterionList(school.because[key], criteria)],
            [`${key}Certainty`, certaintyWord(school.certainty[key])],
          ]),
        ),
        years: yearList(decidingYears(school)),
      })),
    },
  };
}

/** Titles of criteria by their ids; a dash where there are none. */
export function criterionList(ids: readonly string[], criteria: readonly CriterionText[]): string {
  const titles = ids.map((id) => criteria.find((criterion) => criterion.id === id)?.title ?? id);
  return titles.length === 0 ? NOT_COUNTED : titles.join('; ');
}

function decidingYears(school: SchoolVerdict): number[] {
  const ids = new Set(CATEGORIES.flatMap(({ key }) => school.because[key]));
  const years = school.criteria
    .filter((criterion) => ids.has(criterion.id))
    .flatMap((criterion) => criterion.years.filter((year) => year.verdict === 'met'));
  return [...new Set(years.map(({ year }) => year))].sort((one, other) => one - other);
}
