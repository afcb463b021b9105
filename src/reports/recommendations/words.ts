import { paperName } from '../../records/paper-name.ts';
import type { Recommendation } from '../../regulation/recommendations/recommend.ts';
import type { PLACEHOLDERS } from '../../regulation/recommendations/rule.ts';
import { formatNumber, formatShare } from '../number-format.ts';
import { NO_DATA } from '../plain-text.ts';
import { answerForm, answerText, changeText, valueText } from '../system/words.ts';

/** What to do, with its numbers. */
export function recommendationText({ answer, because, say }: Recommendation): string {
  const count = (value: number | null) => (value === null ? NO_DATA : formatNumber(value));
  const { denominator, missing, numerator, previous } = answer;
  const numbers: Record<(typeof PLACEHOLDERS)[number], string> = {
    value: answerText(answer),
    numerator: count(numerator),
    denominator: count(denominator),
    rest: count(numerator === null || denominator === null ? null : denominator - numerator),
    threshold: 'threshold' in because ? perCent(because.threshold) : NO_DATA,
    previous: previous ? valueText(previous.value, answerForm(answer)) : NO_DATA,
    school: answer.code,
    missing: listed(missing),
  };
  return say.replace(/\{(\w+)\}/g, (_, name: keyof typeof numbers) => numbers[name]);
}

/** The value behind it, the threshold or the year before, and how complete the data are. */
export function recommendationReason(recommendation: Recommendation): string {
  const { answer, because, papers, years } = recommendation;
  const { clause, denominator, numerator, title } = answer;
  const fraction =
    numerator !== null && denominator !== null && because.kind !== 'met'
      ? ` (${formatNumber(numerator)} из ${formatNumber(denominator)})`
      : '';
  const evidence = [
    ...years.map(({ low, participants, share, year }) => {
      const counts =
        low === null || participants === null
          ? ''
          : ` — ${formatNumber(low)} из ${formatNumber(participants)}`;
      return `${year}${counts}${share === null ? '' : ` (${formatShare(share)})`}`;
    }),
    ...papers.map(({ by, paper }) => `${paperName(paper)} (${by.join(', ')})`),
  ];
  const unfinished =
    answer.status === 'incomplete' && because.kind !== 'incomplete'
      ? `; данные неполные, нет: ${listed(answer.missing)}`
      : '';
  return (
    `«${title}»: ${because.kind === 'met' ? 'выполнен' : answerText(answer)}${fraction}${comparedText(recommendation)}` +
    `${evidence.length > 0 ? `: ${evidence.join('; ')}` : ''}${unfinished}`.replace(/\.$/, '') +
    `. ${sentenceOf(clause)}.`
  );
}

function comparedText({ answer, because }: Recommendation): string {
  switch (because.kind) {
    case 'below':
      return `, ниже ориентира ${perCent(because.threshold)}`;
    case 'above':
      return `, выше ориентира ${perCent(because.threshold)}`;
    case 'worse':
      return `, за год ${changeText(answer)?.replace('-', '−')}`;
    default:
      return '';
  }
}

/** A threshold as it was set: «75 %». */
function perCent(threshold: number): string {
  return `${formatNumber(threshold)}\u00a0%`;
}

function sentenceOf(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}

function listed(codes: readonly string[]): string {
  const shown = codes.slice(0, 6).join(', ');
  return codes.length > 6 ? `${shown} и ещё ${codes.length - 6}` : shown;
}
