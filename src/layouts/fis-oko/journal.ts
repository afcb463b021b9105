import { foldText } from '../../records/fold.ts';
import type { DistributionRecord } from '../../records/schemas.ts';

/** Counts of pupils whose mark for the work is below, at, or above the journal mark. */
export type Journal = NonNullable<DistributionRecord['journal']>;

export const JOURNAL_STEMS = [
  ['понизили', 'lowered'],
  ['подтвердили', 'confirmed'],
  ['повысили', 'raised'],
] as const satisfies readonly (readonly [string, keyof Journal])[];

/** Which of the three the text names; the wording after the first word drifts over the years. */
export function journalKey(text: string): keyof Journal | undefined {
  const folded = foldText(text);
  return JOURNAL_STEMS.find(([stem]) => folded.startsWith(stem))?.[1];
}

export function journalSum({ lowered, confirmed, raised }: Journal): number {
  return lowered + confirmed + raised;
}
