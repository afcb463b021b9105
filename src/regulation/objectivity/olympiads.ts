import type { MatchedHolder } from '../../facts/olympiad-holders.ts';
import { OLYMPIAD_STAGES, VSOSH } from '../../records/olympiad.ts';
import { subjectTitle } from '../../records/subject.ts';
import type { Parameters } from '../parameters/parameters.ts';
import type { OlympiadIndex } from './objectivity.ts';

/**
 * Индекс необъективности олимпиады (2.1) by olympiad, stage and subject: of the winners and prize-winners with the
 * ЕГЭ of that subject the share of those whose best score is below the threshold.
 * @param holders whose diplomas are valid in the year, each person once in an olympiad, stage and subject
 */
export function olympiadIndices(
  year: number,
  holders: readonly MatchedHolder[],
  parameters: Parameters,
): OlympiadIndex[] {
  const groups = new Map<string, MatchedHolder[]>();
  for (const holder of holders) {
    const stage = OLYMPIAD_STAGES.indexOf(holder.stage);
    const key = `${holder.olympiad} ${stage} ${holder.subject}`;
    const held = groups.get(key);
    if (held) held.push(holder);
    else groups.set(key, [holder]);
  }
  return [...groups]
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .map(([, group]) => indexOf(year, group, parameters));
}

function indexOf(year: number, holders: readonly MatchedHolder[], parameters: Parameters): OlympiadIndex {
  const { olympiad, stage, subject } = holders[0]!;
  const threshold = parameters.number('olympiad.threshold', year);
  const subjects = parameters.valueAt('olympiad.ege-subject', year) as Readonly<
    Record<string, string | null>
  >;
  const exam = subject in subjects ? subjects[subject]! : subject;
  const scores = holders.flatMap(({ scores: all }) => (exam === null ? [] : (all[exam] ?? [])));
  const unconfirmed = scores.filter((score) => score < threshold).length;
  return {
    olympiad,
    stage,
    subject,
    holders: holders.length,
    matched: holders.filter(({ match }) => match === 'matched').length,
    withEge: scores.length,
    ambiguous: holders.filter(({ match }) => match === 'ambiguous').length,
    unconfirmed,
    index: scores.length > 0 ? unconfirmed / scores.length : null,
    threshold,
    notes: notesOf(year, holders, exam, parameters),
  };
}

function notesOf(
  year: number,
  holders: readonly MatchedHolder[],
  exam: string | null,
  parameters: Parameters,
): string[] {
  const { olympiad, stage, subject } = holders[0]!;
  const threshold = parameters.number('olympiad.threshold', year);
  const first = year - parameters.number('olympiad.valid-years');
  const ambiguous = holders.filter(({ match }) => match === 'ambiguous').length;
  const without = holders.filter(
    ({ match, scores }) => match !== 'ambiguous' && (exam === null || scores[exam] === undefined),
  ).length;
  return [
    `Победители и призёры олимпиад ${first}–${year} годов, чьи дипломы действуют; ЕГЭ по ${year} год.`,
    ...(exam === null ? ['Такого предмета на ЕГЭ нет: подтвердить результат нечем.'] : []),
    ...(exam !== null && exam !== subject
      ? [`Сверяется ЕГЭ по предмету «${subjectTitle(exam)}»: соответствие задано параметром.`]
      : []),
    ...(olympiad === VSOSH && stage !== 'final'
      ? [`Для этого этапа порог законом не установлен: взято ${threshold} баллов, значение параметра.`]
      : []),
    ...(olympiad === VSOSH && stage === 'final'
      ? [
          'Для приёма в вуз результат заключительного этапа подтверждать на ЕГЭ не нужно: индекс — для сведения.',
        ]
      : []),
    ...(olympiad !== VSOSH
      ? [
          `Порог ${threshold} баллов установлен для олимпиад из Перечня; входит ли в него эта олимпиада, проверьте.`,
        ]
      : []),
    ...(without > 0 ? [`Без этого ЕГЭ, не подтвердили и не опровергли: ${without}.`] : []),
    ...(ambiguous > 0 ? [`Подходит не один участник ЕГЭ, не сопоставлены: ${ambiguous}.`] : []),
  ];
}
