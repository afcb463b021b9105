import { OWN_MUNICIPALITY } from '../records/municipality.ts';
import { breakdownTitle } from '../records/variables/dimension.ts';
import type { ParameterInForce } from '../regulation/parameters/parameters.ts';
import type { Answer } from '../regulation/systems/answer.ts';
import type { Organisation } from '../regulation/systems/system-facts.ts';
import { parameterLine } from '../reports/low/describe.ts';
import { formatNumber } from '../reports/number-format.ts';
import { noteOf } from '../reports/system/indicators-table.ts';
import {
  answerForm,
  answerText,
  changeText,
  NOT_APPLICABLE,
  STATUS_WORDS,
  valueText,
} from '../reports/system/words.ts';
import { sourceText } from './explain-text.ts';
import type { IndicatorStep } from './trace-indicator.ts';

/** How the value of an indicator came about, in words. */
export function explainIndicatorText(
  answer: Answer,
  cuts: readonly Answer[],
  parameters: readonly ParameterInForce[],
  trace: readonly IndicatorStep[],
  organisations: readonly Organisation[],
): string {
  const nameOf = (code: string) =>
    code === OWN_MUNICIPALITY
      ? 'муниципалитет'
      : `${code} ${organisations.find((one) => one.code === code)?.name ?? ''}`.trim();
  const note = noteOf(answer, 40);
  const change = changeText(answer);
  const lines = [
    answer.title,
    answer.id,
    `Положение, ${answer.clause}.`,
    `Как считается: ${answer.formula}.`,
    ...(answer.unit === 'school' ? [`Организация: ${nameOf(answer.code)}`] : []),
    '',
    answer.value === null
      ? STATUS_WORDS[answer.status]
      : `${valueLine(answer)} — ${STATUS_WORDS[answer.status]}`,
    ...(answer.previous
      ? [
          `Год назад (${answer.previous.year}): ${valueText(answer.previous.value, answerForm(answer))}${change ? `, изменение ${change}` : ''}`,
        ]
      : []),
    ...(note === NOT_APPLICABLE ? [] : [note]),
  ];
  const shown = cuts.filter(({ value }) => value !== null);
  if (shown.length > 0) lines.push('', 'В разрезах:');
  for (const cut of shown) lines.push(`  ${breakdownTitle(cut.breakdown ?? '')}: ${valueLine(cut)}`);
  if (trace.length > 0) lines.push('', 'Из чего:');
  const severalYears = new Set(trace.map(({ year }) => year)).size > 1;
  for (const step of trace) {
    const named =
      step.what === answer.id ? nameOf(step.code) : `${nameOf(step.code)}: ${valueTitle(step, severalYears)}`;
    const text =
      step.what === answer.id
        ? stepText(step, answer)
        : step.value === null
          ? 'нет данных'
          : formatNumber(step.value);
    lines.push(`  ${named} — ${text}`, ...step.sources.map((source) => `      ${sourceText(source)}`));
  }
  if (parameters.length > 0) lines.push('', 'Параметры раздела:');
  for (const parameter of parameters) {
    const { name, value, source, overridden } = parameterLine(parameter);
    lines.push(`  ${name} = ${value}${overridden ? ' (задано в msoko.json)' : ''} [${source}]`);
  }
  return lines.join('\n');
}

/** What a reported value is: its title, the cut, and the year where the numbers are of several. */
function valueTitle({ title, breakdown, year }: IndicatorStep, severalYears: boolean): string {
  const cut = breakdown === null ? '' : ` (${breakdownTitle(breakdown)})`;
  return `${title}${cut}${severalYears ? `, ${year} год` : ''}`;
}

/** «3 ÷ 12 = 25,0 %», or the value alone. */
function valueLine(answer: Answer): string {
  const { numerator, denominator, value } = answer;
  const isShare =
    value !== null && answerForm(answer) === 'share' && numerator !== null && denominator !== null;
  return isShare
    ? `${formatNumber(numerator)} ÷ ${formatNumber(denominator)} = ${answerText(answer)}`
    : answerText(answer);
}

function stepText(
  { numerator, denominator, value, reason }: IndicatorStep,
  { id, kind, ...rest }: Answer,
): string {
  if (value === null) return reason ?? 'нет данных';
  const line = valueLine({ ...rest, id, kind, unit: 'school', numerator, denominator, value });
  return reason ? `${line} (${reason})` : line;
}
