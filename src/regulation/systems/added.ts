import type { Variable } from '../../records/variables/variable.ts';
import type { SystemFacts } from './system-facts.ts';

/** Stands between the ids of variables that are added together. */
export const PLUS = '+';

/** Variables that an indicator adds together, as one: graduates of grades 9 and 11. A single one stays itself. */
export function added(variables: readonly [Variable, ...Variable[]]): Variable {
  const [first, ...rest] = variables;
  if (rest.length === 0) return first;
  const { by: _by, partition: _partition, within: _within, ...same } = first;
  return {
    ...same,
    id: variables.map(({ id }) => id).join(PLUS),
    title: variables.map(({ title }) => title).join(` ${PLUS} `),
    asked: first.asked.filter((one) => rest.every(({ asked }) => asked.includes(one))),
  };
}

/** The same facts, in which a value of variables added together is known where each of them is. */
export function withSums(facts: SystemFacts): SystemFacts {
  return {
    ...facts,
    reported(code, variable, year, breakdown) {
      const values = variable.split(PLUS).map((one) => facts.reported(code, one, year, breakdown));
      const known = values.filter((value) => value !== undefined);
      if (known.length < values.length) return undefined;
      return {
        value: known.reduce((sum, { value }) => sum + value, 0),
        sources: [...new Set(known.flatMap(({ sources }) => sources))].sort(),
      };
    },
  };
}
