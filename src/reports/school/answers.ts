import type { CategoryAnswer, RiskSchools, SchoolVerdict } from '../../regulation/verdict.ts';
import type { CriterionText } from '../low/context.ts';
import { criterionRows, EVIDENCE_COLUMNS } from '../low/evidence.ts';
import { schoolCriteriaTable } from '../low/terminal.ts';
import { ANSWER_WORDS, certaintyWord, NOT_COUNTED, wordTone } from '../low/words.ts';
import { counted } from '../number-format.ts';
import type { ReportSheet } from '../report.ts';

const CATEGORIES = [
  { key: 'lowResults', title: 'Низкие результаты обучения' },
  { key: 'adverseConditions', title: 'Неблагоприятные социальные условия' },
  { key: 'riskZone', title: 'Зона риска' },
] as const;

/** What each word on certainty means to a reader. */
const CERTAINTY_NOTE =
  'Надёжность говорит, устоял бы ответ при таком числе участников: «надёжно» — да, «вероятно» — скорее да, «ненадёжно» — участников мало, и один-два результата могли его изменить. Сам ответ от неё не зависит. «—»: не оценивается.';

/** «Выводы»: the three answers on the school, why, how sure, and how many schools have the same answer. */
export function answersSheet(
  school: SchoolVerdict,
  { schools, year }: RiskSchools,
  criteria: readonly CriterionText[],
): ReportSheet {
  return {
    name: 'Выводы',
    title: `Выводы по разделу 1.2, ${year} год`,
    lead: 'К каким категориям Положение относит школу и почему. Числа за каждым критерием — ниже.',
    notes: [CERTAINTY_NOTE],
    table: {
      id: 'school-answers',
      empty: 'Выводов нет.',
      columns: [
        { key: 'category', title: 'Категория', type: 'text', width: 28, wrap: true },
        { key: 'answer', title: 'Ответ', type: 'verdict', tone: wordTone },
        { key: 'because', title: 'Почему', type: 'text', width: 50, wrap: true },
        { key: 'certainty', title: 'Надёжность', type: 'verdict', tone: wordTone },
        { key: 'elsewhere', title: 'В муниципалитете', type: 'text', width: 22, wrap: true },
      ],
      rows: CATEGORIES.map(({ key, title }) => ({
        category: title,
        answer: ANSWER_WORDS[school[key]],
        because: reasonsOf(school[key], school.because[key], criteria),
        certainty: certaintyWord(school.certainty[key]),
        elsewhere: `«да» — ${counted(schools.filter((one) => one[key] === 'yes').length, ['школа', 'школы', 'школ'])} из ${schools.length}`,
      })),
    },
  };
}

function reasonsOf(
  answer: CategoryAnswer,
  because: readonly string[],
  criteria: readonly CriterionText[],
): string {
  const found = criteria
    .filter(({ id }) => because.includes(id))
    .map(({ number, title }) => `${number}. ${title}`);
  const list = found.join('; ');
  if (answer === 'yes') return list || NOT_COUNTED;
  if (answer === 'no') return 'ни один решающий критерий не выполнен';
  return list === '' ? 'данных не хватает' : `не хватает данных по критериям: ${list}`;
}

/** «Критерии»: every criterion with its verdict, numbers by year, threshold and window. */
export function criteriaSheet(school: SchoolVerdict, criteria: readonly CriterionText[]): ReportSheet {
  const { columns, rows, empty } = schoolCriteriaTable(school, criteria);
  return {
    name: 'Критерии',
    title: 'Все критерии раздела 1.2: вывод и числа по годам',
    lead: 'Доли сравниваются с порогом точно, без округления. «Выполнен» — школа отвечает признаку неблагополучия.',
    notes: ['Что даёт каждый критерий и решает ли он один, сказано в последнем столбце.'],
    frozenColumns: 2,
    table: {
      id: 'school-criteria',
      empty,
      columns: [
        ...columns.map((column) =>
          column.key === 'years'
            ? { ...column, width: 40 }
            : column.key === 'title'
              ? { ...column, width: 26 }
              : column,
        ),
        { key: 'threshold', title: 'Порог', type: 'text', width: 20, wrap: true },
        { key: 'window', title: 'Годы', type: 'text', width: 22, wrap: true },
        { key: 'role', title: 'Что даёт', type: 'text', width: 24, wrap: true },
      ],
      rows: rows.map((row, index) => {
        const text = criteria.find(({ id }) => id === school.criteria[index]!.id);
        return {
          ...row,
          threshold: text?.thresholdText ?? null,
          window: text?.windowText ?? null,
          role: text?.role ?? null,
        };
      }),
    },
  };
}

/** «Числа по годам»: the numbers of every year of every criterion, met or not. */
export function numbersSheet(school: SchoolVerdict, criteria: readonly CriterionText[]): ReportSheet {
  return {
    name: 'Числа по годам',
    title: 'Числа каждого года за каждым критерием',
    lead: 'Доля — «Низких» ÷ «Всего». «Чем выполнено» говорит, какое из условий Положения сработало.',
    notes: [
      '«Всего» — участники, обучающиеся или баллы; «низких» — с низким результатом или с признаком из критерия; «высоких» — с высоким результатом.',
      '«95 % от … до» — точный доверительный интервал доли: где он широк, участников мало.',
    ],
    table: {
      id: 'school-numbers',
      empty: 'Чисел нет ни по одному критерию.',
      columns: EVIDENCE_COLUMNS,
      rows: school.criteria.flatMap((criterion) =>
        criterionRows(school, criterion, criteria).map(({ school: _, name: __, ...row }) => row),
      ),
    },
  };
}
