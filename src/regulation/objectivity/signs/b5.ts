import type { JournalComparison } from '../../../facts/sitting.ts';
import { binomialUpperTail } from '../../../statistics/binomial-tail.ts';
import { normalUpperTail } from '../../../statistics/normal-tail.ts';
import { signTest } from '../../../statistics/sign-test.ts';
import type { Parameters } from '../../parameters/parameters.ts';
import { type Finding, notAssessable, shown } from '../finding.ts';
import type { PaperYear } from '../paper-year.ts';
import { type HonestSpread, honestSpread } from '../spread.ts';

/** A B5 finding, which also says which way the marks differ. */
export interface JournalFinding extends Finding {
  /** Whether marks of the paper above the journal prevail: only then is it the paper that may be raised. */
  raised: boolean;
}

/**
 * B5, a gap to the journal (расхождение с журналом): marks differ by 2 or more for 20 % of pupils and at least 3
 * of them; or one direction prevails, one-sided sign test p ≤ 0.01, and prevails more than in the other schools. Value: share of gaps of 2 and more, or of prevailing changes where only the three-way
 * table is known.
 */
export function b5({ sittings, suspected, many }: PaperYear, parameters: Parameters): JournalFinding[] {
  const level = parameters.number('objectivity.level');
  const wideShare = parameters.number('objectivity.journal-wide-share');
  const widePupils = parameters.number('objectivity.journal-wide-pupils');
  const journals = sittings.map(({ journal }) => (journal && journal.compared > 0 ? journal : null));
  const usual = usualRaised(journals, suspected, parameters);

  return journals.map((journal, index): JournalFinding => {
    if (!journal) return { ...notAssessable('нет отметок по журналу'), raised: false };
    const { compared, lowered, raised, wide } = journal;
    const isRaised = raised > lowered;
    const prevailing = Math.max(raised, lowered);
    const sign = signTest(prevailing, Math.min(raised, lowered)).oneSided;
    const beyond = many ? usual : (of: number, up: boolean) => beyondOthers(journals, of, up);
    const p = Math.max(sign, beyond(index, isRaised));
    const upward = many
      ? usual(index, true)
      : Math.max(signTest(raised, lowered).oneSided, beyond(index, true));
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

/** p of so many raised (or lowered) marks among those that differ, at the share of the few other schools. */
function beyondOthers(
  journals: readonly (JournalComparison | null)[],
  index: number,
  isRaised: boolean,
): number {
  const [up, down] = isRaised ? (['raised', 'lowered'] as const) : (['lowered', 'raised'] as const);
  const others = journals.filter((journal, other) => journal && other !== index);
  const total = (of: 'raised' | 'lowered') => others.reduce((all, journal) => all + journal![of], 0);
  const own = journals[index]!;
  const differing = own.raised + own.lowered;
  // One imagined pupil each way: where nobody's marks differ the share is a half, as in the plain sign test.
  const share = (total(up) + 1) / (total(up) + total(down) + 2);
  return differing === 0 ? 1 : binomialUpperTail(own[up], differing, share);
}

/** Marks that differ from which on the log-odds of a school say how schools differ. */
const INFORMATIVE = 8;

/** p that raised (or lowered) marks prevail by so much among those that differ, against the other schools. */
function usualRaised(
  journals: readonly (JournalComparison | null)[],
  suspected: readonly boolean[],
  parameters: Parameters,
): (index: number, raised: boolean) => number {
  // Log-odds, for schools differ in the strictness of their journals by a factor, not by a share.
  const total = (of: 'raised' | 'lowered') =>
    1 + journals.reduce((all, journal, index) => all + (suspected[index] ? 0 : (journal?.[of] ?? 0)), 0);
  // One imagined pupil, divided as in all schools, keeps them finite.
  const share = total('raised') / (total('raised') + total('lowered'));
  const odds = journals.map((journal) => {
    const [raised, lowered] = [(journal?.raised ?? 0) + share, (journal?.lowered ?? 0) + 1 - share];
    return { value: Math.log(raised / lowered), variance: 1 / raised + 1 / lowered };
  });
  const known = odds.filter((_, index) => {
    const journal = journals[index];
    return journal && !suspected[index] && journal.raised + journal.lowered >= INFORMATIVE;
  });
  const usual = parameters.number('objectivity.usual-strictness') ** 2;
  const [up, down] = [1, -1].map((sign) => {
    const signed = known.map(({ value, variance }) => ({ value: sign * value, variance }));
    return honestSpread(signed, usual, parameters);
  }) as [HonestSpread, HonestSpread];
  // Where nearly no mark is raised the log-odds have nowhere to fall: the wider side is the honest one.
  const spread = Math.max(up.variance, down.variance);
  return (index, isRaised) => {
    const { value, variance } = odds[index]!;
    return normalUpperTail(((isRaised ? 1 : -1) * (value - up.centre)) / Math.sqrt(variance + spread));
  };
}
