import type { Variable } from '../../records/variables/variable.ts';
import { variableById } from '../../records/variables/variables.ts';
import { contradictionOf } from '../criteria/school-values.ts';
import { PLUS } from './added.ts';

/**
 * Why the reported values make no share, in Russian: a part greater than the whole that it is counted within.
 * @returns `undefined` where they make one, and where the part is not counted within this whole
 */
export function contradictory(
  part: Variable,
  whole: Variable,
  some: number,
  all: number,
): string | undefined {
  const wholes = whole.id.split(PLUS);
  const within = part.id.split(PLUS).every((one) => wholes.some((other) => isWithin(one, other)));
  return within ? contradictionOf({ part: part.title, whole: whole.title }, some, all) : undefined;
}

/** Whether a variable is the other, a part of it, or a part of its part. */
function isWithin(id: string, whole: string): boolean {
  if (id === whole) return true;
  const next = variableById(id)?.within;
  return next !== undefined && isWithin(next, whole);
}
