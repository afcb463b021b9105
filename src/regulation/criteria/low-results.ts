import { type Paper, paperId } from '../../records/paper.ts';
import { type Criterion, clauseOf, yearsBefore } from './criterion.ts';
import { judgePaperYear } from './paper-year.ts';
import { overWindow } from './window.ts';

interface PaperCriterion {
  id: string;
  number: number;
  title: string;
  text: string;
  paper: Paper;
  /** Parameter with the threshold of the low share. */
  threshold: string;
}

/** «… низкий результат N % и более и/или отсутствуют высокие результаты, 2 учебных года или более из последних 3». */
function paperCriterion({ id, number, title, text, paper, threshold }: PaperCriterion): Criterion {
  const ege = paper.procedure === 'ege';
  const vpr = paper.procedure === 'vpr';
  return {
    id,
    number,
    title,
    clause: clauseOf(number),
    text,
    formula: ege
      ? 'доля = участники с баллом ниже минимального ÷ участники; высокие результаты — 81 балл и более'
      : 'доля = отметки «2» ÷ участники; высокие результаты — отметки «5»',
    category: 'low-results',
    sufficient: true,
    parameters: [
      threshold,
      'low.window-years',
      'low.required-years',
      'low.minimum-known-years',
      ...(ege ? [`ege-minimum.${paper.subject}`, 'low.ege-top-score'] : ['low.low-mark', 'low.top-mark']),
      ...(vpr ? [`vpr-scale.${paperId(paper).replace('vpr-', '')}`] : []),
    ],
    papers: [paper],
    variables: [],
    window: (year, parameters) => yearsBefore(year, parameters.number('low.window-years')),
    judge(question) {
      const { parameters, year } = question;
      const years = yearsBefore(year, parameters.number('low.window-years')).map((past) =>
        judgePaperYear(paper, past, parameters.number(threshold), question),
      );
      return overWindow(id, years, {
        required: parameters.number('low.required-years'),
        minimumKnown: parameters.number('low.minimum-known-years'),
      });
    },
  };
}

const vprText = (subject: string) =>
  `Процентная доля обучающихся, получивших за ВПР по предмету «${subject}, 4 класс» оценку «2», 20 % и более и/или отсутствуют обучающиеся, получившие оценку «5», 2 учебных года или более из последних 3 учебных лет, предшествующих году проведения идентификации`;

const egeText = (subject: string) =>
  `Процентная доля обучающихся, получивших на ЕГЭ по предмету ${subject} результат ниже минимально установленного балла (не переступивших порог), 30 % и более и/или отсутствуют обучающиеся, получившие высокие результаты (81 балл и более), не менее 2 учебных лет из последних 3 учебных лет, предшествующих году проведения идентификации`;

const ogeText = (subject: string) =>
  `Процентная доля обучающихся, получивших на ОГЭ по предмету «${subject}» оценку «2», 30 % и более и/или отсутствуют обучающиеся, получившие высокие результаты (оценка «5»), не менее 2 учебных лет из последних 3 учебных лет, предшествующих году проведения идентификации`;

/** Criteria 1–7: one paper each, over the three years before the identification year. */
export const PAPER_CRITERIA: readonly Criterion[] = [
  paperCriterion({
    id: 'low.vpr4-russian-low',
    number: 1,
    title: 'ВПР, русский язык, 4 класс',
    text: vprText('Русский язык'),
    paper: { procedure: 'vpr', grade: 4, subject: 'russian' },
    threshold: 'low.vpr4-low-share',
  }),
  paperCriterion({
    id: 'low.vpr4-mathematics-low',
    number: 2,
    title: 'ВПР, математика, 4 класс',
    text: vprText('Математика'),
    paper: { procedure: 'vpr', grade: 4, subject: 'mathematics' },
    threshold: 'low.vpr4-low-share',
  }),
  paperCriterion({
    id: 'low.vpr4-world-around-low',
    number: 3,
    title: 'ВПР, окружающий мир, 4 класс',
    text: vprText('Окружающий мир'),
    paper: { procedure: 'vpr', grade: 4, subject: 'world-around' },
    threshold: 'low.vpr4-low-share',
  }),
  paperCriterion({
    id: 'low.ege-russian-low',
    number: 4,
    title: 'ЕГЭ, русский язык',
    text: egeText('«Русский язык»'),
    paper: { procedure: 'ege', subject: 'russian' },
    threshold: 'low.gia-low-share',
  }),
  paperCriterion({
    id: 'low.ege-mathematics-profile-low',
    number: 5,
    title: 'ЕГЭ, математика (профильная)',
    text: egeText('«Математика» (профильный уровень)'),
    paper: { procedure: 'ege', subject: 'mathematics-profile' },
    threshold: 'low.gia-low-share',
  }),
  paperCriterion({
    id: 'low.oge-mathematics-low',
    number: 6,
    title: 'ОГЭ, математика',
    text: ogeText('Математика'),
    paper: { procedure: 'oge', subject: 'mathematics' },
    threshold: 'low.gia-low-share',
  }),
  paperCriterion({
    id: 'low.oge-russian-low',
    number: 7,
    title: 'ОГЭ, русский язык',
    text: ogeText('Русский язык'),
    paper: { procedure: 'oge', subject: 'russian' },
    threshold: 'low.gia-low-share',
  }),
];
