import { isWithheld } from '../../regulation/systems/answer.ts';
import type { Direction } from '../../regulation/systems/system.ts';
import { plural } from '../number-format.ts';
import { amount, count, measured, outOf, share } from '../prose/amounts.ts';
import { changed, subjectOf, wayOf } from '../prose/change.ts';
import { capital, listed, type Phrase, say } from '../prose/phrase.ts';
import { byDataOf, ORGANISATIONS, ofThem, type Supplier } from '../prose/suppliers.ts';
import type { AnnualIndicator } from './annual.ts';
import { measureOf } from './measure-of.ts';

/** Silent organisations are named up to so many. */
const NAMED = 5;

/** A value in words: «25,0 %», «42», «есть», «нет». */
function valuePhrase(value: number, indicator: AnnualIndicator): Phrase {
  const measure = measureOf(indicator);
  if (measure === 'share') return share(value);
  return measure === 'count' ? measured(value) : say`${value > 0 ? 'есть' : 'нет'}`;
}

/** «Доля школ …: 25,0 % (3 из 12), по данным 12 школ из 15.»; undefined where there is no value. */
export function valueSentence(indicator: AnnualIndicator): Phrase | undefined {
  const { title, value, numerator, denominator, asked, missing, withheld } = indicator;
  if (withheld?.value !== undefined) return say`${title}: ${withheld.value}.`;
  if (value === null) return undefined;
  const unnamed = withheld?.unnamed ?? 0;
  const lacking = missing.length + unnamed;
  const parts = numerator !== null && denominator !== null ? say` (${outOf(numerator, denominator)})` : say``;
  const basis = asked ? say`, ${byDataOf(asked.count - lacking, asked.count, asked.supplier)}` : say``;
  const silent =
    missing.length > 0
      ? say` ${silentSentence(missing, asked?.supplier ?? ORGANISATIONS)}`
      : unnamed > 0
        ? say` Нет сведений от ${ofThem(unnamed, asked?.supplier ?? ORGANISATIONS)}.`
        : say``;
  return say`${title}: ${valuePhrase(value, indicator)}${parts}${basis}.${silent}`;
}

/** «Нет сведений от 2 организаций: …»; a long list is cut and said to be cut. */
function silentSentence(missing: readonly string[], supplier: Supplier): Phrase {
  const from = ofThem(missing.length, supplier);
  const named = missing.slice(0, NAMED).join(', ');
  const rest = missing.length - NAMED;
  return rest > 0
    ? say`Нет сведений от ${from}, среди них ${named} и ещё ${amount(rest)}.`
    : say`Нет сведений от ${from}: ${named}.`;
}

/**
 * «Доля школ …: доля по сравнению с 2020 годом выросла на 3,2 процентного пункта — с 21,8 % до 25,0 %; это
 * ухудшение.»; undefined where there is nothing to compare.
 * @param year of the value
 */
export function changeSentence(indicator: AnnualIndicator, year: number): Phrase | undefined {
  const { title, value, previous } = indicator;
  const measure = measureOf(indicator);
  if (value === null || previous === null) return undefined;
  const { noun, gender } = subjectOf(title);
  const [before, now] = [valuePhrase(previous.value, indicator), valuePhrase(value, indicator)];
  if (!measure) {
    return say`${title}: в ${String(previous.year)} году — ${before}, в ${String(year)} году — ${now}.`;
  }
  const way = wayOf(previous.value, value, measure);
  const change = changed(previous.value, value, measure, gender);
  const compared = say`${title}: ${noun} по сравнению с ${String(previous.year)} годом ${change}`;
  if (way === 'stayed') return say`${compared} — ${now}.`;
  const verdict = way === 'barely' ? '' : verdictOf(way === 'rose' ? 'up' : 'down', indicator);
  return say`${compared} — с ${before} до ${now}${verdict}.`;
}

/** Whether a change is for the better; with incomplete data it may be a change of who answered. */
function verdictOf(went: Direction, { direction, status }: AnnualIndicator): string {
  if (direction === 'neutral') return '';
  if (status === 'incomplete') return '; данные неполные, лучше стало или хуже — неизвестно';
  return went === direction ? '; это улучшение' : '; это ухудшение';
}

/** How many indicators have values, and how many lack them. */
export function coverageSentences(indicators: readonly AnnualIndicator[]): Phrase[] {
  if (indicators.length === 0) return [say`Показатели по этой системе не переданы в отчёт.`];
  const withheld = indicators.filter(isWithheld).length;
  const having = (status: AnnualIndicator['status']) =>
    indicators.filter((indicator) => indicator.status === status && !isWithheld(indicator)).length;
  const groups = [
    { value: having('computed'), words: 'вычислено по полным данным' },
    { value: having('incomplete'), words: 'вычислено по неполным данным' },
    { value: withheld, words: 'вычислено, но скрыто ради защиты сведений о людях' },
    { value: having('no-data'), words: 'без данных' },
    { value: having('not-applicable'), words: 'не применяется в этом году' },
  ].filter(({ value }) => value > 0);
  const whole = count(indicators.length, ['показатель', 'показателя', 'показателей']);
  const provided = plural(indicators.length, ['предусмотрен', 'предусмотрены', 'предусмотрено']);
  return [
    say`По системе ${provided} ${whole}.`,
    capital(
      say`${listed(
        groups.map(({ value, words }) => say`${words}: ${amount(value)}`),
        '; ',
      )}.`,
    ),
  ];
}
