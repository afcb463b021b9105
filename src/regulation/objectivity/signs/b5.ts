import type { JournalComparison } from '../../../facts/sitting.ts';
import { betaBinomialUpperTail } from '../../../statistics/beta-binomial.ts';
import { signTest } from '../../../statistics/sign-test.ts';
import type { Parameters } from '../../parameters/parameters.ts';
import { type Finding, notAssessable, shown } from '../finding.ts';
import type { PaperYear } from '../paper-year.ts';
import { honestCounts } from '../spread.ts';

/** A B5 finding, which also says which way the marks differ. */
export interface JournalFinding extends Finding {
  /** Whether marks of the paper above the journal prevail: only then is it the paper that may be raised. */
  raised: boolean;
}

/**
 * B5, a gap to the journal (расхождение с журналом): marks differ by 2 or more for 20 % of pupils and at least 3
 * of them; or one direction prevails, one-sided sign test p ≤ 0.01, and, where schools are many, prevails more
 * than it does in them. Value: share of gaps of 2 and more, or of prevailing changes where only the three-way
 * table is known.
 */
export function b5({ sittings, many }: PaperYear, parameters: Parameters): JournalFinding[] {
  const level = parameters.number('objectivity.level');
  const wideShare = parameters.number('objectivity.journal-wide-share');
  const widePupils = parameters.number('objectivity.journal-wide-pupils');
  const journals = sittings.map(({ journal }) => (journal && journal.compared > 0 ? journal : null));
  const usual = usualRaised(journals, parameters);

  return journals.map((journal, index): JournalFinding => {
    if (!journal) return { ...notAssessable('нет отметок по журналу'), raised: false };
    const { compared, lowered, raised, wide } = journal;
    const isRaised = raised > lowered;
    const prevailing = Math.max(raised, lowered);
    const sign = signTest(prevailing, Math.min(raised, lowered)).oneSided;
    const upward = many ? usual(index, true) : signTest(raised, lowered).oneSided;
    const beyond = many ? usual(index, isRaised) : sign;
    const p = Math.max(sign, beyond);
    const isWide = wide !== null && wide >= widePupils && wide >= wideShare * compared;
    const share = wide === null ? prevailing / compared : wide / compared;
    return {
      lacking: null,
      raised: isRaised,
      p,
      value: share,
      reason:
        `отметка за работу выше журнала у ${raised}, ниже у ${lowered} из ${compared}` +
        (wide === null ? '' : `, разница в 2 и более у ${wide} (${shown((100 * wide) / compared, 1)} %)`) +
        (isRaised ? '' : '; отметки ниже журнала говорят о завышении в журнале, а не в работе'),
      stands: () => isWide || p <= level,
      evidence: upward,
    };
  });
}

/** p that so many marks are raised (or lowered) among those that differ, against the other schools. */
function usualRaised(
  journals: readonly (JournalComparison | null)[],
  parameters: Parameters,
): (index: number, raised: boolean) => number {
  const total = { raised: 0, lowered: 0 };
  for (const journal of journals) {
    total.raised += journal?.raised ?? 0;
    total.lowered += journal?.lowered ?? 0;
  }
  const expected = journals.map((journal) => {
    const raised = total.raised - (journal?.raised ?? 0);
    const lowered = total.lowered - (journal?.lowered ?? 0);
    const successes = journal?.raised ?? 0;
    const trials = successes + (journal?.lowered ?? 0);
    return { successes, trials, share: (raised + 1) / (raised + lowered + 2) };
  });
  const honest = honestCounts(expected, parameters.number('objectivity.usual-border-variation'), parameters);
  const spread = Math.max(1e-6, honest.correlation / (1 - honest.correlation));
  return (index, isRaised) => {
    const { successes, trials, share } = expected[index]!;
    if (trials === 0) return 1;
    const [count, mean] = isRaised
      ? [successes, honest.share(share)]
      : [trials - successes, 1 - honest.share(share)];
    return betaBinomialUpperTail(count, trials, { a: mean / spread, b: (1 - mean) / spread });
  };
}
