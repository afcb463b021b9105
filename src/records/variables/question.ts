import { breakdownId, dimension } from './dimension.ts';
import type { Variable } from './variable.ts';

/** One thing that is asked: a variable as a whole, or one cut of it. */
export interface Question {
  variable: Variable;
  /** `level:noo`; absent for the total. */
  breakdown?: string;
}

/** Identity of a question: `young-teachers`, `young-teachers/level:noo`. */
export function questionKey({ variable, breakdown }: Question): string {
  return breakdown ? `${variable.id}/${breakdown}` : variable.id;
}

/** The cuts by which a variable is asked beside its total, in the order of their dimension. */
export function cutsAsked(variable: Variable): Question[] {
  const asked = variable.by === undefined ? undefined : dimension(variable.by);
  return (asked?.options ?? []).map(({ id }) => ({ variable, breakdown: breakdownId(asked!.id, id) }));
}
