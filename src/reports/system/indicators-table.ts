import type { Answer } from '../../regulation/systems/answer.ts';
import type { ReportColumn, ReportRow, ReportTable } from '../report.ts';
import {
  answerCell,
  answerForm,
  answerTitle,
  changeCell,
  NOT_APPLICABLE,
  progressTone,
  progressWord,
  STATUS_WORDS,
  statusTone,
  valueText,
} from './words.ts';

/** A line for each value, with its counts, the year before, and what is lacking. */
export function indicatorsTable(id: string, answers: readonly Answer[], empty: string): ReportTable {
  return {
    id,
    empty,
    columns: [...valueColumns(answers), ...ORIGIN_COLUMNS],
    rows: answers.map((answer) => indicatorRow(answer, 12)),
  };
}

/**
 * The same without clause and id, for pages and screens: what an indicator is stands with the method.
 * @param most how many of the lacking are named
 */
export function shortIndicatorsTable(
  id: string,
  answers: readonly Answer[],
  empty: string,
  most = 12,
): ReportTable {
  return {
    id,
    empty,
    columns: valueColumns(answers),
    rows: answers.map((answer) => indicatorRow(answer, most)),
  };
}

const VALUE_COLUMNS: readonly ReportColumn[] = [
  { key: 'title', title: 'Показатель', type: 'text', width: 46, wrap: true },
  {
    key: 'value',
    title: 'Значение',
    type: 'text',
    typeBy: 'valueForm',
    width: 12,
    shareOf: { part: 'numerator', whole: 'denominator' },
  },
  { key: 'numerator', title: 'Числитель', type: 'number', width: 11 },
  { key: 'denominator', title: 'Знаменатель', type: 'number', width: 13 },
  { key: 'previous', title: 'Год назад', type: 'text', typeBy: 'previousForm', width: 11 },
  { key: 'change', title: 'Изменение', type: 'text', typeBy: 'changeForm', width: 13 },
  { key: 'progress', title: 'Стало', type: 'verdict', width: 16, tone: progressTone },
  { key: 'status', title: 'Состояние', type: 'verdict', width: 16, tone: statusTone },
  { key: 'note', title: 'Чего не хватает, что учесть', type: 'text', width: 34, wrap: true },
];

/** «не публикуется» in one line. */
const WORDS_WIDTH = 15;

/** Words stand in place of hidden numbers, and are longer. */
function valueColumns(answers: readonly Answer[]): readonly ReportColumn[] {
  if (answers.every(({ withheld }) => withheld === undefined)) return VALUE_COLUMNS;
  return VALUE_COLUMNS.map((column) => ({ ...column, width: Math.max(WORDS_WIDTH, column.width ?? 0) }));
}

const ORIGIN_COLUMNS: readonly ReportColumn[] = [
  { key: 'clause', title: 'Пункт Положения', type: 'text', width: 16, wrap: true },
  { key: 'id', title: 'Код показателя', type: 'text', width: 26, wrap: true },
];

function indicatorRow(answer: Answer, most: number): ReportRow {
  const { id, clause, numerator, denominator, previous, status, withheld } = answer;
  const { value, form } = answerCell(answer);
  const change = changeCell(answer);
  // hidden is not the same as not known
  const unknown = withheld?.value ?? withheld?.previous;
  const kind = answerForm(answer);
  // a count and an answer yes or no are made of no counts
  const absent = kind === 'share' && status !== 'not-applicable' ? null : NOT_APPLICABLE;
  return {
    id,
    clause,
    title: answerTitle(answer),
    value,
    withheld: withheld?.value ?? null,
    valueForm: form,
    numerator: withheld?.numerator ?? numerator ?? absent,
    denominator: withheld?.denominator ?? denominator ?? absent,
    previous:
      previous === null
        ? (withheld?.previous ?? NOT_APPLICABLE)
        : kind === 'yes-no'
          ? valueText(previous.value, kind)
          : previous.value,
    previousForm: previous === null || kind === 'yes-no' ? 'text' : kind === 'count' ? 'number' : 'share',
    change: unknown ?? change.value,
    changeForm: unknown === undefined ? change.form : 'text',
    progress: unknown ?? progressWord(answer),
    status: STATUS_WORDS[status],
    note: noteOf(answer, most),
  };
}

/** Who is lacking, and the reason. */
export function noteOf({ missing, reason, withheld }: Answer, most: number): string {
  const codes = missing.slice(0, most).join(', ');
  const more = missing.length > most ? ` и ещё ${missing.length - most}` : '';
  const unnamed = withheld?.unnamed ?? 0;
  const lacking =
    missing.length > 0
      ? `Нет данных: ${codes}${more}.`
      : unnamed > 0
        ? `Нет данных, организаций: ${unnamed}; в отчёте не названы.`
        : '';
  return [reason ?? '', lacking].filter(Boolean).join(' ') || NOT_APPLICABLE;
}
