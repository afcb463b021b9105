import type { Answer } from '../regulation/systems/answer.ts';
import { type SystemContext, wholesOf } from '../reports/system/context.ts';

/**
 * The municipalities of a region side by side for `report --json`: of each system, each indicator of the region and of
 * every municipality; `undefined` where the report is about one municipality.
 */
export function municipalitiesJson(contexts: readonly SystemContext[]) {
  if (contexts.every(({ municipalities }) => municipalities === undefined)) return undefined;
  return contexts.map(({ answers, municipalities = [], system }) => ({
    system: system.id,
    indicators: wholesOf(answers).map((region) => {
      const { id, title, clause, kind, variant } = region;
      return {
        ...{ id, title, clause, kind, variant },
        region: valueJson(region),
        municipalities: municipalities.map((one) => ({
          municipality: one.municipality,
          ...valueJson(one.answers.find((answer) => answer.id === id && answer.variant === variant)!),
        })),
      };
    }),
  }));
}

function valueJson({ value, numerator, denominator, status, missing, reason }: Answer) {
  return { value, numerator, denominator, status, missing, reason };
}
