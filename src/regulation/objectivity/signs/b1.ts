import { normalUpperTail } from '../../../statistics/normal-tail.ts';
import type { Parameters } from '../../parameters/parameters.ts';
import { type Finding, notAssessable, shown, shownChance } from '../finding.ts';
import { ownPaperKey } from '../own-papers.ts';
import type { PaperYear } from '../paper-year.ts';

/**
 * B1, a high mean: z = (x̄ − μ)/√(σ²/n + τ²) against the region, q ≤ 0.01. Value: z. A strong school has it
 * honestly, hence an agreement of weaker signs takes not this p but that of the paper against the school's own others.
 * @param own p against the school's own papers, by `ownPaperKey`
 */
export function b1(
  { id, sittings, standings }: PaperYear,
  own: ReadonlyMap<string, number>,
  parameters: Parameters,
): Finding[] {
  const level = parameters.number('objectivity.level');
  return standings.map((standing, index) => {
    if (!standing) return notAssessable('нет данных региона и достаточного числа других школ для сравнения');
    const { z, mean, comparison } = standing;
    const against = own.get(ownPaperKey(id, sittings[index]!.school)) ?? null;
    return {
      lacking: null,
      p: normalUpperTail(z),
      value: z,
      reason:
        `средний балл ${shown(mean)} при среднем для сравнения ${shown(comparison.mean)}, z = ${shown(z)}` +
        (against === null ? '' : `; против других работ этой школы ${shownChance(against)}`),
      stands: (q) => q !== null && q <= level,
      evidence: against,
    };
  });
}
