import type { Effectiveness } from '../../regulation/effectiveness/effectiveness.ts';
import type { IndicatorEffect, MeasureEffect } from '../../regulation/effectiveness/measure-effect.ts';
import type { ColumnType, ReportColumn, ReportRow, ReportTable, ReportValue } from '../report.ts';
import { type AnswerForm, NOT_APPLICABLE, valueText } from '../system/words.ts';
import { dayText, effectText, GOAL_WORDS, goalTone, MEASURE_STATUS_WORDS } from './words.ts';

/** Form of an indicator's numbers: a share, a count, or yes and no. */
export type FormOf = (indicator: string) => AnswerForm;

const MEASURE: ReportColumn = { key: 'measure', title: 'Мера, решение', type: 'text', width: 34, wrap: true };

const CHANGE_COLUMNS: readonly ReportColumn[] = [
  { key: 'indicator', title: 'Показатель', type: 'text', width: 34, wrap: true },
  { key: 'before', title: 'До', type: 'text', typeBy: 'beforeType', width: 10 },
  { key: 'after', title: 'После', type: 'text', typeBy: 'afterType', width: 10 },
  { key: 'change', title: 'Изменение', type: 'text', typeBy: 'changeType', width: 13 },
];

const VERDICT: ReportColumn = {
  ...{ key: 'verdict', title: 'Что можно сказать', type: 'text', width: 52, wrap: true },
};

const REGISTER_COLUMNS: readonly ReportColumn[] = [
  { key: 'system', title: 'Система', type: 'text' },
  { key: 'kind', title: 'Вид', type: 'text' },
  { key: 'text', title: 'Вид по перечню', type: 'text', width: 40, wrap: true },
  { key: 'title', title: 'Название', type: 'text', width: 34, wrap: true },
  { key: 'schools', title: 'Код ОО', type: 'text', width: 20, wrap: true },
  { key: 'from', title: 'Начало', type: 'text' },
  { key: 'to', title: 'Окончание', type: 'text' },
  { key: 'addressee', title: 'Адресат', type: 'text', width: 20, wrap: true },
  { key: 'status', title: 'Состояние', type: 'text' },
  { key: 'years', title: 'Годы сравнения', type: 'text' },
];

const COMPARISON_COLUMNS: readonly ReportColumn[] = [
  { key: 'with', title: 'Изменение с мерой', type: 'text', typeBy: 'withType' },
  { key: 'without', title: 'Изменение без меры', type: 'text', typeBy: 'withoutType' },
  { key: 'difference', title: 'Разница', type: 'text', typeBy: 'differenceType' },
  { key: 'p', title: 'p', type: 'probability' },
];

/** A line for each measure and indicator; those of a measure that have no values at all are one line. */
export function effectTable(effectiveness: Effectiveness, formOf: FormOf, empty: string): ReportTable {
  return {
    id: 'effectiveness',
    empty,
    columns: [MEASURE, ...CHANGE_COLUMNS, VERDICT],
    rows: effectiveness.measures.flatMap((effect) => {
      const dark = effect.indicators.filter(withoutValues);
      if (dark.length < 2) return effectRows(effect, effectiveness.year, formOf);
      const seen = { ...effect, indicators: effect.indicators.filter((one) => !withoutValues(one)) };
      const rows = seen.indicators.length > 0 ? effectRows(seen, effectiveness.year, formOf) : [];
      const [row] = effectRows({ ...effect, indicators: dark.slice(0, 1) }, effectiveness.year, formOf);
      return [...rows, { ...row, indicator: dark.map(({ title }) => title).join('; ') }];
    }),
  };
}

/** The same with everything that the register and the comparison hold, for a file. */
export function fullEffectTable(effectiveness: Effectiveness, formOf: FormOf, empty: string): ReportTable {
  return {
    id: 'effectiveness',
    empty,
    columns: [...REGISTER_COLUMNS, ...CHANGE_COLUMNS, ...COMPARISON_COLUMNS, VERDICT],
    rows: effectiveness.measures.flatMap((effect) => effectRows(effect, effectiveness.year, formOf)),
  };
}

function withoutValues({ after, before, schools }: IndicatorEffect): boolean {
  return before === null && after === null && schools === null;
}

