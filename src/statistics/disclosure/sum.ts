/** A number as the sum of what it counts: how often each indivisible count goes into it, and what that makes. */
export interface Sum {
  terms: ReadonlyMap<string, number>;
  value: number;
}

/** An indivisible count: nothing that is published lies within it. */
export function atom(id: string, value: number): Sum {
  return { terms: new Map([[id, 1]]), value };
}

export function plus(...sums: readonly Sum[]): Sum {
  return combined(sums.map((sum) => [1, sum]));
}

export function minus(from: Sum, ...others: readonly Sum[]): Sum {
  return combined([[1, from], ...others.map((other): [number, Sum] => [-1, other])]);
}

function combined(parts: readonly (readonly [factor: number, sum: Sum])[]): Sum {
  const terms = new Map<string, number>();
  let value = 0;
  for (const [factor, sum] of parts) {
    value += factor * sum.value;
    for (const [id, coefficient] of sum.terms) {
      const next = (terms.get(id) ?? 0) + factor * coefficient;
      if (next === 0) terms.delete(id);
      else terms.set(id, next);
    }
  }
  return { terms, value };
}
