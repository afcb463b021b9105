import type { System } from '../systems/system.ts';
import { changeBetween, type IndicatorChange } from './indicator-change.ts';
import type { MeasureEffect } from './measure-effect.ts';
import type { ValuesByYear } from './values-by-year.ts';

/** What the effect of the measures says of a goal. */
export type GoalVerdict =
  /** Its indicators got better. */
  | 'keep'
  /** An indicator that the measures aimed at did not get better: the goal, or the way to it, is to be corrected. */
  | 'correct'
  /** Its indicators stand at their limit: it is reached, and the next one is to be set. */
  | 'renew'
  /** The values do not say. */
  | 'unknown';

export interface GoalReview {
  id: string;
  text: string;
  verdict: GoalVerdict;
  /** Indicators of the goal that the measures aimed at. */
  indicators: readonly IndicatorChange[];
}

/** The goals of a section after its measures (корректировка имеющихся и постановка новых целей). */
export interface SectionReview {
  system: string;
  title: string;
  goals: readonly GoalReview[];
  /** Indicators that got worse while no measure aimed at them: a new goal or measure may be due. */
  unattended: readonly IndicatorChange[];
}

/** Reviews the goals of a section by the measures that came to the end of their period in the year. */
export function reviewSection(
  system: System,
  ended: readonly MeasureEffect[],
  year: number,
  values: ValuesByYear,
): SectionReview {
  const aimed = new Set(ended.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
  const years = { before: year - system.effectiveness.years, after: year };
  const changes = system.indicators.map((indicator) => changeBetween(indicator, years, values));
  const goals = system.goals.flatMap(({ id, indicators, text }): GoalReview[] => {
    const own = changes.filter((change) => indicators.includes(change.id) && aimed.has(change.id));
    return own.length > 0 ? [{ id, text, verdict: verdictOf(own), indicators: own }] : [];
  });
  return {
    system: system.id,
    title: system.title,
    goals,
    unattended: changes.filter(
      ({ change, better, id }) => better === false && change !== 0 && !aimed.has(id),
    ),
  };
}

function verdictOf(indicators: readonly IndicatorChange[]): GoalVerdict {
  if (indicators.every(atLimit)) return 'renew';
  const told = indicators.filter((indicator) => indicator.better !== null && !atLimit(indicator));
  if (told.some(({ better }) => better === false)) return 'correct';
  return told.length === 0 ? 'unknown' : 'keep';
}

/** A share at its whole, or at nothing where less is better; a presence that is there. */
function atLimit({ after, direction, kind }: IndicatorChange): boolean {
  if (kind !== 'share' && kind !== 'presence') return false;
  return direction === 'up' ? after === 1 : direction === 'down' && after === 0;
}
