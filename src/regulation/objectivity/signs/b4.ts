import { cohortChange } from '../../../statistics/cohort-change.ts';
import { normalUpperTail } from '../../../statistics/normal-tail.ts';
import type { Parameters } from '../../parameters/parameters.ts';
import { type Finding, notAssessable, shown } from '../finding.ts';
import type { PaperYear } from '../paper-year.ts';
import { honestSpread } from '../spread.ts';

/**
 * B4, the same cohort falls in the next grade (падение в следующем классе): Δz = z(g+1, y+1) − z(g, y) ≤ −1.5 from
 * z ≥ +1.0, p ≤ 0.01. The earlier paper is the suspect, so its sign needs the year after. Value: Δz.
 * @param next the paper of the next grade in the next year, where it is known
 */
export function b4(
  { sittings, standings, suspected, paper, year }: PaperYear,
  next: PaperYear | undefined,
  parameters: Parameters,
): Finding[] {
  const level = parameters.number('objectivity.level');
  const fall = parameters.number('objectivity.fall');
  const from = parameters.number('objectivity.fall-from');
  if (!paper.grade) return sittings.map(() => notAssessable('у этой процедуры нет следующего класса'));
  const pairs = sittings.map(({ school, participants }, index) => {
    const before = standings[index];
    const at = next?.sittings.findIndex((sitting) => sitting.school === school) ?? -1;
    const after = next?.standings[at];
    if (!before || !after) return null;
    const change = cohortChange(
      { standardised: before.gap, pupils: participants },
      { standardised: after.gap, pupils: next!.sittings[at]!.participants },
    );
    return { before, after, ...change };
  });
  const usual = parameters.number('objectivity.usual-change-between-years') ** 2;
  const honest = honestSpread(
    pairs.flatMap((pair, index) =>
      pair && !suspected[index] ? [{ value: -pair.change, variance: pair.standardError ** 2 }] : [],
    ),
    usual,
    parameters,
  );
  return pairs.map((pair): Finding => {
    if (!pair) {
      return notAssessable(
        `нет результатов этого же набора учеников: ${paper.grade! + 1} класс, ${year + 1} год`,
      );
    }
    const { before, after, change, standardError } = pair;
    const p = normalUpperTail((-change - honest.centre) / Math.sqrt(standardError ** 2 + honest.variance));
    const value = after.z - before.z;
    return {
      lacking: null,
      p,
      value,
      reason: `z = ${shown(before.z)}, в следующем классе ${shown(after.z)}, изменение ${shown(value)}`,
      stands: () => value <= fall && before.z >= from && p <= level,
      evidence: before.z > 0 ? p : null,
    };
  });
}
