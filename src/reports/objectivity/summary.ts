import type { MedalistIndex, Objectivity } from '../../regulation/objectivity/objectivity.ts';
import type { Parameters } from '../../regulation/parameters/parameters.ts';
import { counted, formatExact, formatShare } from '../number-format.ts';
import { type FlagCounts, flagCounts, listedOnlySentences } from './counts.ts';

/** How many papers are flagged, and at which thresholds: for the JSON answer. */
export interface FlagSummary extends FlagCounts {
  /** Fraction of the papers that are flagged; null without papers. */
  share: number | null;
  /** Greatest q at which a single sign, and an agreement of signs, stands. */
  signLevel: number;
  agreementLevel: number | null;
}

/** The flagged papers of a year in numbers. */
export function flagSummary(data: Objectivity, parameters: Parameters): FlagSummary {
  const counts = flagCounts(data);
  return {
    ...counts,
    share: counts.papers > 0 ? counts.papersFlagged / counts.papers : null,
    signLevel: parameters.number('objectivity.level'),
    agreementLevel:
      parameters.word('objectivity.agreement') === 'on'
        ? parameters.number('objectivity.agreement-level')
        : null,
  };
}

/** The flagged papers of a year in sentences, with the thresholds. */
export function flagSentences(data: Objectivity, parameters: Parameters): string[] {
  const summary = flagSummary(data, parameters);
  const { schools, schoolsFlagged, papers, papersFlagged, share, signLevel, agreementLevel } = summary;
  if (share === null) return [`${data.year} год: работ с результатами нет.`, ...listedOnlySentences(summary)];
  return [
    `${data.year} год: отмечено ${counted(papersFlagged, ['работа', 'работы', 'работ'])} из ${papers} ` +
      `(${formatShare(share)}); школ с отмеченными работами ${schoolsFlagged} из ${schools} (${formatShare(schoolsFlagged / schools)}).`,
    ...listedOnlySentences(summary),
    `Порог: q ≤ ${formatExact(signLevel)} у отдельного признака (у B4 и B5 — p)` +
      `${agreementLevel === null ? '' : `, q ≤ ${formatExact(agreementLevel)} у согласия признаков`}; q — с поправкой на число проверенных работ.`,
  ];
}

/** How many of the people in lists were found among the participants of ЕГЭ, in sentences. */
export function matchSentences({ medalists, olympiads }: Objectivity): string[] {
  const sum = (key: 'holders' | 'matched' | 'withEge' | 'ambiguous') =>
    olympiads.reduce((total, one) => total + one[key], 0);
  return [
    ...(medalists.candidates === 0
      ? []
      : [
          `Претендентов на медаль ${medalists.candidates}: найдены среди участников ЕГЭ ${rate(medalists.matched, medalists.candidates)}, ` +
            `с результатами ${medalists.withEge}${ambiguity(medalists.ambiguous)}.`,
        ]),
    ...(sum('holders') === 0
      ? []
      : [
          `Дипломов победителей и призёров ${sum('holders')}: найдены среди участников ЕГЭ ${rate(sum('matched'), sum('holders'))}, ` +
            `с ЕГЭ по предмету ${sum('withEge')}${ambiguity(sum('ambiguous'))}.`,
        ]),
  ];
}

/** The medal candidates of one school, in a sentence. */
export function medalistSentence({ candidates, withEge, unconfirmed, index }: MedalistIndex): string {
  const found =
    unconfirmed === null || index === null
      ? 'индекс не вычисляется'
      : `существенно ниже требуемого у ${unconfirmed} (${formatShare(index)})`;
  return `Претендентов на медаль ${candidates}, с результатами ЕГЭ ${withEge}: ${found}.`;
}

function rate(part: number, whole: number): string {
  return `${part} (${formatShare(part / whole)})`;
}

function ambiguity(count: number): string {
  return count === 0 ? '' : `; подходит не один участник, не сопоставлены: ${count}`;
}
