import { counted } from '../reports/number-format.ts';
import { type Gap, gapRemedy, gapsOf } from '../reports/objectivity/gaps.ts';
import type { ObjectivityAssessment } from './objectivity-assessment.ts';
import { completenessOf } from './objectivity-context.ts';

/** What has data for sections 1.1 and 2.1, and what lacks it. */
export interface ObjectivityStatus {
  indicators: readonly {
    id: string;
    system: string;
    title: string;
    status: string;
    missing: readonly string[];
  }[];
  /** Why signs could not be assessed, the most frequent reason first. */
  gaps: readonly (Omit<Gap, 'number'> & { remedy: string })[];
  /** What is lacking beyond the signs. */
  lacking: readonly { subject: string; reason: string; remedy: string }[];
}

/** Completeness of sections 1.1 and 2.1. */
export function objectivityStatus(assessment: ObjectivityAssessment): ObjectivityStatus {
  const { objectivity, indicators } = assessment;
  return {
    indicators: indicators.map(({ id, system, title, status, missing }) => ({
      id,
      system,
      title,
      status,
      missing,
    })),
    gaps: gapsOf(objectivity).map(({ number: _, ...gap }) => ({
      ...gap,
      remedy: gapRemedy(gap.reason, objectivity.year),
    })),
    lacking: completenessOf(assessment),
  };
}

const MARKS: Readonly<Record<string, string>> = { computed: '✔', 'not-applicable': '✔' };
const WORDS: Readonly<Record<string, string>> = {
  computed: 'есть',
  incomplete: 'есть не все',
  'no-data': 'нет данных',
  'not-applicable': 'не применяется',
};

/** The same in words. The four indices stand once, in section 2.1, where they are defined. */
export function objectivityStatusLines({ indicators, gaps, lacking }: ObjectivityStatus): string[] {
  return [
    'Разделы 1.1 и 2.1, объективность:',
    ...indicators
      .filter(({ id }) => !id.startsWith('obj.ref-'))
      .map(
        ({ title, status, missing }) =>
          `${MARKS[status] ?? '…'} ${title}: ${WORDS[status]}${status === 'incomplete' ? `; нет: ${missing.join(', ')}` : ''}`,
      ),
    ...(gaps.length > 0 ? ['', 'Признаки, которые оценить нельзя:'] : []),
    ...gaps.map(
      ({ signs, reason, count, remedy }) =>
        `  ${signs.join(', ')} — ${counted(count, ['работа', 'работы', 'работ'])}: ${reason}. ${remedy}`,
    ),
    ...(lacking.length > 0 ? ['', 'Чего ещё не хватает:'] : []),
    ...lacking.map(({ subject, reason, remedy }) => `  ${subject}: ${reason}. ${remedy}`),
  ];
}
