import { solve } from 'yalps';
import { type Elimination, eliminate, type Written } from './elimination.ts';
import type { Sum } from './sum.ts';

/** Programs are solved to so much. */
const PRECISION = 1e-6;

/** A sum that is known to lie between two values, one of which may be infinite. */
export interface Known {
  sum: Sum;
  from: number;
  to: number;
}

/** An inequality over free counts. */
interface Limit {
  written: Written;
  from: number;
  to: number;
}

/** Free counts that bear on each other, and what is known of them. */
interface Component {
  limits: Limit[];
  /** The same of components that are the same. */
  key: string;
  /** Its linear program, whatever is asked of it; put together when the first thing is. */
  program?: Program;
}

interface Program {
  constraints: Map<string, { min?: number; max?: number }>;
  variables: Map<string, Map<string, number>>;
}

/** What an attacker knows of sums when everything is told him that is known. */
export interface Attacker {
  /** Whether the sum is known to within less than so many. */
  knows(sum: Sum, within: number): boolean;
}

/** Answers of programs that were solved before, by what was asked: the same is asked again and again. */
export type Answered = Map<string, number>;

/**
 * The best that an attacker can do: the least and the greatest value of a sum under everything known, as linear
 * programs. What the equations say is solved first, so that the programs fall apart into small ones.
 * @param equal sums that are known
 */
export function attackerOf(
  equal: readonly Sum[],
  between: readonly Known[],
  answered: Answered = new Map(),
): Attacker {
  const elimination = eliminate(equal);
  const componentOf = componentsOf(elimination, between);
  const greatest = ({ constant, free }: Written): number => {
    const parts = new Map<Component, [string, number][]>();
    for (const [id, coefficient] of free) {
      const component = componentOf(id);
      // nothing but itself bears on it
      if (!component) {
        if (coefficient > 0) return Number.POSITIVE_INFINITY;
        continue;
      }
      const part = parts.get(component);
      if (part) part.push([id, coefficient]);
      else parts.set(component, [[id, coefficient]]);
    }
    let sum = constant;
    for (const [component, goal] of parts) sum += greatestIn(component, goal, answered);
    return sum;
  };
  return {
    knows(sum, within) {
      const written = elimination.write(sum);
      if (written.free.size === 0) return true;
      const high = Math.floor(greatest(written) + PRECISION);
      // the true value is possible too
      if (high - sum.value >= within) return false;
      const low = Math.ceil(-greatest(negative(written)) - PRECISION);
      return high - low < within;
    },
  };
}

const negative = ({ constant, free }: Written): Written => ({
  constant: -constant,
  free: new Map([...free].map(([id, coefficient]) => [id, -coefficient])),
});

/** Counts that are written by free ones are not below nought either. */
function componentsOf(
  { solved, write }: Elimination,
  between: readonly Known[],
): (id: string) => Component | undefined {
  const limits = tightest([
    ...[...solved.values()].map((written) => ({ written, from: 0, to: Number.POSITIVE_INFINITY })),
    ...between.map(({ sum, from, to }) => ({ written: write(sum), from, to })),
  ]);
  const touching = new Map<string, Limit[]>();
  for (const limit of limits)
    for (const id of limit.written.free.keys()) {
      const held = touching.get(id);
      if (held) held.push(limit);
      else touching.set(id, [limit]);
    }
  const found = new Map<string, Component>();
  for (const first of touching.keys()) {
    if (found.has(first)) continue;
    const ids = new Set([first]);
    const own = new Set<Limit>();
    // what is added while it is gone through is gone through too
    for (const id of ids)
      for (const limit of touching.get(id)!) {
        if (own.has(limit)) continue;
        own.add(limit);
        for (const other of limit.written.free.keys()) ids.add(other);
      }
    const component = { limits: [...own], key: [...own].map(limitKey).sort().join('\n') };
    for (const id of ids) found.set(id, component);
  }
  return (id) => found.get(id);
}

/** One limit for each sum of free counts: the tightest of those that bound the same. */
function tightest(limits: readonly Limit[]): Limit[] {
  const found = new Map<string, Limit>();
  for (const { written, from, to } of limits) {
    const { constant, free } = written;
    if (free.size === 0) continue;
    const key = JSON.stringify([...free].sort());
    const held = found.get(key);
    found.set(key, {
      written: { constant: 0, free },
      from: Math.max(held?.from ?? Number.NEGATIVE_INFINITY, from - constant),
      to: Math.min(held?.to ?? Number.POSITIVE_INFINITY, to - constant),
    });
  }
  return [...found.values()];
}

const limitKey = ({ written: { constant, free }, from, to }: Limit): string =>
  `${from} ${to} ${constant} ${JSON.stringify([...free].sort())}`;

/** @returns infinity where nothing bounds it; below everything where the program was not solved: it counts as known then */
function greatestIn(
  component: Component,
  goal: readonly (readonly [string, number])[],
  answered: Answered,
): number {
  const asked = `${JSON.stringify(goal)}\n${component.key}`;
  const before = answered.get(asked);
  if (before !== undefined) return before;
  component.program ??= programOf(component.limits);
  const { constraints, variables } = component.program;
  for (const [id, coefficient] of goal) variables.get(id)!.set('goal', coefficient);
  const { status, result } = solve({ direction: 'maximize', objective: 'goal', constraints, variables });
  for (const [id] of goal) variables.get(id)!.delete('goal');
  const value =
    status === 'optimal'
      ? result
      : status === 'unbounded'
        ? Number.POSITIVE_INFINITY
        : Number.NEGATIVE_INFINITY;
  answered.set(asked, value);
  return value;
}

function programOf(limits: readonly Limit[]): Program {
  const constraints: Program['constraints'] = new Map();
  const variables: Program['variables'] = new Map();
  limits.forEach(({ written: { constant, free }, from, to }, index) => {
    const row = String(index);
    constraints.set(row, {
      ...(from > Number.NEGATIVE_INFINITY ? { min: from - constant } : {}),
      ...(to < Number.POSITIVE_INFINITY ? { max: to - constant } : {}),
    });
    for (const [id, coefficient] of free) {
      const own = variables.get(id);
      if (own) own.set(row, coefficient);
      else variables.set(id, new Map([[row, coefficient]]));
    }
  });
  return { constraints, variables };
}
