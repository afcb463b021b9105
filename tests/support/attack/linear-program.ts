/** A linear inequality or equation over unknowns that are not below nought. */
export interface Constraint {
  terms: ReadonlyMap<string, number>;
  sign: '=' | '<=' | '>=';
  right: number;
}

const TOO_SMALL = 1e-9;

/**
 * The greatest value of a sum under constraints: the simplex method on a tableau, in two phases, with Bland's rule, so
 * that it ends.
 * @returns infinity where nothing bounds it
 * @throws Error where the constraints cannot all hold
 */
export function greatest(sum: ReadonlyMap<string, number>, constraints: readonly Constraint[]): number {
  const names = [...new Set([...sum.keys(), ...constraints.flatMap(({ terms }) => [...terms.keys()])])];
  const place = new Map(names.map((name, index) => [name, index]));
  const slacks = constraints.filter(({ sign }) => sign !== '=').length;
  const unknowns = names.length + slacks;
  const width = unknowns + constraints.length + 1;
  let slack = names.length;
  const rows = constraints.map(({ terms, sign, right }, index) => {
    const row = new Float64Array(width);
    for (const [name, value] of terms) row[place.get(name)!] = value;
    if (sign !== '=') row[slack++] = sign === '<=' ? 1 : -1;
    row[width - 1] = right;
    if (right < 0) for (let at = 0; at < width; at++) row[at] = -row[at]!;
    row[unknowns + index] = 1;
    return row;
  });
  const basis = constraints.map((_, index) => unknowns + index);
  const first = new Float64Array(width);
  for (let at = unknowns; at < width - 1; at++) first[at] = -1;
  const left = maximise(rows, basis, first, width - 1);
  if (left < -1e-6) throw new Error('no numbers agree with what was published');
  // artificial unknowns that are nought leave the basis where they can
  basis.forEach((column, index) => {
    if (column < unknowns) return;
    const entering = rows[index]!.findIndex((value, at) => at < unknowns && Math.abs(value) > TOO_SMALL);
    if (entering >= 0) pivot(rows, basis, index, entering);
  });
  const second = new Float64Array(width);
  for (const [name, value] of sum) second[place.get(name)!] = value;
  return maximise(rows, basis, second, unknowns);
}

/** @param columns how many of the first columns may enter the basis */
function maximise(rows: Float64Array[], basis: number[], goal: Float64Array, columns: number): number {
  const right = goal.length - 1;
  for (;;) {
    const reduced = (column: number) =>
      goal[column]! - basis.reduce((sum, at, index) => sum + goal[at]! * rows[index]![column]!, 0);
    let entering = -1;
    for (let column = 0; column < columns && entering < 0; column++)
      if (!basis.includes(column) && reduced(column) > TOO_SMALL) entering = column;
    if (entering < 0) return basis.reduce((sum, at, index) => sum + goal[at]! * rows[index]![right]!, 0);
    let leaving = -1;
    let best = Number.POSITIVE_INFINITY;
    rows.forEach((row, index) => {
      if (row[entering]! <= TOO_SMALL) return;
      const ratio = row[right]! / row[entering]!;
      if (ratio < best - TOO_SMALL || (ratio < best + TOO_SMALL && basis[index]! < basis[leaving]!)) {
        best = ratio;
        leaving = index;
      }
    });
    if (leaving < 0) return Number.POSITIVE_INFINITY;
    pivot(rows, basis, leaving, entering);
  }
}

function pivot(rows: Float64Array[], basis: number[], leaving: number, entering: number): void {
  const row = rows[leaving]!;
  const divisor = row[entering]!;
  for (let at = 0; at < row.length; at++) row[at] = row[at]! / divisor;
  rows.forEach((other, index) => {
    const factor = other[entering]!;
    if (index === leaving || factor === 0) return;
    for (let at = 0; at < row.length; at++) other[at] = other[at]! - factor * row[at]!;
  });
  basis[leaving] = entering;
}
