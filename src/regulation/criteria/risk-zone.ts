import { type Criterion, clauseOf, yearsBefore } from './criterion.ts';
import { judgeShareYear, type ShareTest } from './school-values.ts';
import { noSuchGrade } from './teaching.ts';
import { overWindow, unknownYear } from './window.ts';

interface RiskZoneCriterion {
  id: string;
  number: number;
  title: string;
  text: string;
  formula: string;
  threshold: string;
  test: Omit<ShareTest, 'threshold'>;
  /** The grade that it is about; a school that does not teach it is not asked. */
  grade?: number;
  /** Whether the window ends with the identification year itself. */
  including: boolean;
}

function riskZoneCriterion({
  id,
  number,
  title,
  text,
  formula,
  threshold,
  test,
  including,
  grade,
}: RiskZoneCriterion): Criterion {
  const window: Criterion['window'] = (year, parameters) =>
    yearsBefore(including ? year + 1 : year, parameters.number('low.window-years'));
  return {
    id,
    number,
    title,
    clause: clauseOf(number),
    text,
    formula,
    category: 'risk-zone',
    sufficient: true,
    parameters: [threshold, 'low.window-years', 'low.required-years', 'low.minimum-known-years'],
    papers: [],
    variables: [test.part, test.whole],
    window,
    judge(question) {
      const { parameters } = question;
      const untaught = grade === undefined ? undefined : noSuchGrade(grade, question);
      const years = window(question.year, parameters).map((year) =>
        untaught
          ? unknownYear(year, 'not-applicable', untaught)
          : judgeShareYear(year, { ...test, threshold: parameters.number(threshold) }, question),
      );
      return overWindow(id, years, {
        required: parameters.number('low.required-years'),
        minimumKnown: parameters.number('low.minimum-known-years'),
      });
    },
  };
}

/** Criteria 9 and 10: entrants of grade 10 from elsewhere, and the rating of schools. */
export const RISK_ZONE_CRITERIA: readonly Criterion[] = [
  riskZoneCriterion({
    id: 'low.grade10-external-entrants-low',
    number: 9,
    title: 'Зачислены в 10 класс из других ОО',
    text: 'Процентная доля обучающихся, зачисленных в 10 класс по итогам освоения ООП ООО в других образовательных организациях, составляет менее 5 % от общего числа обучающихся, осваивающих ООП СОО, 2 учебных года или более из последних 3 учебных лет, включая учебный год проведения идентификации',
    formula: 'доля = зачисленные в 10 класс из других ОО ÷ все обучающиеся по ООП СОО',
    threshold: 'low.grade10-share',
    test: {
      part: 'grade10-external-entrants',
      whole: 'senior-pupils',
      direction: 'less-than',
      counted: true,
    },
    including: true,
    grade: 10,
  }),
  riskZoneCriterion({
    id: 'low.school-rating-below-half',
    number: 10,
    title: 'Рейтинг ниже половины максимума',
    text: 'Перечень общеобразовательных организаций, результат оценки эффективности деятельности которых в системе рейтингования составляет менее 50 % от максимально возможного, не менее 2 учебных лет из последних 3 учебных лет, предшествующих году идентификации',
    formula: 'доля = набранные баллы рейтинга ÷ максимально возможные',
    threshold: 'low.rating-share',
    test: { part: 'rating-points', whole: 'rating-maximum', direction: 'less-than', counted: false },
    including: false,
  }),
];
