import type { Direction, Indicator, IndicatorKind } from '../systems/system.ts';
import { sign } from './school-comparison.ts';
import { type ValuesByYear, WHOLE } from './values-by-year.ts';

/** An indicator of the municipality before and after. */
export interface IndicatorChange {
  id: string;
  title: string;
  clause: string;
  kind: IndicatorKind;
  direction: Direction;
  before: number | null;
  after: number | null;
  change: number | null;
  /** Whether it got better; null where it cannot be told: a value is lacking, or no direction is better. */
  better: boolean | null;
}

/** The municipality's values of an indicator in two years; without a second year there is no change yet. */
export function changeBetween(
  { clause, direction, id, kind, title }: Indicator,
  years: { before: number; after: number | null },
  values: ValuesByYear,
): IndicatorChange {
  const before = values(id, WHOLE, years.before) ?? null;
  const after = years.after === null ? null : (values(id, WHOLE, years.after) ?? null);
  const change = before === null || after === null ? null : after - before;
  const better = sign(direction);
  return {
    ...{ id, title, clause, kind, direction, before, after, change },
    better: change === null || better === 0 ? null : change * better > 0,
  };
}