function effectRows(effect: MeasureEffect, year: number, formOf: FormOf): ReportRow[] {
  const { measure, period, text } = effect;
  const schools = measure.schools.length === 0 ? 'все' : measure.schools.join(', ');
  const register = {
    ...{ system: measure.system, kind: measure.kind, text, title: measure.title, schools },
    ...{
      from: dayText(measure.from),
      to: measure.to ? dayText(measure.to) : NOT_APPLICABLE,
      addressee: measure.addressee ?? NOT_APPLICABLE,
    },
    status: MEASURE_STATUS_WORDS[measure.status],
    years: `${period.before}–${Math.min(year, period.after)}`,
    measure: `${measure.kind} ${measure.title} (${MEASURE_STATUS_WORDS[measure.status]}; ${schools === 'все' ? 'все ОО' : `ОО ${schools}`})`,
  };
  if (effect.indicators.length === 0) {
    const verdict = 'Перечень раздела не связывает её с показателями: опишите итог словами.';
    return [{ ...register, ...NOTHING, verdict }];
  }
  return effect.indicators.map((indicator) => ({ ...register, ...effectRow(effect, indicator, formOf) }));
}

const NOTHING = {
  ...{ indicator: NOT_APPLICABLE, before: NOT_APPLICABLE, after: NOT_APPLICABLE, change: NOT_APPLICABLE },
  ...{ with: NOT_APPLICABLE, without: NOT_APPLICABLE, difference: NOT_APPLICABLE, p: NOT_APPLICABLE },
};

function effectRow(effect: MeasureEffect, indicator: IndicatorEffect, formOf: FormOf): ReportRow {
  const form = formOf(indicator.id);
  const { after, before, change, schools } = indicator;
  return {
    indicator: indicator.title,
    ...typed('before', valueCell(before, form)),
    ...typed('after', effect.stage === 'early' ? DASH : valueCell(after, form)),
    ...typed('change', form === 'yes-no' ? presenceCell(change) : changeCell(change, form)),
    ...typed('with', changeCell(schools?.with.change, form)),
    ...typed('without', changeCell(schools?.without.change, form)),
    ...typed('difference', changeCell(schools?.difference, form)),
    p: schools?.p ?? NOT_APPLICABLE,
    verdict: effectText(effect, indicator, form),
  };
}

interface TypedCell {
  value: ReportValue;
  type: ColumnType;
}

const DASH: TypedCell = { value: NOT_APPLICABLE, type: 'text' };

const typed = (key: string, { value, type }: TypedCell): ReportRow => ({
  [key]: value,
  [`${key}Type`]: type,
});

function valueCell(value: number | null, form: AnswerForm): TypedCell {
  if (value === null) return { value, type: 'text' };
  if (form === 'yes-no') return { value: valueText(value, form), type: 'text' };
  return { value, type: form === 'count' ? 'number' : 'share' };
}

function presenceCell(change: number | null): TypedCell {
  if (change === null) return DASH;
  return { value: change === 0 ? 'не изменилось' : change > 0 ? 'появилось' : 'исчезло', type: 'text' };
}

/** A change in points for shares; of yes and no, too: over organisations their mean is a share. */
function changeCell(change: number | null | undefined, form: AnswerForm): TypedCell {
  if (change === null || change === undefined) return DASH;
  if (form === 'count') return { value: change, type: 'number' };
  return { value: Number((change * 100).toPrecision(12)), type: 'points' };
}

/** The goals of the sections whose measures came to an end: to keep, to correct, to set. */
export function goalTable({ sections }: Effectiveness, formOf: FormOf, empty: string): ReportTable {
  return {
    id: 'goals',
    empty,
    columns: [
      { key: 'id', title: 'Цель', type: 'text' },
      { key: 'text', title: 'Содержание', type: 'text', width: 44, wrap: true },
      { key: 'verdict', title: 'Что сделать', type: 'verdict', width: 18, wrap: true, tone: goalTone },
      { key: 'indicators', title: 'По показателям', type: 'text', width: 60, wrap: true },
    ],
    rows: sections.flatMap(({ goals }) =>
      goals.map(({ id, indicators, text, verdict }) => ({
        id,
        text,
        verdict: GOAL_WORDS[verdict],
        indicators: indicators.map((change) => changeSentence(change, formOf)).join('; '),
      })),
    ),
  };
}

/** Indicators that got worse with no measure aiming at them, a sentence a section. */
export function unattendedTexts({ sections }: Effectiveness, formOf: FormOf): string[] {
  return sections.flatMap(({ system, unattended }) =>
    unattended.length === 0
      ? []
      : [
          `Раздел ${system}: ухудшились, а мер не было — поставьте цель или меру: ${unattended
            .map((change) => changeSentence(change, formOf))
            .join('; ')}.`,
        ],
  );
}

function changeSentence(
  { after, before, id, title }: Pick<IndicatorEffect, 'id' | 'title' | 'before' | 'after'>,
  formOf: FormOf,
): string {
  const value = (number: number | null) => (number === null ? 'нет данных' : valueText(number, formOf(id)));
  return `${title}: ${value(before)} → ${value(after)}`;
}
