import { counted, formatInteger, formatNumber } from '../number-format.ts';
import type { Report, ReportSheet } from '../report.ts';
import type { Publication } from './publication.ts';
import { NOT_PUBLISHED, WITHHELD, withheldWord } from './words.ts';

const NUMBERS = ['число', 'числа', 'чисел'] as const;

/** The rule of small numbers in a sentence, for a cover. */
export function noteSentence({ rule }: Publication): string {
  const { leastGroup, leastCount } = rule;
  return (
    `Публичный отчёт: группы меньше ${formatInteger(leastGroup)} человек показаны как «${withheldWord('small-group', rule)}», ` +
    `без долей; числа от 1 до ${formatInteger(leastCount - 1)} и числа, до которых от всей группы не хватает столько же, скрыты; скрыто и то, из чего их можно вычислить.`
  );
}

/** Why so much is hidden, and what to look at instead. */
const SMALL_MUNICIPALITY =
  'В небольшом муниципалитете скрыто бывает почти всё по школам: смотрите итоги по муниципалитету. Полные числа — в служебных книгах управления.';

/** «Что скрыто»: the rule, where it comes from, what stands in place of numbers, how much is hidden. */
export function noteSheet(publication: Publication): ReportSheet {
  const { hidden, rule } = publication;
  const rows = [
    {
      mark: withheldWord('small-group', rule),
      meaning: `В группе меньше ${formatInteger(rule.leastGroup)} человек. Это не ноль. Долей такой группы нет, в том числе 0 % и 100 %.`,
      count: hidden['small-group'],
    },
    {
      mark: WITHHELD,
      // how many are hidden for which reason is not told: where all are for one, it would be known of each
      meaning:
        `Число от 1 до ${formatNumber(rule.leastCount - 1)} либо столько же остаётся до всей группы: за ним видны отдельные люди. ` +
        'Или само число не мало, но вместе с итогами, другими таблицами или отчётом прошлого года выдало бы малое.',
      count: hidden['small-count'] + hidden.secondary,
    },
    {
      mark: NOT_PUBLISHED,
      meaning:
        'Из чего складывается число, нельзя проверить на малые группы; либо это вывод о школах, который выдал бы скрытые числа.',
      count: '—',
    },
  ];
  return {
    name: 'Что скрыто',
    title: 'Что в публичном отчёте скрыто и почему',
    lead: noteSentence(publication),
    notes: [
      `Всего скрыто ${counted(hidden['small-group'] + hidden['small-count'] + hidden.secondary, NUMBERS)} по всем разделам и годам, которые есть в данных.`,
      SMALL_MUNICIPALITY,
      'Правило — решение разработчиков по практике ФИОКО (группы от 10 участников) и отчётов IDSR; нормы о малых числах в образовании не найдено. Значения — параметры publication.* (msoko rules).',
      'Сведений об отдельных обучающихся, листов с отдельными работами, интервалов и источников чисел в публичном отчёте нет.',
    ],
    table: {
      id: 'public-note',
      empty: 'Ничего не скрыто.',
      columns: [
        { key: 'mark', title: 'Что стоит', type: 'text', width: 16 },
        { key: 'meaning', title: 'Что это значит', type: 'text', width: 80, wrap: true },
        { key: 'count', title: 'Сколько раз', type: 'integer', width: 12 },
      ],
      rows,
    },
  };
}

/** A report with the note on what is hidden at its front. */
export function withNote(report: Report, publication: Publication): Report {
  return {
    ...report,
    summary: [noteSentence(publication), ...report.summary],
    sheets: [noteSheet(publication), ...report.sheets],
  };
}
