import { breakdownTitle } from '../../records/variables/dimension.ts';
import type { Answer, AnswerStatus } from '../../regulation/systems/answer.ts';
import { formatNumber, formatPoints, formatShare } from '../number-format.ts';
import { NO_DATA } from '../plain-text.ts';
import type { ColumnType, ReportValue, Signs, Tone } from '../report.ts';

/** State of a value in words. */
export const STATUS_WORDS: Record<AnswerStatus, string> = {
  computed: 'вычислен',
  'no-data': 'нет данных',
  incomplete: 'данные неполные',
  'not-applicable': 'не применяется',
};

/** Signs of the words in the maps of completeness. */
export const STATUS_SIGNS: Signs = {
  [STATUS_WORDS.computed]: '+',
  [STATUS_WORDS.incomplete]: '±',
  [STATUS_WORDS['no-data']]: '−',
  [STATUS_WORDS['not-applicable']]: '×',
};

/** Colour behind the state on a map, where what is lacking must be seen. */
export function mapTone(word: ReportValue): Tone {
  if (word === STATUS_WORDS.computed) return 'good';
  if (word === STATUS_WORDS.incomplete) return 'warning';
  return word === STATUS_WORDS['no-data'] ? 'bad' : 'muted';
}

/** Colour behind the state; the word alone suffices. */
export function statusTone(status: ReportValue): Tone {
  if (status === STATUS_WORDS.incomplete) return 'warning';
  return status === STATUS_WORDS.computed ? 'plain' : 'muted';
}

/** What kind of number an answer is: a share, a count, or yes and no. */
export type AnswerForm = 'share' | 'count' | 'yes-no';

/** The form of an answer. An organisation's answer to «доля организаций, где …» is yes or no. */
export function answerForm({ kind, unit, value, numerator, denominator }: Answer): AnswerForm {
  if (kind === 'presence') return 'yes-no';
  if (kind === 'count') return 'count';
  if (value === null) return 'share';
  if (unit === 'school' && denominator === null && (value === 0 || value === 1)) return 'yes-no';
  const isShare =
    numerator !== null && denominator ? Math.abs(numerator / denominator - value) < 1e-9 : false;
  return kind === 'index' && !isShare && value === numerator ? 'count' : 'share';
}

/** The value as a cell of a table, with the type of that cell. */
export function answerCell(answer: Answer): { value: ReportValue; form: ColumnType } {
  const form = answerForm(answer);
  const { status, value, withheld } = answer;
  if (withheld?.value !== undefined) return { value: withheld.value, form: 'text' };
  if (value === null) return { value: status === 'not-applicable' ? NOT_APPLICABLE : null, form: 'text' };
  if (form === 'yes-no') return { value: yesNo(value), form: 'text' };
  return { value, form: form === 'count' ? 'number' : 'share' };
}

/** Shown where a value has nobody to apply to. */
export const NOT_APPLICABLE = '—';

/** «да» or «нет». */
export function yesNo(value: number): string {
  return value > 0 ? 'да' : 'нет';
}

/** The value of an answer in a sentence. */
export function answerText(answer: Answer): string {
  if (answer.withheld?.value !== undefined) return answer.withheld.value;
  if (answer.value === null)
    return answer.status === 'not-applicable' ? STATUS_WORDS['not-applicable'] : NO_DATA;
  return valueText(answer.value, answerForm(answer));
}

/** A number in the form of its indicator. */
export function valueText(value: number, form: AnswerForm): string {
  if (form === 'yes-no') return yesNo(value);
  return form === 'count' ? formatNumber(value) : formatShare(value);
}

/** How a value changed, as a cell: points for shares, a number for counts, words for yes and no. */
export function changeCell(answer: Answer): { value: ReportValue; form: ColumnType } {
  const form = answerForm(answer);
  if (answer.change === null) return { value: NOT_APPLICABLE, form: 'text' };
  if (form === 'share') return { value: Number((answer.change * 100).toPrecision(12)), form: 'points' };
  if (form === 'count') return { value: answer.change, form: 'number' };
  const words = answer.change === 0 ? 'не изменилось' : answer.change > 0 ? 'появилось' : 'исчезло';
  return { value: words, form: 'text' };
}

/** How a value changed, in a sentence: «+3,2 п. п.»; `null` where the year before is not known. */
export function changeText(answer: Answer): string | null {
  if (answer.change === null) return null;
  const { value, form } = changeCell(answer);
  if (typeof value !== 'number') return String(value);
  return form === 'points' ? formatPoints(value) : `${value > 0 ? '+' : ''}${formatNumber(value)}`;
}

/** Whether a change is for the better; `null` where it cannot be said: nothing changed, or no direction is set. */
export function improved({ change, direction }: Answer): boolean | null {
  if (change === null || change === 0 || direction === 'neutral') return null;
  return change > 0 === (direction === 'up');
}

/** «лучше», «хуже», «без изменений»; a dash where it cannot be said. */
export function progressWord(answer: Answer): string {
  if (answer.change === null) return NOT_APPLICABLE;
  if (answer.change === 0) return 'без изменений';
  const better = improved(answer);
  return better === null ? 'изменилось' : better ? 'лучше' : 'хуже';
}

export function progressTone(word: ReportValue): Tone {
  return word === 'лучше' ? 'good' : word === 'хуже' ? 'warning' : 'plain';
}

/** Title of an indicator, with its cut and its variant. */
export function answerTitle({ title, breakdown, variant }: Answer): string {
  const cut = breakdown === null ? '' : `: ${breakdownTitle(breakdown)}`;
  return `${title}${cut}${variant === 'monitoring' ? ' (по перечню мониторинга)' : ''}`;
}
