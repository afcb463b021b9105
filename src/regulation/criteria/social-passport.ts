import { type Criterion, clauseOf } from './criterion.ts';
import { judgeCountYear, judgeShareYear } from './school-values.ts';
import { overWindow } from './window.ts';

interface PassportLine {
  id: string;
  number: number;
  title: string;
  text: string;
  variable: string;
}

const ONE_YEAR = { required: 1, minimumKnown: 1 };

/** «процентная доля … (пороговое значение — более N % от общей численности обучающихся)», in the identification year. */
function shareCriterion(line: PassportLine & { threshold: string }): Criterion {
  const { id, number, title, text, variable, threshold } = line;
  return {
    id,
    number,
    title,
    clause: clauseOf(number),
    text,
    formula: 'доля = такие обучающиеся ÷ все обучающиеся школы, в год идентификации',
    category: 'adverse',
    sufficient: true,
    parameters: [threshold, 'low.adverse-criteria'],
    papers: [],
    variables: [variable, 'pupils'],
    window: (year) => [year],
    judge(question) {
      const test = {
        part: variable,
        whole: 'pupils',
        direction: 'more-than' as const,
        threshold: question.parameters.number(threshold),
        counted: true,
      };
      return overWindow(id, [judgeShareYear(question.year, test, question)], ONE_YEAR);
    },
  };
}

/** «… (пороговое значение — положительное значение)»: shown, and never enough alone. */
function countCriterion({ id, number, title, text, variable }: PassportLine): Criterion {
  return {
    id,
    number,
    title,
    clause: clauseOf(number),
    text,
    formula: 'число больше нуля, в год идентификации; само по себе категорию не определяет',
    category: 'adverse',
    sufficient: false,
    parameters: ['low.positive-count'],
    papers: [],
    variables: [variable],
    window: (year) => [year],
    judge: (question) => overWindow(id, [judgeCountYear(question.year, variable, question)], ONE_YEAR),
  };
}

/** Criteria 14–22: the social passport (социальный паспорт) of the school. */
export const SOCIAL_PASSPORT_CRITERIA: readonly Criterion[] = [
  shareCriterion({
    id: 'low.single-parent-share',
    number: 14,
    title: 'Неполные семьи',
    text: 'Процентная доля обучающихся, воспитывающихся в неполных семьях (пороговое значение – более 30 % от общей численности обучающихся)',
    variable: 'single-parent',
    threshold: 'low.single-parent-share',
  }),
  shareCriterion({
    id: 'low.both-parents-unemployed-share',
    number: 15,
    title: 'Оба родителя безработные',
    text: 'Процентная доля обучающихся, воспитывающихся в семьях, где оба родителя являются безработными (пороговое значение – более 10 % от общей численности обучающихся)',
    variable: 'both-parents-unemployed',
    threshold: 'low.both-parents-unemployed-share',
  }),
  shareCriterion({
    id: 'low.single-unemployed-parent-share',
    number: 16,
    title: 'Единственный родитель безработный',
    text: 'Процентная доля обучающихся, воспитывающихся в неполных семьях, где единственный родитель является безработным (пороговое значение – более 5 % от общей численности обучающихся)',
    variable: 'single-unemployed-parent',
    threshold: 'low.single-unemployed-parent-share',
  }),
  shareCriterion({
    id: 'low.no-higher-education-parents-share',
    number: 17,
    title: 'Родители без высшего образования',
    text: 'Процентная доля обучающихся, воспитывающихся в семьях, где оба родителя (единственный родитель) не имеют(ет) высшего образования (пороговое значение – более 70 % от общей численности обучающихся)',
    variable: 'parents-without-higher-education',
    threshold: 'low.no-higher-education-parents-share',
  }),
  shareCriterion({
    id: 'low.poor-housing-share',
    number: 18,
    title: 'Неблагоустроенное жильё',
    text: 'Процентная доля обучающихся, проживающих в неблагоустроенных условиях (пороговое значение – более 20 % от общей численности обучающихся)',
    variable: 'poor-housing',
    threshold: 'low.poor-housing-share',
  }),
  countCriterion({
    id: 'low.non-native-russian-count',
    number: 19,
    title: 'Русский язык не родной',
    text: 'Численность обучающихся, для которых русский язык не является родным (пороговое значение – положительное значение)',
    variable: 'non-native-russian',
  }),
  countCriterion({
    id: 'low.resettled-pupil-count',
    number: 20,
    title: 'Переселенцы',
    text: 'Численность обучающихся из числа переселенцев (пороговое значение – положительное значение)',
    variable: 'resettled',
  }),
  countCriterion({
    id: 'low.offence-count',
    number: 21,
    title: 'Правонарушения',
    text: 'Количество правонарушений, совершенных обучающимися (пороговое значение – положительное значение)',
    variable: 'offences',
  }),
  countCriterion({
    id: 'low.narcology-register-presence',
    number: 22,
    title: 'Наркологический учёт',
    text: 'Наличие обучающихся, стоящих на учете в наркологическом диспансере (пороговое значение – положительное значение)',
    variable: 'narcology-register',
  }),
];
