import type { RiskSchools, SchoolVerdict } from '../../regulation/verdict.ts';
import type { ReportColumn, ReportSheet } from '../report.ts';
import type { CriterionText, LowContext } from './context.ts';
import { windowSentence, yearList } from './windows.ts';
import { ANSWER_WORDS, certaintyWord, NOT_COUNTED, numberList, wordTone } from './words.ts';

const CATEGORIES = [
  { key: 'lowResults', title: 'Низкие результаты', short: 'результаты' },
  { key: 'adverseConditions', title: 'Социальные условия', short: 'условия' },
  { key: 'riskZone', title: 'Зона риска', short: 'зона риска' },
] as const;

/** «Сводка по школам»: the three answers, what decided them, how sure they are, which years they rest on. */
export function schoolsSheet(data: RiskSchools, { criteria }: LowContext): ReportSheet {
  return {
    name: 'Сводка по школам',
    title: `Сводка по школам, ${data.year} год`,
    lead: 'Ответы по трём категориям, номера решающих критериев и надёжность ответа.',
    notes: [
      'Критерии: при «да» — те, что решили; при «недостаточно данных» — те, по которым данных не хватает. В зоне риска критерии 1–8 — те, которым не хватило одного года.',
      `Номера: ${criteria
        .filter(({ category, role }) => category !== 'information' && !role.startsWith('показывается'))
        .map(({ number, title }) => `${number} — ${title}`)
        .join('; ')}. Полностью — на листе «Методика».`,
      'Надёжность — насколько ответ устойчив при таком числе участников; она его не меняет. «—»: не оценивается.',
      windowSentence(data),
    ],
    frozenColumns: 2,
    table: {
      id: 'low-schools',
      empty: 'В реестре нет школ.',
      columns: [
        { key: 'school', title: 'Код ОО', type: 'text' },
        { key: 'name', title: 'Школа', type: 'text', width: 28, wrap: true },
        ...CATEGORIES.flatMap(({ key, title, short }): ReportColumn[] => [
          { key, title, type: 'verdict', width: 15, wrap: true, tone: wordTone },
          { key: `${key}Because`, title: `Критерии (${short})`, type: 'text', width: 14, wrap: true },
          {
            key: `${key}Certainty`,
            title: `Надёжность (${short})`,
            type: 'verdict',
            width: 13,
            tone: wordTone,
          },
        ]),
        { key: 'years', title: 'Решающие годы', type: 'text', width: 13, wrap: true },
      ],
      rows: data.schools.map((school) => ({
        school: school.school,
        name: school.name,
        ...Object.fromEntries(
          CATEGORIES.flatMap(({ key }) => [
            [key, ANSWER_WORDS[school[key]]],
            [`${key}Because`, criterionNumbers(school.because[key], criteria)],
            [`${key}Certainty`, certaintyWord(school.certainty[key])],
          ]),
        ),
        years: yearList(decidingYears(school)),
      })),
    },
  };
}

/** Numbers of criteria by their ids: «1, 2, 4–8»; a dash where there are none. */
export function criterionNumbers(ids: readonly string[], criteria: readonly CriterionText[]): string {
  const numbers = criteria.filter(({ id }) => ids.includes(id)).map(({ number }) => number);
  return numbers.length === 0 ? NOT_COUNTED : numberList(numbers.sort((one, other) => one - other));
}

function decidingYears(school: SchoolVerdict): number[] {
  const ids = new Set(CATEGORIES.flatMap(({ key }) => school.because[key]));
  const years = school.criteria
    .filter((criterion) => ids.has(criterion.id))
    .flatMap((criterion) => criterion.years.filter((year) => year.verdict === 'met'));
  return [...new Set(years.map(({ year }) => year))].sort((one, other) => one - other);
}
