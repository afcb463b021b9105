import type {
  Branch,
  CategoryAnswer,
  Certainty,
  Verdict,
  YearEvidence,
  YearVerdict,
} from '../../regulation/verdict.ts';
import type { ReportValue, Signs, Tone } from '../report.ts';
import type { CriterionCategory } from './context.ts';

export const VERDICT_WORDS: Record<Verdict | YearVerdict, string> = {
  met: 'выполнен',
  'not-met': 'не выполнен',
  'insufficient-data': 'недостаточно данных',
  'no-data': 'нет данных',
  'not-applicable': 'не применяется',
  information: 'сведения',
};

/** Signs of the words in the matrix of criteria. */
export const VERDICT_SIGNS: Signs = {
  [VERDICT_WORDS.met]: '●',
  [VERDICT_WORDS['not-met']]: '○',
  [VERDICT_WORDS['insufficient-data']]: '?',
  [VERDICT_WORDS['no-data']]: '−',
  [VERDICT_WORDS['not-applicable']]: '×',
};

export const ANSWER_WORDS: Record<CategoryAnswer, string> = {
  yes: 'да',
  no: 'нет',
  'insufficient-data': 'недостаточно данных',
};

export const CERTAINTY_WORDS: Record<Certainty, string> = {
  certain: 'надёжно',
  likely: 'вероятно',
  uncertain: 'ненадёжно',
};

export const CATEGORY_WORDS: Record<CriterionCategory, string> = {
  'low-results': 'низкие результаты',
  'risk-zone': 'зона риска',
  adverse: 'неблагоприятные условия',
  information: 'сведения',
};

/** A year's verdict in a word: a procedure that was not held is no gap in the data. */
export function yearWord({ verdict, reason }: Pick<YearEvidence, 'verdict' | 'reason'>): string {
  return verdict === 'no-data' && wasNotHeld(reason) ? 'не проводился' : VERDICT_WORDS[verdict];
}

/** Whether a year lacks data because the procedure was not held at all. */
export function wasNotHeld(reason: string | null): boolean {
  return reason !== null && /не проводил/.test(reason);
}

/** Numbers as a person writes them: 1, 2, 4–8. @param numbers ascending */
export function numberList(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let start = 0; start < numbers.length; ) {
    let end = start;
    while (numbers[end + 1] === numbers[end]! + 1) end++;
    if (end - start > 1) parts.push(`${numbers[start]}–${numbers[end]}`);
    else for (let index = start; index <= end; index++) parts.push(String(numbers[index]));
    start = end + 1;
  }
  return parts.join(', ');
}

/** Stands where a quantity does not exist for the criterion, unlike one that is not known. */
export const NOT_COUNTED = '—';

/** Which branch was fulfilled, in words; only criteria on results have the second one. */
export function branchWords(branches: readonly Branch[], category: CriterionCategory): string {
  const words: Record<Branch, string> = {
    'low-share': category === 'low-results' ? 'доля не ниже порога' : 'пороговое условие выполнено',
    'no-top': 'нет высоких результатов',
  };
  return branches.length === 0 ? NOT_COUNTED : branches.map((branch) => words[branch]).join('; ');
}

/** The certainty word; a dash where certainty is not assessed. */
export function certaintyWord(certainty: Certainty | null): string {
  return certainty ? CERTAINTY_WORDS[certainty] : NOT_COUNTED;
}

const TONES: Record<string, Tone> = {
  [VERDICT_WORDS.met]: 'bad',
  [ANSWER_WORDS.yes]: 'bad',
  [VERDICT_WORDS['not-met']]: 'good',
  [ANSWER_WORDS.no]: 'good',
  [VERDICT_WORDS['insufficient-data']]: 'warning',
  [CERTAINTY_WORDS.uncertain]: 'warning',
  [VERDICT_WORDS['no-data']]: 'muted',
  [VERDICT_WORDS['not-applicable']]: 'muted',
  [NOT_COUNTED]: 'muted',
};

/** Colour behind any of the words above. */
export function wordTone(value: ReportValue): Tone {
  if (value === null) return 'muted';
  return TONES[value] ?? 'plain';
}
