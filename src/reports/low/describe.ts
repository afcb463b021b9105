import { academicYear } from '../../records/year.ts';
import { CRITERIA } from '../../regulation/criteria/criteria.ts';
import type { Criterion } from '../../regulation/criteria/criterion.ts';
import type { ParameterInForce, Parameters } from '../../regulation/parameters/parameters.ts';
import { formatExact } from '../number-format.ts';
import type { ParameterLine } from '../section/parameters.ts';
import type { CriterionText } from './context.ts';
import { CATEGORY_WORDS, numberList } from './words.ts';

/** The criteria of section 1.2 in words, with thresholds and windows as they are in force. */
export function criterionTexts(year: number, parameters: Parameters): CriterionText[] {
  return CRITERIA.map((criterion) => {
    const { id, number, title, clause, text, formula, category } = criterion;
    const thresholdText = thresholdOf(criterion, parameters);
    const windowText = windowOf(criterion, year, parameters);
    const role = roleOf(criterion, parameters);
    return { id, number, title, clause, text, formula, thresholdText, windowText, category, role };
  });
}

function roleOf({ category, sufficient }: Criterion, parameters: Parameters): string {
  if (category === 'information') return 'сведения: порога нет, категорию не определяет';
  if (!sufficient) return 'показывается, категорию не определяет';
  if (category !== 'adverse') return `${CATEGORY_WORDS[category]}: достаточно одного`;
  const numbers = CRITERIA.filter((one) => one.category === 'adverse' && one.sufficient).map(
    ({ number }) => number,
  );
  return `${CATEGORY_WORDS.adverse}: нужно ${parameters.number('low.adverse-criteria')} из критериев ${numberList(numbers)}`;
}

function thresholdOf(
  { parameters: ids, category, sufficient, papers }: Criterion,
  parameters: Parameters,
): string {
  if (category === 'information') return 'порог не установлен';
  if (!sufficient) return `больше ${parameters.number('low.positive-count')}`;
  const threshold = `${formatExact(parameters.number(ids[0]!))} %`;
  if (category === 'risk-zone') return `менее ${threshold}`;
  if (category === 'adverse') return `более ${threshold}`;
  const top =
    papers[0]?.procedure === 'ege'
      ? `нет ${parameters.number('low.ege-top-score')}+`
      : `нет «${parameters.number('low.top-mark')}»`;
  return `${threshold} и более или ${top}`;
}

function windowOf(criterion: Criterion, year: number, parameters: Parameters): string {
  const window = criterion.window(year, parameters);
  if (window.length === 1) return `${academicYear(window[0]!)} учебный год`;
  const span = `${window[0]}–${window.at(-1)}`;
  if (criterion.papers.length > 1) return `все годы из ${span}`;
  return `${parameters.number('low.required-years')} года или более из ${span}`;
}

/** A parameter as a line of the method sheet. */
export function parameterLine(parameter: ParameterInForce): ParameterLine {
  const { id, description, clause, source, unit } = parameter;
  const value = parameter.overridden ?? parameter.value ?? parameter.values;
  return {
    name: `${id}: ${description}`,
    value: `${valueText(value)}${UNITS[unit] ?? ''}`,
    clause,
    source: parameter.checkedOn
      ? `${source}; проверено ${parameter.checkedOn.split('-').reverse().join('.')}`
      : source,
    overridden: parameter.overridden !== undefined,
  };
}

const UNITS: Record<string, string> = { percent: ' %' };

/** A parameter's value in words: a number, a list, a table, or values by the year from which they hold. */
export function valueText(value: unknown): string {
  if (value === null) return 'не установлено';
  if (typeof value === 'number') return formatExact(value);
  if (Array.isArray(value)) return value.map(valueText).join(' / ');
  if (typeof value === 'object') {
    return Object.entries(value as Record<string, unknown>)
      .map(([key, one]) => `${/^20\d\d$/.test(key) ? 'с ' : ''}${key}: ${valueText(one)}`)
      .join('; ');
  }
  return String(value);
}
