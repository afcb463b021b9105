import type { GoalVerdict } from '../../regulation/effectiveness/goals.ts';
import type { IndicatorEffect, MeasureEffect } from '../../regulation/effectiveness/measure-effect.ts';
import type { SchoolComparison } from '../../regulation/effectiveness/school-comparison.ts';
import { counted, formatNumber, formatPoints, formatProbability, formatShare } from '../number-format.ts';
import type { ReportValue, Tone } from '../report.ts';
import type { AnswerForm } from '../system/words.ts';

/** State of a measure in the register. */
export const MEASURE_STATUS_WORDS: Record<MeasureEffect['measure']['status'], string> = {
  planned: 'запланирована',
  running: 'идёт',
  done: 'выполнена',
  cancelled: 'отменена',
};

/** What is to be done about a goal. */
export const GOAL_WORDS: Record<GoalVerdict, string> = {
  keep: 'сохранить',
  correct: 'скорректировать',
  renew: 'достигнута: поставить новую',
  unknown: 'данных нет',
};

export function goalTone(word: ReportValue): Tone {
  if (word === GOAL_WORDS.correct) return 'warning';
  return word === GOAL_WORDS.unknown ? 'muted' : 'good';
}

/** `2020-10-01` as people write it. */
export function dayText(isoDate: string): string {
  return isoDate.split('-').reverse().join('.');
}

/** A change in the form of its indicator: «+3,2 п. п.», «+2». */
export function movedText(change: number, form: AnswerForm): string {
  if (form === 'count') return `${change > 0 ? '+' : ''}${formatNumber(change)}`;
  return formatPoints(Number((change * 100).toPrecision(12)));
}

/** What can be said of a measure and one of its indicators: an honest word, never more than the numbers bear. */
export function effectText(
  { measure, period, stage }: Pick<MeasureEffect, 'measure' | 'period' | 'stage'>,
  { after, before, schools }: IndicatorEffect,
  form: AnswerForm,
): string {
  const result = `итог — по результатам ${period.after} года`;
  if (stage === 'not-run') return `Мера ${MEASURE_STATUS_WORDS[measure.status]}: оценивать нечего.`;
  if (stage === 'early') return `Рано: ${result}.`;
  const lead = stage === 'interim' ? `Промежуточно, ${result}. ` : '';
  if (schools) return lead + comparisonText(schools, form);
  if (before !== null && after !== null) {
    return `${lead}Сказать нельзя: по организациям показатель не считается, изменение могло произойти и без меры.`;
  }
  const lacking = before !== null ? 'после меры' : after !== null ? 'до меры' : 'ни до меры, ни после неё';
  return `${lead}Сказать нельзя: нет значения ${lacking}.`;
}

/** The comparison of organisations with a measure to those without it. */
function comparisonText(compared: SchoolComparison, form: AnswerForm): string {
  const { beganWorse, difference, lacking, least, p, verdict } = compared;
  const [own, others] = [compared.with, compared.without];
  const absent = lacking.length > 0 ? ` Нет значений обоих лет: ${listed(lacking)}.` : '';
  if (verdict === 'no-data') return `Сказать нельзя: у организаций с мерой нет значений обоих лет.`;
  if (verdict === 'no-comparison') {
    return `Сказать нельзя: нет организаций без меры, изменение могло произойти и без неё.${absent}`;
  }
  const moved =
    `С мерой (${own.codes.length}) ${movedText(own.change!, form)}, ` +
    `без неё (${others.codes.length}) ${movedText(others.change!, form)}`;
  const probability = `p = ${formatProbability(p!)}`.replace('= <', '<');
  const told: Record<'better' | 'worse' | 'different' | 'chance' | 'too-few', string> = {
    better: `Разница ${movedText(difference!, form)} в лучшую сторону, случайностью её объяснить трудно (${probability})`,
    worse: `Разница ${movedText(difference!, form)} в худшую сторону, случайностью её объяснить трудно (${probability})`,
    different: `Разница ${movedText(difference!, form)}, случайностью её объяснить трудно (${probability})`,
    chance: `Разницу ${movedText(difference!, form)} от случайной не отличить (${probability})`,
    'too-few': `Сказать нельзя: мало школ — даже наибольшая разница выпадала бы случайно в ${formatShare(least!, 0)} разбиений`,
  };
  const mean =
    verdict === 'better' && beganWorse
      ? ' До меры у этих организаций было хуже, чем у остальных: часть роста может быть возвратом к среднему.'
      : '';
  return `${moved.replace(/\.$/, '')}. ${told[verdict]}.${mean}${absent}`;
}

function listed(codes: readonly string[]): string {
  const shown = codes.slice(0, 5).join(', ');
  return codes.length > 5 ? `${shown} и ещё ${codes.length - 5}` : shown;
}

/** How many comparisons chance alone would pick out; empty where there were few. */
export function testedText(tested: number, significance: number): string {
  if (tested < 2) return '';
  return (
    `Проведено ${counted(tested, ['сравнение', 'сравнения', 'сравнений'])}: ` +
    `при пороге ${formatShare(significance, 0)} и без всякого действия мер выделилось бы в среднем ${formatNumber(tested * significance)}.`
  );
}
